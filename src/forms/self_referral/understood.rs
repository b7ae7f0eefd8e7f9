//! What happens next, who reads this and what is recorded: said before the check page. It is no consent box, since the
//! county's work rests on law and not on consent.

use crate::forms::Step;
use crate::forms::question::always;

/// The page.
pub(super) static STEP: Step = Step {
    name: "understood",
    questions: &[],
    notes: &["next", "who_reads", "recorded", "your_rights"],
    shown: always,
};
