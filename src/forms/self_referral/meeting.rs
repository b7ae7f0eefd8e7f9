//! Where it would be good to meet.

use crate::forms::question::always;
use crate::forms::{Choice, Question, Step};

/// The page.
pub(super) static STEP: Step = Step {
    name: "meeting",
    questions: &[Question::many(
        "meeting",
        &[
            Choice("home"),
            Choice("office"),
            Choice("day_care"),
            Choice("school"),
            Choice("remotely"),
            Choice("anywhere"),
        ],
    )],
    notes: &[],
    shown: always,
};
