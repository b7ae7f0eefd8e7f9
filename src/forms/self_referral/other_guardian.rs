//! Does the other guardian know, and may they be contacted? Nothing is chosen beforehand: a wrong "yes" can be dangerous.

use crate::forms::question::always;
use crate::forms::{Answers, Choice, Question, Step};

/// The page.
pub(super) static STEP: Step = Step {
    name: "other_guardian",
    questions: &[
        Question::one(
            "guardian_knows",
            &[Choice("yes"), Choice("no"), Choice("no_other"), Choice("unknown"), Choice("rather_not_say")],
        ),
        Question::one("guardian_contact", &[Choice("yes"), Choice("ask_first"), Choice("no"), Choice("unknown")])
            .shown_when(there_may_be_another),
    ],
    notes: &["safety"],
    shown: always,
};

fn there_may_be_another(answers: &Answers) -> bool {
    !answers.is_chosen("guardian_knows", "no_other")
}
