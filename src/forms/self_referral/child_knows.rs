//! Does the child know of this contact? Not asked of a child who writes, nor where the child is not yet born.

use crate::forms::{Answers, Choice, Question, Step};

use super::writer;

/// The page.
pub(super) static STEP: Step = Step {
    name: "child_knows",
    questions: &[Question::one(
        "child_knows",
        &[Choice("yes"), Choice("no"), Choice("too_young"), Choice("rather_not_say")],
    )],
    notes: &[],
    shown: somebody_else_writes,
};

fn somebody_else_writes(answers: &Answers) -> bool {
    !writer::is_child(answers) && !writer::is_expecting(answers)
}
