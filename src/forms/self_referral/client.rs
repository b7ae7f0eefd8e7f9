//! Already a client? Then one's own worker is the quickest way. That is said, and the form goes on.

use crate::forms::question::always;
use crate::forms::{Answers, Choice, Question, Step};

/// The page.
pub(super) static STEP: Step = Step {
    name: "client",
    questions: &[
        Question::one("client", &[Choice("yes"), Choice("no"), Choice("unknown")]),
        Question::text("own_worker").shown_when(is_client),
    ],
    notes: &[],
    shown: always,
};

fn is_client(answers: &Answers) -> bool {
    answers.is_chosen("client", "yes")
}
