//! A form and its steps.

use super::{Answers, Question};
use crate::domain::{ContactService, calendar::Matter};

/// One page of a form.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// The name in text keys; it never stands in an address or a title.
    pub name: &'static str,
    /// The questions asked together. None for a page that only says something, such as the urgency gate.
    pub questions: &'static [Question],
    /// Names of further texts of the page, at `<form>.step.<step>.<note>`: advice, prompts, what happens next.
    pub notes: &'static [&'static str],
    /// Whether the page belongs to this person's form.
    pub shown: fn(&Answers) -> bool,
}

/// A step is its name within its form.
impl PartialEq for Step {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// Who fills in a form, seen from the family: decides which help comes up, which privacy words stand first, whether the
/// family may read the text, and what a receipt says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writer {
    /// The family itself, or somebody together with it.
    Family,
    /// A child or young person about themselves.
    Child,
    /// Somebody who notifies of a worry about a child.
    Notifier,
}

impl Writer {
    /// The ending of text keys with words of their own for this writer: `forms.help.violence.text_child`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::Child => "child",
            Self::Notifier => "notifier",
        }
    }

    /// Ids of rows in `data/national.csv` shown on every page of the form: children get their own help lines first and always.
    pub const fn help_lines(self) -> &'static [&'static str] {
        match self {
            Self::Child => &["mll-children", "mll-children-sv", "sekasin-chat"],
            Self::Family | Self::Notifier => &[],
        }
    }
}

/// A form: steps in order.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// The name in drafts and messages.
    pub id: &'static str,
    /// Raised when the meaning of a question or code changes, so that drafts and readers can tell.
    pub version: u32,
    /// The text file of its words, also the first part of its text keys.
    pub texts: &'static str,
    /// Which wording suits the writer, by the ending of the text keys: `child` finds `….label_child`. `None` is the plain one.
    pub voice: fn(&Answers) -> Option<&'static str>,
    /// Who fills it in.
    pub writer: Writer,
    /// Who answers for the matter, beside the form and after it.
    pub service: ContactService,
    /// What comes in to the authority, for the dates that the law gives; `None` where it gives none.
    pub matter: fn(&Answers) -> Option<Matter>,
    /// All steps in order, also those not shown to everybody.
    pub steps: &'static [&'static Step],
}

/// A form is its id and version.
impl PartialEq for Form {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.version == other.version
    }
}

impl Form {
    /// The step with this name.
    pub fn step(&self, name: &str) -> Option<&'static Step> {
        self.steps.iter().copied().find(|step| step.name == name)
    }

    /// The steps that belong to this person's form, in order.
    pub fn shown_steps(&self, answers: &Answers) -> impl Iterator<Item = &'static Step> {
        self.steps.iter().copied().filter(move |step| (step.shown)(answers))
    }

    /// Every question in order, each group followed by the questions of its rows.
    pub fn questions(&self) -> impl Iterator<Item = &'static Question> {
        let on_steps = self.steps.iter().flat_map(|step| step.questions);
        on_steps.flat_map(|question| std::iter::once(question).chain(question.inner()))
    }

    /// The question with this name.
    pub fn question(&self, name: &str) -> Option<&'static Question> {
        self.questions().find(|question| question.name == name)
    }
}

impl Step {
    /// The questions asked of this person on the page.
    pub fn shown_questions(&self, answers: &Answers) -> impl Iterator<Item = &'static Question> {
        self.questions.iter().filter(move |question| (question.shown)(answers))
    }

    /// The one question of a page that asks a single thing: its label is then the heading of the page.
    pub const fn single_question(&self) -> Option<&'static Question> {
        match self.questions {
            [question] => Some(question),
            _ => None,
        }
    }
}
