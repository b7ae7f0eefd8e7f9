//! How a private person knows the child. It may give them away, and the page says so.

use crate::forms::question::always;
use crate::forms::{Choice, Question, Step};

/// The page.
pub(super) static STEP: Step = Step {
    name: "relation",
    questions: &[Question::one(
        "relation",
        &[
            Choice("relative"),
            Choice("neighbour"),
            Choice("friend"),
            Choice("free_time"),
            Choice("passer_by"),
            Choice("other"),
            Choice("rather_not_say"),
        ],
    )],
    notes: &[],
    shown: always,
};
