//! What would help. Ticks made while reading the guide ("we would like to hear about this") arrive here.

use crate::forms::question::always;
use crate::forms::{Answers, Choice, Question, Step};

/// The name of the question.
pub const WISHES: &str = "wishes";

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
    Step { name: "wishes", questions: &[Question::many(WISHES, CHOICES)], notes: &[], shown: always };

/// Ticks a wish, or takes it back, by the code that a box of the guide carries (`ticks` in `data/pages.toml`); a code that
/// is no wish is passed over.
pub fn tick_wish(answers: &mut Answers, code: &str, ticked: bool) {
    if CHOICES.iter().any(|choice| choice.code() == code) {
        answers.tick(WISHES, code, ticked);
    }
}

/// The codes of what is wished for, in the order of ticking.
pub fn wishes(answers: &Answers) -> Vec<String> {
    answers.chosen(WISHES).iter().map(|code| code.as_ref().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_from_the_guide_arrive_and_other_codes_are_passed_over() {
        let mut answers = Answers::default();
        for code in ["family_work", "open_care", "support_person", "family_work"] {
            tick_wish(&mut answers, code, true);
        }
        assert_eq!(wishes(&answers), ["family_work", "support_person"]);
        tick_wish(&mut answers, "family_work", false);
        assert_eq!(wishes(&answers), ["support_person"]);
        tick_wish(&mut answers, "support_person", false);
        assert_eq!(answers, Answers::default(), "nothing is left that would count as an answer");
    }
}
