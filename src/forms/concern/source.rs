//! Seen oneself or heard from somebody, and when: what was noticed is kept apart from what was told.

use crate::forms::question::always;
use crate::forms::{Choice, Question, Step};

/// The page.
pub(super) static STEP: Step = Step {
    name: "source",
    questions: &[Question::many("source", &[Choice("own"), Choice("heard")]), Question::long_text("when")],
    notes: &[],
    shown: always,
};
