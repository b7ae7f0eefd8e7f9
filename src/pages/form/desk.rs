//! The form on the person's desk: which stage it is in, and how one goes on, back and to the check page.
//! In memory only; it outlives the form page, so that a guide page can be read in between.

use leptos::prelude::*;

use crate::{
    browser::page,
    components::texts::texts,
    domain::MunicipalityCode,
    forms::{
        Answers, FORMS, Form, Journey, MUNICIPALITY, Step, Writer, check_step,
        entry::{self, EntryOutcome},
        keys, set_municipality,
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
    /// Asking first: what to say on the phone, without names.
    Ask(EntryOutcome),
    /// The form on paper, for a call or for handing over.
    CallSheet,
    /// Check your answers.
    Check,
    /// What the family may read of a notification.
    Preview,
    /// On its way, or arrived: the delivery tells which.
    Sending,
}

/// The forms on the desk, one of them open. Copies share the same signals.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The three entry questions; never stored or sent.
    pub entry: Sheet,
    /// Every form that can be sent, in the order of [`FORMS`]: what was written in one stays while another is open.
    sheets: [Sheet; FORMS.len()],
    /// The place of the open form among them.
    open: RwSignal<usize>,
    /// Where the person is.
    pub stage: RwSignal<Stage>,
    /// The stage that was left for the call sheet, which leads back there.
    left: RwSignal<Option<Stage>>,
    /// Whether the present step was opened from the check page and returns there.
    pub changing: RwSignal<bool>,
}

impl Desk {
    /// A clear desk.
    pub fn new() -> Self {
        Self {
            entry: Sheet::new(&entry::ENTRY),
            sheets: FORMS.map(Sheet::new),
            open: RwSignal::new(0),
            stage: RwSignal::new(Stage::Entry(entry::ENTRY.steps[0])),
            left: RwSignal::new(None),
            changing: RwSignal::new(false),
        }
    }

    /// The desk of the frame this component stands in.
    pub fn here() -> Self {
        expect_context()
    }

    /// The open form. Whoever must follow a change of form follows `stage`, which changes with it.
    pub fn form(self) -> Sheet {
        self.sheets[self.open.get_untracked()]
    }

    /// The forms other than the open one in which something was written.
    pub fn others(self) -> impl Iterator<Item = Sheet> {
        let open = self.form().form;
        let others = self.sheets.into_iter().filter(move |sheet| sheet.form != open);
        others.filter(|sheet| sheet.answers.with_untracked(is_written))
    }

    /// The form with this id, open or not.
    pub fn sheet(self, id: &str) -> Option<Sheet> {
        self.sheets.into_iter().find(|sheet| sheet.form.id == id)
    }

    /// Opens the form with this id; one that this program does not know leaves the open one.
    pub fn open(self, id: &str) {
        if let Some(place) = FORMS.iter().position(|form| form.id == id) {
            self.open.set(place);
        }
    }

    /// Whether anything has been written that would be lost with the tab. The chosen municipality alone is not.
    pub fn has_answers(self) -> bool {
        // Every form is looked at, so that a change in any of them is followed.
        self.sheets.map(|sheet| sheet.answers.with(is_written)).contains(&true)
    }

    /// Follows every answer.
    pub fn track(self) {
        self.sheets.into_iter().for_each(|sheet| sheet.answers.track());
    }

    /// Puts the selector's choice into every form.
    pub fn set_municipality(self, code: MunicipalityCode) {
        for sheet in self.sheets {
            sheet.answers.update(|answers| set_municipality(answers, code));
        }
    }

    /// The chosen municipality, as the open form knows it.
    pub fn municipality(self) -> String {
        self.form().answers.with(|answers| answers.text(MUNICIPALITY).to_owned())
    }

    /// Whether keeping a draft is offered at this stage: where something is being written.
    pub fn keeps_draft(self) -> bool {
        matches!(self.stage.get(), Stage::Step(_) | Stage::Check | Stage::Preview)
    }

    /// Shows a stage as a new page would be shown: title, top of the page, focus on the heading. The address stays.
    pub fn show(self, stage: Stage) {
        self.form().findings.set(Vec::new());
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

    /// Whether the sender is shown what the family may read before anything is sent.
    pub fn has_preview(self) -> bool {
        self.form().form.writer == Writer::Notifier
    }

    /// Shows the open form on paper; "Back" leads to where the person was.
    pub fn show_call_sheet(self) {
        self.left.set(Some(self.stage.get_untracked()));
        self.show(Stage::CallSheet);
    }

    /// The stage in which the person works on the form: the call sheet is only a look aside.
    pub fn working_stage(self) -> Stage {
        match self.stage.get_untracked() {
            Stage::CallSheet => self.left.get_untracked().unwrap_or(Stage::CallSheet),
            stage => stage,
        }
    }

    /// Changes one answer from the check page; the step returns there.
    pub fn change(self, step: &'static Step) {
        self.changing.set(true);
        self.show(Stage::Step(step));
    }

    /// Every answer of the open form goes from memory; the stage stays, such as a receipt.
    pub fn clear_form(self) {
        self.entry.answers.set(Answers::default());
        self.form().answers.set(Answers::default());
        self.changing.set(false);
    }

    /// Every answer of every form goes from memory; the stage stays.
    pub fn clear_answers(self) {
        self.sheets.into_iter().for_each(|sheet| sheet.answers.set(Answers::default()));
        self.clear_form();
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
            Stage::Check | Stage::Preview => return texts.get(keys::CHECK_TITLE).to_owned(),
            _ => return texts.get("app.title.form").to_owned(),
        };
        let form = self.form();
        let position = form.answers.with(|answers| Journey::new(form.form, answers).position(step));
        position.map_or_else(String::new, |position| {
            let (step, steps) = (position.step.to_string(), position.steps.to_string());
            texts.fill(keys::PAGE_TITLE, &[("step", &step), ("steps", &steps)])
        })
    }
}

/// Whether anything was written in a form. The municipality alone, which follows the selector, does not count.
fn is_written(answers: &Answers) -> bool {
    answers.entries().any(|(name, _)| name != MUNICIPALITY)
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}
