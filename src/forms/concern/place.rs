//! Where the child is now and where the child lives: asked first, because it is what help needs when it is urgent.

use crate::forms::question::always;
use crate::forms::{Question, Step};

/// The page.
pub(super) static STEP: Step = Step {
    name: "place",
    questions: &[Question::long_text("child_now"), Question::long_text("address")],
    notes: &[],
    shown: always,
};
