//! Whom the child would like to talk to.

use crate::forms::question::always;
use crate::forms::{Answers, Choice, Question, Step};

const NAME: &str = "talk_to";

/// The page.
pub(super) static STEP: Step = Step {
    name: "talk_to",
    questions: &[
        Question::many(
            NAME,
            &[
                Choice("social_worker"),
                Choice("school"),
                Choice("close_adult"),
                Choice("nobody_yet"),
                Choice("unknown"),
            ],
        ),
        Question::text("trusted_adult").shown_when(trusts_an_adult),
    ],
    notes: &[],
    shown: always,
};

fn trusts_an_adult(answers: &Answers) -> bool {
    answers.is_chosen(NAME, "close_adult")
}
