//! The parent who is expecting the child. Only those with a duty to notify make a notification before birth
//! (Child Welfare Act 417/2007, section 25c).

use crate::forms::question::always;
use crate::forms::{Question, Step};

/// The page.
pub(super) static STEP: Step = Step {
    name: "expecting",
    questions: &[
        Question::text("parent_name").required(),
        Question::text("parent_identity_code"),
        Question::text("due_date"),
        Question::long_text("parent_address"),
        Question::phone("parent_phone").about_another(),
        Question::long_text("other_parent"),
    ],
    notes: &[],
    shown: always,
};
