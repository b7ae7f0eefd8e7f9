//! Things that are hard to write, to be ticked instead. Each may bring up help at once.

use crate::forms::question::always;
use crate::forms::{Choice, Question, Step};

/// The page.
pub(super) static STEP: Step = Step {
    name: "happening",
    questions: &[Question::many(
        "happening",
        &[
            Choice("danger"),
            Choice("hurt"),
            Choice("touched"),
            Choice("afraid"),
            Choice("quarrels"),
            Choice("substances"),
            Choice("alone"),
            Choice("hurting_myself"),
            Choice("other"),
            Choice("rather_not_say"),
        ],
    )],
    notes: &[],
    shown: always,
};
