//! Words that may give away somebody who notifies without a name: their own name, a number, "my pupil". A gentle check before
//! sending; it finds what is easy to find, changes nothing and stops nobody.

mod words;

use super::{Answers, Form, Kind, Question, Step};

/// What kind of words they are. Their names are at `forms.giveaway.<name>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GiveawayKind {
    /// The sender's own name, or words with which people begin to tell it.
    OwnName,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// How the sender knows the family: "my pupil", "our neighbour".
    Relation,
}

/// Words in an answer by which the family may know the sender.
#[derive(Clone, Debug, PartialEq)]
pub struct Giveaway {
    /// What they are.
    pub kind: GiveawayKind,
    /// The step where they can be changed.
    pub step: &'static Step,
    /// The question they stand under.
    pub question: &'static Question,
    /// The words as they were written.
    pub words: String,
}

impl GiveawayKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::OwnName, Self::Phone, Self::Email, Self::Relation];

    /// The name in text keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OwnName => "own_name",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Relation => "relation",
        }
    }
}

/// The words that may give the sender away, in the order of the form. None where the sender gives a name anyway.
pub fn giveaways(form: &'static Form, answers: &Answers) -> Vec<Giveaway> {
    let mut found = Vec::new();
    if !stays_nameless(form, answers) {
        return found;
    }
    for step in form.shown_steps(answers) {
        for question in step.shown_questions(answers).filter(|question| is_free_text(question)) {
            for (kind, words) in words::find(answers.text(question.name), answers.text(NAME)) {
                found.push(Giveaway { kind, step, question, words: words.to_owned() });
            }
        }
    }
    found
}

/// Whether the form leaves a choice about the name and the sender has not chosen to give it.
pub(in crate::forms) fn stays_nameless(form: &Form, answers: &Answers) -> bool {
    form.question(CHOICE).is_some() && !answers.is_chosen(CHOICE, "with_name")
}

const CHOICE: &str = "name_choice";
/// The sender's name. Typed and then withheld it is not sent, but it is known here.
const NAME: &str = "name";

fn is_free_text(question: &Question) -> bool {
    matches!(question.kind, Kind::Text | Kind::LongText)
}

#[cfg(test)]
mod tests;
