//! Do the child and the guardians know of the notification, and if not, why not? Professionals are asked for it (THL's
//! handbook on the child welfare notification).

use crate::forms::question::always;
use crate::forms::{Answers, Choice, Question, Step};

const CHILD: &str = "told_child";
const GUARDIANS: &str = "told_guardians";
const PARENT: &str = "told_parent";
const WHY_NOT: Question =
    Question::long_text("why_not").required_when(somebody_was_not_told).shown_when(somebody_was_not_told);

/// The page.
pub(super) static STEP: Step = Step {
    name: "told",
    questions: &[
        Question::one(CHILD, &[Choice("yes"), Choice("no"), Choice("too_young")]).required(),
        Question::one(GUARDIANS, &[Choice("all"), Choice("some"), Choice("no")]).required(),
        WHY_NOT,
    ],
    notes: &[],
    shown: always,
};

/// The page before a child is born.
pub(super) static BEFORE_BIRTH: Step = Step {
    name: "told",
    questions: &[Question::one(PARENT, &[Choice("yes"), Choice("no")]).required(), WHY_NOT],
    notes: &[],
    shown: always,
};

fn somebody_was_not_told(answers: &Answers) -> bool {
    let answered = |name, code| answers.is_chosen(name, code);
    answered(CHILD, "no") || answered(GUARDIANS, "some") || answered(GUARDIANS, "no") || answered(PARENT, "no")
}
