//! The form on the person's desk: which stage it is in, and what was written.
//! In memory only; it outlives the form page, so that a guide page can be read in between.

mod moves;

use leptos::prelude::*;

use crate::{
    browser::page,
    components::texts::texts,
    domain::MunicipalityCode,
    forms::{
        Answers, FORMS, Form, Journey, MUNICIPALITY, Step, Writer,
        entry::{self, EntryOutcome},
        keys, municipality,
        self_referral::{SELF_REFERRAL, WISHES, tick_wish, wishes},
        set_municipality,
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
    /// The municipality that every form is given.
    municipality: RwSignal<Option<MunicipalityCode>>,
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
            municipality: RwSignal::new(None),
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

    /// Puts the selector's choice into every form that does not have it.
    pub fn set_municipality(self, code: MunicipalityCode) {
        self.municipality.set(Some(code));
        let is_other =
            |sheet: &Sheet| sheet.answers.with_untracked(|answers| municipality(answers) != code.to_string());
        self.sheets.into_iter().filter(is_other).for_each(|sheet| {
            sheet.answers.update(|answers| set_municipality(answers, code));
        });
    }

    /// Puts boxes of the guide, by code and whether they are ticked, into the self-referral, open or not.
    pub fn wish(self, boxes: impl IntoIterator<Item = (String, bool)>) {
        let Some(sheet) = self.sheet(SELF_REFERRAL.id) else { return };
        for (code, ticked) in boxes {
            sheet.answers.update(|answers| tick_wish(answers, &code, ticked));
        }
    }

    /// What the self-referral wishes for, by code. Follows its answers.
    pub fn wishes(self) -> Vec<String> {
        self.sheet(SELF_REFERRAL.id).map(|sheet| sheet.answers.with(wishes)).unwrap_or_default()
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

    /// Whether something was written in this form. Wishes ticked in the guide do not count: nobody has been in the form yet.
    pub fn is_begun(self, form: &Form) -> bool {
        let written = |answers: &Answers| answers.entries().any(|(name, _)| ![MUNICIPALITY, WISHES].contains(&name));
        self.sheet(form.id).is_some_and(|sheet| sheet.answers.with_untracked(written))
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

    /// Every answer of this form goes from memory; the stage stays. The chosen municipality is no word of one form alone.
    pub fn clear_form(self, id: &str) {
        self.entry.answers.set(Answers::default());
        let mut empty = Answers::default();
        self.municipality.get_untracked().into_iter().for_each(|code| set_municipality(&mut empty, code));
        self.sheet(id).into_iter().for_each(|sheet| sheet.answers.set(empty.clone()));
        self.changing.set(false);
    }

    /// Clears the desk: every answer of every form is gone from memory, and the next form begins at the beginning.
    pub fn clear(self) {
        self.sheets.into_iter().for_each(|sheet| self.clear_form(sheet.form.id));
        self.show_entry();
    }

    /// Shows the first of the questions that find the right way.
    pub fn show_entry(self) {
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
