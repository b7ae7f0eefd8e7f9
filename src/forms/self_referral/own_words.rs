//! What is going on, in the person's own words: the heart of the form, one box with prompts beside it.

use crate::forms::question::always;
use crate::forms::{Question, Step};

/// The page.
pub(super) static STEP: Step = Step {
    name: "own_words",
    questions: &[Question::long_text("own_words").required().with_limit(10_000)],
    notes: &["prompts"],
    shown: always,
};
