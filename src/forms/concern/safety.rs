//! What the workers should know for their own and the child's safety.

use crate::forms::question::always;
use crate::forms::{Question, Step};

/// The page.
pub(super) static STEP: Step =
    Step { name: "safety", questions: &[Question::long_text("safety_note")], notes: &[], shown: always };
