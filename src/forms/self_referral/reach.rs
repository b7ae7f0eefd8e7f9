//! Name and details for the chosen ways of contact. A name is required only where the team gets in touch.

use crate::forms::question::always;
use crate::forms::{Question, Step};

use super::contact::{by_email, by_letter, by_phone, team_gets_in_touch};

/// The page.
pub(super) static STEP: Step = Step {
    name: "reach",
    questions: &[
        Question::text("name").required_when(team_gets_in_touch).with_purpose("name"),
        Question::phone("phone").required_when(by_phone).shown_when(by_phone),
        Question::email("email").required_when(by_email).shown_when(by_email),
        Question::long_text("address").required_when(by_letter).shown_when(by_letter).with_purpose("street-address"),
    ],
    notes: &[],
    shown: always,
};
