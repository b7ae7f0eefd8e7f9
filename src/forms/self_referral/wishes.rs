//! What would help. Ticks made while reading the guide ("we would like to hear about this") arrive here.

use crate::forms::question::always;
use crate::forms::{Answers, Choice, Question, Step};

const NAME: &str = "wishes";

/// The codes of services are the guide's page ids.
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

/// Ticks the wishes that were ticked in the guide, by the ids of its pages; pages that are no wish are passed over.
pub fn wishes_from_guide<'a>(answers: &mut Answers, pages: impl IntoIterator<Item = &'a str>) {
    for page in pages {
        // The guide tells of support family and support person on one page.
        let codes: &[&str] =
            if page == "support_family_and_person" { &["support_family", "support_person"] } else { &[page] };
        for choice in CHOICES.iter().filter(|choice| codes.contains(&choice.code())) {
            answers.tick(NAME, choice.code(), true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_from_the_guide_arrive_and_other_pages_are_passed_over() {
        let mut answers = Answers::default();
        wishes_from_guide(&mut answers, ["family_work", "support_family_and_person", "open_care"]);
        let codes: Vec<_> = answers.chosen(NAME).iter().map(AsRef::as_ref).collect();
        assert_eq!(codes, ["family_work", "support_family", "support_person"]);
    }
}
