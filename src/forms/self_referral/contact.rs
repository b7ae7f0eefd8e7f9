//! How the team may get in touch, or "I will call you myself".

use crate::forms::question::always;
use crate::forms::{Answers, Choice, Question, Step};

const NAME: &str = "contact_way";

/// The page.
pub(super) static STEP: Step = Step {
    name: "contact",
    questions: &[Question::many(
        NAME,
        &[Choice("phone"), Choice("text_message"), Choice("email"), Choice("letter"), Choice("own_call")],
    )
    .required()],
    notes: &[],
    shown: always,
};

/// Whether the team may call or send a text message.
pub(super) fn by_phone(answers: &Answers) -> bool {
    answers.is_chosen(NAME, "phone") || answers.is_chosen(NAME, "text_message")
}

/// Whether the team may write an e-mail.
pub(super) fn by_email(answers: &Answers) -> bool {
    answers.is_chosen(NAME, "email")
}

/// Whether the team may send a letter.
pub(super) fn by_letter(answers: &Answers) -> bool {
    answers.is_chosen(NAME, "letter")
}

/// Whether the team gets in touch at all: the person did not choose only to call themselves.
pub(super) fn team_gets_in_touch(answers: &Answers) -> bool {
    by_phone(answers) || by_email(answers) || by_letter(answers)
}
