//! The child's school or day care.

use crate::forms::question::always;
use crate::forms::{Question, Step};

/// The page.
pub(super) static STEP: Step =
    Step { name: "school", questions: &[Question::text("school")], notes: &[], shown: always };
