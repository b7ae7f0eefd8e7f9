//! Filled forms for tests: the least a person must give, and everything at its limit.

use super::self_referral::{SELF_REFERRAL, set_municipality};
use super::{Answers, Kind, Question};
use crate::domain::MunicipalityCode;

/// Only what the self-referral requires: the municipality, own words, and "I will call you myself".
pub fn least() -> Answers {
    let mut answers = Answers::default();
    set_municipality(&mut answers, MunicipalityCode::parse("993").expect("a code"));
    answers.set_text("own_words", "En jaksa enää iltoja yksin.");
    answers.tick("contact_way", "own_call", true);
    answers
}

/// Every question of the self-referral answered to its limit with characters of four bytes, everything ticked.
pub fn most() -> Answers {
    let mut answers = Answers::default();
    for step in SELF_REFERRAL.steps {
        step.questions.iter().for_each(|question| fill(question, &mut answers));
    }
    for (name, code) in
        [("writer", "professional"), ("client", "yes"), ("guardian_knows", "yes"), ("language", "other")]
    {
        answers.choose(name, code);
    }
    answers
}

fn fill(question: &'static Question, answers: &mut Answers) {
    let wide = |prefix: &str, suffix: &str| {
        let room = question.limit - prefix.chars().count() - suffix.chars().count();
        format!("{prefix}{}{suffix}", "𝒳".repeat(room))
    };
    match question.kind {
        Kind::Municipality => answers.set_text(question.name, "993"),
        Kind::Phone => answers.set_text(question.name, &format!("040{}", " ".repeat(190) + "1234567")),
        Kind::Email => answers.set_text(question.name, &wide("", "@x.fi")),
        Kind::Text | Kind::LongText => answers.set_text(question.name, &wide("13", "")),
        Kind::One(choices) => answers.choose(question.name, choices[0].code()),
        Kind::Many(choices) => answers.set_chosen(question.name, choices.iter().map(|choice| choice.code())),
        Kind::Group(inner) => {
            for row in 0..question.limit {
                answers.change_row(question.name, row, |row| inner.iter().for_each(|question| fill(question, row)));
            }
        }
    }
}
