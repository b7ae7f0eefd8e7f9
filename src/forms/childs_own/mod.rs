//! The child's own path: a short form in words that a ten-year-old reads. No name is needed, nobody's leave, and no code.
//! Help lines for children stand on every page of it.
//!
//! Whatever a child writes about themselves is looked into as a matter that has come in; from twelve years on it can be an
//! application (Child Welfare Act 417/2007, section 26).

mod about;
mod happening;
mod own_words;
mod reach;
mod talk_to;
mod understood;

use super::common::{municipality, urgency};
use super::{Form, Writer};
use crate::domain::{ContactService, calendar::Matter};

/// The form.
pub static CHILDS_OWN: Form = Form {
    id: "childs_own",
    version: 1,
    texts: "child",
    voice: |_| None,
    writer: Writer::Child,
    service: ContactService::NeedsAssessment,
    matter: |_| Some(Matter::ChildWelfareNotification),
    steps: &[
        &urgency::STEP,
        &own_words::STEP,
        &happening::STEP,
        &talk_to::STEP,
        &reach::STEP,
        &about::STEP,
        &municipality::STEP,
        &understood::STEP,
    ],
};

#[cfg(test)]
mod tests {
    use super::super::filled::{least_of, most_of};
    use super::super::{Answers, HelpTopic, Problem, check, help_for};
    use super::*;

    fn problems(answers: &Answers) -> Vec<(String, Problem)> {
        let findings = check(&CHILDS_OWN, answers).err().unwrap_or_default();
        findings.iter().map(|finding| (finding.field(), finding.problem)).collect()
    }

    #[test]
    fn a_child_must_give_only_words_a_way_and_the_municipality() {
        let expected =
            [("own_words", Problem::Missing), ("reach", Problem::ChooseAtLeastOne), ("municipality", Problem::Missing)];
        assert_eq!(problems(&Answers::default()), expected.map(|(name, problem)| (name.to_owned(), problem)));
        assert_eq!(problems(&least_of(&CHILDS_OWN)), [], "no name, no number");
        assert_eq!(problems(&most_of(&CHILDS_OWN)), []);
    }

    #[test]
    fn a_way_to_be_reached_needs_a_number_or_a_person() {
        for way in ["phone", "text_message", "through_adult"] {
            let mut answers = least_of(&CHILDS_OWN);
            answers.set_chosen("reach", ["own_call", way]);
            assert_eq!(problems(&answers), [("reach_details".to_owned(), Problem::Missing)], "{way}");
        }
    }

    #[test]
    fn what_is_ticked_brings_up_help_at_once() {
        let step = CHILDS_OWN.step("happening").unwrap();
        for (code, topic) in [
            ("danger", HelpTopic::Urgent),
            ("hurt", HelpTopic::Violence),
            ("afraid", HelpTopic::Violence),
            ("touched", HelpTopic::Abuse),
            ("hurting_myself", HelpTopic::SelfHarm),
        ] {
            let mut answers = Answers::default();
            answers.tick("happening", code, true);
            assert_eq!(help_for(step, &answers), [topic], "{code}");
        }
    }

    #[test]
    fn help_lines_for_children_stand_on_every_page_and_no_code_is_asked() {
        assert!(!CHILDS_OWN.writer.help_lines().is_empty());
        assert!(CHILDS_OWN.questions().all(|question| !question.name.contains("identity_code")));
    }

    #[test]
    fn the_words_are_short_enough_for_a_ten_year_old() {
        for language in crate::domain::Language::ALL {
            let texts = crate::i18n::agreement::texts(language);
            for key in texts.keys().filter(|key| key.starts_with("child.")) {
                for sentence in texts.get(key).split_inclusive(['.', '?', '!', '\n']) {
                    let words = sentence.split_whitespace().count();
                    assert!(words <= 24, "{}: {key}: {words} words: {sentence}", language.code());
                }
            }
        }
    }
}
