//! Does it concern all children of the family?

use crate::forms::question::always;
use crate::forms::{Choice, Question, Step};

/// The page.
pub(super) static STEP: Step = Step {
    name: "siblings",
    questions: &[Question::one("all_children", &[Choice("yes"), Choice("no"), Choice("unknown")])],
    notes: &[],
    shown: always,
};
