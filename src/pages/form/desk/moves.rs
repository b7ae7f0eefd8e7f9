//! How one goes on, back, aside to one answer, and into a form.

use leptos::prelude::*;

use super::{Desk, Stage};
use crate::{
    browser::page,
    forms::{
        Form, Journey, Step, check_step,
        entry::{self, EntryOutcome},
    },
    pages::form::sheet::Sheet,
};

impl Desk {
    /// "Continue": problems come up all at once, or the next stage is shown.
    pub fn go_on(self, sheet: Sheet, step: &'static Step) {
        let findings = sheet.answers.with_untracked(|answers| check_step(step, answers));
        let ready = findings.is_empty();
        sheet.findings.set(findings);
        if ready {
            self.show(self.after(sheet, step));
        } else {
            page::after_drawing(|| {
                page::focus("#problems");
            });
        }
    }

    /// What follows a finished step.
    fn after(self, sheet: Sheet, step: &'static Step) -> Stage {
        let journey = sheet.answers.with_untracked(|answers| Journey::new(sheet.form, answers));
        if sheet.form == self.entry.form {
            return match journey.next_step(step) {
                Some(next) => Stage::Entry(next),
                // A way back may have led past the first of these questions.
                None => self
                    .outcome()
                    .map_or_else(|| Stage::Entry(journey.first_open_step().unwrap_or(step)), Stage::Outcome),
            };
        }
        let returns = self.changing.get_untracked() && journey.can_check();
        match journey.next_step(step).filter(|_| !returns) {
            Some(next) => Stage::Step(next),
            None => self.check_stage(&journey, step),
        }
    }

    fn check_stage(self, journey: &Journey, step: &'static Step) -> Stage {
        self.changing.set(false);
        if journey.can_check() { Stage::Check } else { Stage::Step(journey.first_open_step().unwrap_or(step)) }
    }

    /// Where the entry questions lead.
    pub fn outcome(self) -> Option<EntryOutcome> {
        self.entry.answers.with_untracked(entry::path_for)
    }

    /// "Back": never loses an answer. From the first stage there is no way back.
    pub fn back(self) {
        if let Some(before) = self.before(self.stage.get_untracked()) {
            // The call sheet is only a look aside.
            if self.stage.get_untracked() != Stage::CallSheet {
                self.changing.set(false);
            }
            self.show(before);
        }
    }

    /// The stage before another.
    pub fn before(self, stage: Stage) -> Option<Stage> {
        let last_entry = || {
            let journey = self.entry.answers.with_untracked(|answers| Journey::new(self.entry.form, answers));
            journey.last_step().map(Stage::Entry)
        };
        let form = self.form();
        let journey = form.answers.with_untracked(|answers| Journey::new(form.form, answers));
        match stage {
            Stage::Entry(step) => {
                let entry = self.entry.answers.with_untracked(|answers| Journey::new(self.entry.form, answers));
                entry.previous_step(step).map(Stage::Entry)
            }
            Stage::Outcome(_) => last_entry(),
            Stage::Step(step) => journey
                .previous_step(step)
                .map(Stage::Step)
                .or_else(|| self.outcome().map(Stage::Outcome))
                .or_else(last_entry),
            Stage::Ask(outcome) => Some(Stage::Outcome(outcome)),
            Stage::CallSheet => self.left.get_untracked(),
            Stage::Check => journey.last_step().map(Stage::Step),
            Stage::Sending if self.has_preview() => Some(Stage::Preview),
            Stage::Preview | Stage::Sending => Some(Stage::Check),
        }
    }

    /// Begins the form of an outcome, with what the entry questions have told already.
    pub fn begin(self, outcome: EntryOutcome, form: &'static Form) {
        self.open(form.id);
        self.form().answers.update(|answers| entry::add_first_answers(outcome.path, answers));
        if let Some(first) = form.steps.first() {
            self.show(Stage::Step(first));
        }
    }

    /// Goes on with a form that was begun: where an answer is still missing, or to the check page.
    pub fn resume(self, form: &'static Form) {
        self.open(form.id);
        let journey = self.form().answers.with_untracked(|answers| Journey::new(form, answers));
        if let Some(first) = form.steps.first() {
            self.show(self.check_stage(&journey, first));
        }
    }

    /// Changes one answer from the check page; the step returns there.
    pub fn change(self, step: &'static Step) {
        self.changing.set(true);
        self.show(Stage::Step(step));
    }
}
