//! What happens next, who reads this, and what the family gets to know: said before the check page, no consent box.

use crate::forms::Step;
use crate::forms::question::always;

/// The page.
pub(super) static STEP: Step =
    Step { name: "understood", questions: &[], notes: &["next", "who_reads", "family", "silence"], shown: always };
