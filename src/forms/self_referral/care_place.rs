//! The child's day care or school.

use crate::forms::question::always;
use crate::forms::{Question, Step};

/// The page.
pub(super) static STEP: Step =
    Step { name: "care_place", questions: &[Question::long_text("care_place")], notes: &[], shown: always };
