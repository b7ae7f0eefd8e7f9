//! What is happening, in the child's own way of saying it.

use crate::forms::question::always;
use crate::forms::{Question, Step};

/// The page.
pub(super) static STEP: Step = Step {
    name: "own_words",
    questions: &[Question::long_text("own_words").required().with_limit(10_000)],
    notes: &["prompts"],
    shown: always,
};
