//! Who helps now and what works well: a family is more than its worries.

use crate::forms::question::always;
use crate::forms::{Question, Step};

/// The page.
pub(super) static STEP: Step =
    Step { name: "strengths", questions: &[Question::long_text("strengths")], notes: &[], shown: always };
