//! A check at the end for professionals: in some cases a report to the police is made as well (Child Welfare Act 417/2007,
//! section 25). It may be skipped; nobody is stopped by it.

use crate::forms::question::always;
use crate::forms::{Choice, Question, Step};

/// The page.
pub(super) static STEP: Step = Step {
    name: "police",
    questions: &[Question::one(
        "police",
        &[Choice("made"), Choice("will_make"), Choice("no_reason"), Choice("unknown")],
    )],
    notes: &["rule"],
    shown: always,
};
