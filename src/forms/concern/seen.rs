//! What was seen or heard: the one thing that must not be empty, in a box with prompts beside it.

use crate::forms::question::always;
use crate::forms::{Question, Step};

/// The page.
pub(super) static STEP: Step = Step {
    name: "seen",
    questions: &[Question::long_text("seen").required().with_limit(10_000)],
    notes: &["prompts"],
    shown: always,
};
