//! The guardians, as far as they are known.

use crate::forms::question::always;
use crate::forms::{Choice, Question, Step};

/// As many as the rules of the form ask for; others fit into the text.
const GUARDIANS: usize = 2;

const GUARDIAN: &[Question] = &[
    Question::text("guardians.name"),
    Question::phone("guardians.phone").about_another(),
    Question::text("guardians.address"),
    Question::one("guardians.home", &[Choice("here"), Choice("elsewhere"), Choice("both"), Choice("unknown")]),
];

/// The page.
pub(super) static STEP: Step =
    Step { name: "family", questions: &[Question::group("guardians", GUARDIAN, GUARDIANS)], notes: &[], shown: always };
