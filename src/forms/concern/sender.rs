//! Who notifies. A private person chooses whether to give a name; a professional gives it, with role, workplace and phone,
//! because those with a duty to notify cannot be anonymous (Child Welfare Act 417/2007, section 25).

use crate::forms::question::always;
use crate::forms::{Answers, Choice, Question, Step};

/// The name of the page, in every form of concern.
const PAGE: &str = "sender";
const CHOICE: &str = "name_choice";

/// The page of a private person: nothing is required, also with a name.
pub(super) static PRIVATE: Step = Step {
    name: PAGE,
    questions: &[
        Question::one(CHOICE, &[Choice("without_name"), Choice("with_name")]),
        Question::text("name").shown_when(gives_name).with_purpose("name"),
        Question::phone("phone").shown_when(gives_name),
        Question::email("email").shown_when(gives_name),
        Question::one("may_call", &[Choice("yes"), Choice("no")]).shown_when(gives_name),
        Question::text("good_time").shown_when(may_be_called),
    ],
    notes: &["truth"],
    shown: always,
};

/// The page of a professional: there is no choice to stay without a name.
pub(super) static PROFESSIONAL: Step = Step {
    name: PAGE,
    questions: &[
        Question::text("name").required().with_purpose("name"),
        Question::text("role").required().with_purpose("organization-title"),
        Question::text("workplace").required().with_purpose("organization"),
        Question::phone("phone").required(),
        Question::email("email"),
        Question::text("good_time"),
    ],
    notes: &[],
    shown: always,
};

/// Whether a private person has chosen to give a name. Without an answer they have not.
fn gives_name(answers: &Answers) -> bool {
    answers.is_chosen(CHOICE, "with_name")
}

fn may_be_called(answers: &Answers) -> bool {
    gives_name(answers) && answers.is_chosen("may_call", "yes")
}
