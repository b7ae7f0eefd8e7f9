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
mod meeting;
mod other_guardian;
mod own_words;
mod reach;
mod safe_contact;
mod services;
mod strengths;
mod topics;
mod understood;
mod wishes;
mod writer;

use super::common::{language, municipality, urgency};
use super::{Answers, Form, Writer};
use crate::domain::{ContactService, calendar::Matter};

pub use wishes::{WISHES, tick_wish, wishes};

/// The form.
pub static SELF_REFERRAL: Form = Form {
    id: "self_referral",
    version: 1,
    texts: "referral",
    voice: writer::voice,
    writer: Writer::Family,
    service: ContactService::NeedsAssessment,
    matter,
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

/// A contact about a child has limits in law. Before a child is born it is an adult's matter, and the law names no day.
fn matter(answers: &Answers) -> Option<Matter> {
    (!writer::is_expecting(answers)).then_some(Matter::ChildServiceNeeds)
}

#[cfg(test)]
mod tests;
