//! What happens then, who reads it, and what nobody can promise: told truthfully before anything is sent.

use crate::forms::Step;
use crate::forms::question::always;

/// The page.
pub(super) static STEP: Step =
    Step { name: "understood", questions: &[], notes: &["next", "who_reads", "secrecy", "parents"], shown: always };
