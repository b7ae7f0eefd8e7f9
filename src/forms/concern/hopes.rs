//! What has been tried, who else knows, and what the notifier hopes for.

use crate::forms::question::always;
use crate::forms::{Question, Step};

/// The page.
pub(super) static STEP: Step = Step {
    name: "hopes",
    questions: &[Question::long_text("tried"), Question::long_text("hopes")],
    notes: &[],
    shown: always,
};
