//! How the child can be reached without danger, or "I will call". A number is needed only where somebody is to use it.

use crate::forms::question::always;
use crate::forms::{Answers, Choice, Question, Step};

const NAME: &str = "reach";

/// The page.
pub(super) static STEP: Step = Step {
    name: "reach",
    questions: &[
        Question::many(NAME, &[Choice("phone"), Choice("text_message"), Choice("through_adult"), Choice("own_call")])
            .required(),
        Question::text("reach_details").required_when(may_be_reached).shown_when(may_be_reached),
        Question::long_text("safe_times").shown_when(may_be_reached),
        Question::long_text("must_not_know"),
    ],
    notes: &[],
    shown: always,
};

fn may_be_reached(answers: &Answers) -> bool {
    ["phone", "text_message", "through_adult"].iter().any(|way| answers.is_chosen(NAME, way))
}
