//! Is it safe to call? Asked wherever the team gets in touch, and always when violence at home was named.

use crate::forms::{Answers, Choice, Question, Step};

use super::contact::{by_phone, team_gets_in_touch};
use super::topics::names_violence;

/// The page.
pub(super) static STEP: Step = Step {
    name: "safe_contact",
    questions: &[
        Question::one("safe_to_call", &[Choice("yes"), Choice("at_times"), Choice("no"), Choice("unknown")]),
        Question::long_text("safe_times"),
        Question::one("message_ok", &[Choice("yes"), Choice("name_only"), Choice("no")]).shown_when(by_phone),
        Question::long_text("must_not_hear"),
        Question::long_text("safe_place").shown_when(names_violence),
    ],
    notes: &["safety"],
    shown: is_asked,
};

fn is_asked(answers: &Answers) -> bool {
    team_gets_in_touch(answers) || names_violence(answers)
}
