//! The child's own words, from twelve years on. A child who writes the whole form has said it already.

use crate::forms::{Answers, Question, Step};

use super::{family, writer};

/// The page.
pub(super) static STEP: Step = Step {
    name: "child_words",
    questions: &[Question::long_text("child_words")],
    notes: &["to_the_child"],
    shown: has_something_to_say,
};

fn has_something_to_say(answers: &Answers) -> bool {
    family::has_child_of_twelve(answers) && !writer::is_child(answers)
}
