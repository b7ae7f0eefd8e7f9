//! Advice for a private person: talk with the family first if that is safe. Nothing is asked, and nobody is held up.

use crate::forms::Step;
use crate::forms::question::always;

/// The page.
pub(super) static STEP: Step = Step { name: "talk", questions: &[], notes: &["advice"], shown: always };
