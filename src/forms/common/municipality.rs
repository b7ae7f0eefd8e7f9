//! Where the child or family lives: decides which team reads this, and how it travels.

use crate::domain::MunicipalityCode;
use crate::forms::question::always;
use crate::forms::{Answers, Question, Step};

/// The name of the question in every form. Its answer comes from the selector of the whole site.
pub const MUNICIPALITY: &str = "municipality";

/// The page. The app's selector draws the question and carries the choice made elsewhere on the site.
pub(in crate::forms) static STEP: Step = Step {
    name: "municipality",
    questions: &[Question::municipality(MUNICIPALITY).required()],
    notes: &[],
    shown: always,
};

/// The code of the chosen municipality, or the empty text.
pub fn municipality(answers: &Answers) -> &str {
    answers.text(MUNICIPALITY)
}

/// Puts the selector's choice into the answers.
pub fn set_municipality(answers: &mut Answers, code: MunicipalityCode) {
    answers.set_text(MUNICIPALITY, &code.to_string());
}
