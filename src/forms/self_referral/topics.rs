//! What it is about: help for writing, never in place of the person's own words.

use crate::forms::question::always;
use crate::forms::{Answers, Choice, Question, Step};

const NAME: &str = "topics";

/// The page.
pub(super) static STEP: Step = Step {
    name: "topics",
    questions: &[Question::many(
        NAME,
        &[
            Choice("everyday_life"),
            Choice("parenting"),
            Choice("child_behaviour"),
            Choice("child_mood"),
            Choice("exhaustion"),
            Choice("violence"),
            Choice("separation"),
            Choice("meetings"),
            Choice("substances"),
            Choice("money"),
            Choice("loneliness"),
            Choice("school"),
            Choice("neurodevelopment"),
            Choice("disability"),
            Choice("new_in_finland"),
            Choice("other"),
        ],
    )],
    notes: &[],
    shown: always,
};

/// Whether conflict or violence at home was named: safe contact is then asked about in every case.
pub(super) fn names_violence(answers: &Answers) -> bool {
    answers.is_chosen(NAME, "violence")
}
