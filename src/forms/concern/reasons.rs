//! Reasons to tick: help for writing, never in place of the text. They follow the reasons that authorities name (THL's
//! handbook on the child welfare notification).

use crate::forms::question::always;
use crate::forms::{Choice, Question, Step};

const NAME: &str = "reasons";

const CHOICES: &[Choice] = &[
    Choice("basic_needs"),
    Choice("left_alone"),
    Choice("violence"),
    Choice("lack_of_care"),
    Choice("adult_wellbeing"),
    Choice("no_network"),
    Choice("child_risk"),
    Choice("conflict"),
    Choice("school_absence"),
    Choice("burdens"),
    Choice("money"),
    Choice("domestic_violence"),
    Choice("other"),
];

/// Those that can be there before a child is born.
const BEFORE_BIRTH_CHOICES: &[Choice] = &[
    Choice("adult_wellbeing"),
    Choice("no_network"),
    Choice("conflict"),
    Choice("domestic_violence"),
    Choice("money"),
    Choice("other"),
];

/// The page.
pub(super) static STEP: Step =
    Step { name: "reasons", questions: &[Question::many(NAME, CHOICES)], notes: &[], shown: always };

/// The page before a child is born.
pub(super) static BEFORE_BIRTH: Step =
    Step { name: "reasons", questions: &[Question::many(NAME, BEFORE_BIRTH_CHOICES)], notes: &[], shown: always };
