//! Name and age, for those who want to tell them.

use crate::forms::question::always;
use crate::forms::{Question, Step};

/// The page.
pub(super) static STEP: Step = Step {
    name: "about",
    questions: &[Question::text("name").with_purpose("name"), Question::text("age")],
    notes: &[],
    shown: always,
};
