//! The urgency gate: said first, never data. The form is not read at once, and says so before anything is written.

use crate::forms::Step;
use crate::forms::question::always;

/// The page.
pub(in crate::forms) static STEP: Step = Step {
    name: "urgency",
    questions: &[],
    notes: &["not_read_at_once", "danger", "emergency_service", "go_on"],
    shown: always,
};
