//! The child or children. A private person writes what they know; a professional gives a name, and the identity code if they
//! have it: it is asked of nobody else.

use crate::forms::question::always;
use crate::forms::{Question, Step};

const NAME: &str = "children";
/// More rows than the children of one notification; a limit keeps the message within its size.
const ROWS: usize = 10;

const AS_FAR_AS_KNOWN: &[Question] = &[Question::text("children.name"), Question::text("children.age")];

const WITH_NAME: &[Question] = &[
    Question::text("children.name").required(),
    Question::text("children.age"),
    Question::text("children.identity_code"),
];

/// The page of a private person, whom nothing about the child may stop.
pub(super) static STEP: Step =
    Step { name: "children", questions: &[Question::group(NAME, AS_FAR_AS_KNOWN, ROWS)], notes: &[], shown: always };

/// The page of a professional.
pub(super) static PROFESSIONAL: Step = Step {
    name: "children",
    questions: &[Question::group(NAME, WITH_NAME, ROWS).required()],
    notes: &[],
    shown: always,
};
