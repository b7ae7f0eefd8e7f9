//! The language to speak, and an interpreter.

use crate::forms::question::always;
use crate::forms::{Answers, Choice, Question, Step};

/// The page.
pub(in crate::forms) static STEP: Step = Step {
    name: "language",
    questions: &[
        Question::one(
            "language",
            &[Choice("fi"), Choice("sv"), Choice("en"), Choice("sami"), Choice("sign"), Choice("other")],
        ),
        Question::text("other_language").shown_when(is_other),
        Question::one("interpreter", &[Choice("yes"), Choice("no"), Choice("unknown")]),
    ],
    notes: &[],
    shown: always,
};

fn is_other(answers: &Answers) -> bool {
    ["sami", "sign", "other"].iter().any(|code| answers.is_chosen("language", code))
}
