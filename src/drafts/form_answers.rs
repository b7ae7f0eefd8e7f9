//! Between a form and its draft: answers into the record, and back into the form of today.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Asks, KeptAnswer, KnownQuestion};
use crate::forms::{Answer, Answers, Form, Kind, Question};

/// The answers as they are kept in a record.
pub fn kept_answers(answers: &Answers) -> BTreeMap<String, KeptAnswer> {
    answers.entries().map(|(name, answer)| (name.to_owned(), kept(answer))).collect()
}

/// Kept answers as the form holds them.
pub fn form_answers(kept: &BTreeMap<String, KeptAnswer>) -> Answers {
    let mut answers = Answers::default();
    for (name, answer) in kept {
        answers.set(name, given(answer));
    }
    answers
}

/// What restoring needs to know about the questions of a form.
pub fn known_questions(form: &Form) -> Vec<KnownQuestion> {
    form.steps.iter().flat_map(|step| step.questions).map(known).collect()
}

fn kept(answer: &Answer) -> KeptAnswer {
    match answer {
        Answer::Text(text) => KeptAnswer::Text(text.as_ref().to_owned()),
        Answer::Chosen(codes) => KeptAnswer::Codes(codes.iter().map(|code| code.as_ref().to_owned()).collect()),
        Answer::Rows(rows) => KeptAnswer::Rows(rows.iter().map(kept_answers).collect()),
    }
}

fn given(answer: &KeptAnswer) -> Answer {
    match answer {
        KeptAnswer::Text(text) => Answer::Text(text.as_str().into()),
        KeptAnswer::Codes(codes) => Answer::Chosen(codes.iter().map(|code| Arc::from(code.as_str())).collect()),
        KeptAnswer::Rows(rows) => Answer::Rows(rows.iter().map(form_answers).collect()),
    }
}

fn known(question: &Question) -> KnownQuestion {
    let codes = || question.choices().iter().map(|choice| choice.code().to_owned()).collect();
    let asks = match question.kind {
        Kind::One(_) => Asks::One(codes()),
        Kind::Many(_) => Asks::Several(codes()),
        Kind::Group(inner) => Asks::Rows(inner.iter().map(known).collect()),
        Kind::Text | Kind::LongText | Kind::Phone | Kind::Email | Kind::Municipality => Asks::Words,
    };
    KnownQuestion { name: question.name.to_owned(), asks }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafts::{read_record, restore};
    use crate::forms::self_referral::SELF_REFERRAL;
    use crate::forms::{FORMS, filled};

    #[test]
    fn every_answer_of_every_form_comes_back_from_a_draft() {
        for form in FORMS {
            for answers in [Answers::default(), filled::least_of(form), filled::most_of(form)] {
                let restored = restore(&kept_answers(&answers), &known_questions(form));
                assert_eq!(form_answers(&restored.answers), answers);
                assert_eq!(restored.left_over, []);
            }
        }
    }

    #[test]
    fn the_first_draft_ever_kept_fits_the_form_of_today() {
        let (record, _) = read_record(include_bytes!("../../tests/fixtures/drafts/v1.json")).expect("it opens");
        let restored = restore(&record.answers, &known_questions(&SELF_REFERRAL));
        assert_eq!(restored.left_over, []);
        assert_eq!(form_answers(&restored.answers).rows("family").len(), 2);
        assert!(SELF_REFERRAL.step(&record.step).is_some());
    }
}
