//! Services now or earlier, so that nobody has to tell everything again.

use crate::forms::question::always;
use crate::forms::{Question, Step};

/// The page.
pub(super) static STEP: Step =
    Step { name: "services", questions: &[Question::long_text("services")], notes: &[], shown: always };
