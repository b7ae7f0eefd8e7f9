//! The form on the person's desk: which stage it is in, and how one goes on, back and to the check page.
//! In memory only; it outlives the form page, so that a guide page can be read in between.

use leptos::prelude::*;

use crate::{
    browser::page,
    components::texts::texts,
    forms::{
        Answers, Journey, Step, check_step,
        entry::{self, EntryOutcome},
        keys,
        self_referral::{self, SELF_REFERRAL},
    },
    pages::form::sheet::Sheet,
};

/// Where in the form the person is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stage {
    /// One of the three questions that find the right way.
    Entry(&'static Step),
    /// The way that fits, and how to go on.
    Outcome(EntryOutcome),
    /// A step of the form.
    Step(&'static Step),
    /// Check your answers.
    Check,
    /// On its way, or arrived: the delivery tells which.
    Sending,
}

/// The form on the desk. Copies share the same signals.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The three entry questions; never stored or sent.
    pub entry: Sheet,
    /// The self-referral.
    pub form: Sheet,
    /// Where the person is.
    pub stage: RwSignal<Stage>,
    /// Whether the present step was opened from the check page and returns there.
    pub changing: RwSignal<bool>,
}

impl Desk {
    /// A clear desk.
    pub fn new() -> Self {
        Self {
            entry: Sheet::new(&entry::ENTRY),
            form: Sheet::new(&SELF_REFERRAL),
            stage: RwSignal::new(Stage::Entry(entry::ENTRY.steps[0])),
            changing: RwSignal::new(false),
        }
    }

    /// The desk of the frame this component stands in.
    pub fn here() -> Self {
        expect_context()
    }

    /// Whether anything has been written that would be lost with the tab. The chosen municipality alone is not.
    pub fn has_answers(self) -> bool {
        self.form.answers.with(|answers| answers.entries().any(|(name, _)| name != self_referral::MUNICIPALITY))
    }

    /// Whether keeping a draft is offered at this stage: where something is being written.
    pub fn keeps_draft(self) -> bool {
        matches!(self.stage.get(), Stage::Step(_) | Stage::Check)
    }

    /// Shows a stage as a new page would be shown: title, top of the page, focus on the heading. The address stays.
    pub fn show(self, stage: Stage) {
        self.form.findings.set(Vec::new());
        self.entry.findings.set(Vec::new());
        self.stage.set(stage);
        page::after_drawing(|| {
            page::scroll_to_top();
            page::focus("h1");
        });
    }

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
                None => self.outcome().map_or(Stage::Entry(step), Stage::Outcome),
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
            self.changing.set(false);
            self.show(before);
        }
    }

    /// The stage before another.
    pub fn before(self, stage: Stage) -> Option<Stage> {
        let last_entry = || {
            let journey = self.entry.answers.with_untracked(|answers| Journey::new(self.entry.form, answers));
            journey.last_step().map(Stage::Entry)
        };
        let journey = self.form.answers.with_untracked(|answers| Journey::new(self.form.form, answers));
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
            Stage::Check => journey.last_step().map(Stage::Step),
            Stage::Sending => Some(Stage::Check),
        }
    }

    /// Begins the form of an outcome, with what the entry questions have told already.
    pub fn begin(self, outcome: EntryOutcome) {
        if self.form.answers.with_untracked(Answers::is_empty) {
            self.form.answers.set(entry::first_answers(outcome.path));
        }
        if let Some(first) = SELF_REFERRAL.steps.first() {
            self.show(Stage::Step(first));
        }
    }

    /// Changes one answer from the check page; the step returns there.
    pub fn change(self, step: &'static Step) {
        self.changing.set(true);
        self.show(Stage::Step(step));
    }

    /// Every answer goes from memory; the stage stays, such as a receipt.
    pub fn clear_answers(self) {
        self.entry.answers.set(Answers::default());
        self.form.answers.set(Answers::default());
        self.changing.set(false);
    }

    /// Clears the desk: every answer is gone from memory, and the next form begins at the beginning.
    pub fn clear(self) {
        self.clear_answers();
        self.show(Stage::Entry(entry::ENTRY.steps[0]));
    }

    /// The title of the document: never the form's or a question's name.
    pub fn title(self) -> String {
        let texts = texts();
        let step = match self.stage.get() {
            Stage::Step(step) => step,
            Stage::Check => return texts.get(keys::CHECK_TITLE).to_owned(),
            Stage::Entry(_) | Stage::Outcome(_) | Stage::Sending => return texts.get("app.title.form").to_owned(),
        };
        let position = self.form.answers.with(|answers| Journey::new(self.form.form, answers).position(step));
        position.map_or_else(String::new, |position| {
            let (step, steps) = (position.step.to_string(), position.steps.to_string());
            texts.fill(keys::PAGE_TITLE, &[("step", &step), ("steps", &steps)])
        })
    }

    /// The chosen municipality, as the form knows it.
    pub fn municipality(self) -> String {
        self.form.answers.with(|answers| self_referral::municipality(answers).to_owned())
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}
