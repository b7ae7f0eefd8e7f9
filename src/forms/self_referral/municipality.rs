//! Where the family lives: decides which team reads this, and how it travels.

use crate::forms::question::always;
use crate::forms::{Question, Step};

/// The question's name.
pub(super) const NAME: &str = "municipality";

/// The page. The app's selector draws the question and carries the choice made elsewhere on the site.
pub(super) static STEP: Step =
    Step { name: "municipality", questions: &[Question::municipality(NAME).required()], notes: &[], shown: always };
