//! The self-referral: a contact to the service needs assessment team (Social Welfare Act 1301/2014, sections 35 and 36),
//! written by the family itself or by somebody together with it. One file per step, in the order they are asked.
//!
//! Required are the municipality, the person's own words and one way of contact, and a name only where the team gets in
//! touch. Everything else may be skipped: nobody is stopped by what they cannot know.

mod care_place;
mod child_knows;
mod child_words;
mod client;
mod contact;
mod family;
mod language;
mod meeting;
mod municipality;
mod other_guardian;
mod own_words;
mod reach;
mod safe_contact;
mod services;
mod strengths;
mod topics;
mod understood;
mod urgency;
mod wishes;
mod writer;

use super::{Answers, Form};

pub use wishes::tick_wishes;

/// The form.
pub static SELF_REFERRAL: Form = Form {
    id: "self_referral",
    version: 1,
    texts: "referral",
    voice: writer::voice,
    steps: &[
        &urgency::STEP,
        &municipality::STEP,
        &writer::STEP,
        &client::STEP,
        &topics::STEP,
        &own_words::STEP,
        &wishes::STEP,
        &family::STEP,
        &care_place::STEP,
        &strengths::STEP,
        &services::STEP,
        &child_knows::STEP,
        &child_words::STEP,
        &other_guardian::STEP,
        &contact::STEP,
        &reach::STEP,
        &safe_contact::STEP,
        &language::STEP,
        &meeting::STEP,
        &understood::STEP,
    ],
};

/// The name of the question for the municipality. Its answer comes from the selector of the whole site.
pub const MUNICIPALITY: &str = municipality::NAME;

/// The code of the chosen municipality, or the empty text.
pub fn municipality(answers: &Answers) -> &str {
    answers.text(municipality::NAME)
}

/// Puts the selector's choice into the answers.
pub fn set_municipality(answers: &mut Answers, code: crate::domain::MunicipalityCode) {
    answers.set_text(municipality::NAME, &code.to_string());
}

#[cfg(test)]
mod tests;
