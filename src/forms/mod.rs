//! The form engine: what a question is, what was answered, which step comes next, what is not ready yet, and the summary.
//!
//! A form is Rust data ([`Form`] → [`Step`] → [`Question`]), so that one component can draw any question. Its words are in
//! `content/<language>/texts`, under keys derived from its names ([`Wording`]). Nothing here draws, stores or sends.

mod answers;
mod call_sheet;
mod check;
pub mod childs_own;
mod common;
pub mod concern;
pub mod entry;
mod form;
mod giveaways;
mod help;
mod journey;
pub mod keys;
mod preview;
mod problem;
mod question;
pub mod self_referral;
mod summary;
mod wording;

pub use answers::{Answer, Answers};
pub use call_sheet::call_sheet;
pub(crate) use check::is_control;
pub use check::{CheckedForm, Finding, check, check_step};
pub use common::municipality::{MUNICIPALITY, municipality, set_municipality};
pub use form::{Form, Step, Writer};
pub use giveaways::{Giveaway, GiveawayKind, giveaways};
pub use help::{HelpTopic, help_for};
pub use journey::{Journey, Position};
pub use preview::{SenderShown, preview};
pub use problem::Problem;
pub use question::{Choice, Kind, Question};
pub(crate) use summary::answer_lines;
pub use summary::{SummaryGroup, SummaryRow, summary};
pub use wording::Wording;

/// Every form that can be filled in and sent.
pub static FORMS: [&Form; 5] = [
    &self_referral::SELF_REFERRAL,
    &childs_own::CHILDS_OWN,
    &concern::CONCERN_PRIVATE,
    &concern::CONCERN_PROFESSIONAL,
    &concern::CONCERN_BEFORE_BIRTH,
];

#[cfg(test)]
pub mod filled;
#[cfg(test)]
mod texts_test;
