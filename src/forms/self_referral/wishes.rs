//! What would help. Ticks made while reading the guide ("we would like to hear about this") arrive here.

use crate::forms::question::always;
use crate::forms::{Answers, Choice, Question, Step};

const NAME: &str = "wishes";

/// Each may stand as a tick on a page of the guide.
const CHOICES: &[Choice] = &[
    Choice("talk"),
    Choice("home_service"),
    Choice("family_work"),
    Choice("support_family"),
    Choice("support_person"),
    Choice("family_counselling"),
    Choice("peer_group"),
    Choice("financial_support"),
    Choice("unknown"),
];

/// The page.
pub(super) static STEP: Step =
    Step { name: "wishes", questions: &[Question::many(NAME, CHOICES)], notes: &[], shown: always };

/// Ticks wishes by the codes that the guide's pages carry (`ticks` in `data/pages.toml`); a code that is no wish is passed over.
pub fn tick_wishes<'a>(answers: &mut Answers, codes: impl IntoIterator<Item = &'a str>) {
    for code in codes {
        if CHOICES.iter().any(|choice| choice.code() == code) {
            answers.tick(NAME, code, true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_from_the_guide_arrive_and_other_codes_are_passed_over() {
        let mut answers = Answers::default();
        tick_wishes(&mut answers, ["family_work", "open_care", "support_person", "family_work"]);
        let codes: Vec<_> = answers.chosen(NAME).iter().map(AsRef::as_ref).collect();
        assert_eq!(codes, ["family_work", "support_person"]);
    }
}
