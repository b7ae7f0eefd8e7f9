//! Filled forms for tests: the least a person must give, and everything at its limit.

use super::self_referral::SELF_REFERRAL;
use super::{Answers, Form, Kind, MUNICIPALITY, Question};

/// Only what the self-referral requires: the municipality, own words, and "I will call you myself".
pub fn least() -> Answers {
    least_of(&SELF_REFERRAL)
}

/// Every question of the self-referral answered to its limit with characters of four bytes, everything ticked.
pub fn most() -> Answers {
    most_of(&SELF_REFERRAL)
}

/// Only what a form requires, in words of an invented family.
pub fn least_of(form: &Form) -> Answers {
    let mut answers = Answers::default();
    answers.set_text(MUNICIPALITY, "993");
    match form.id {
        "self_referral" => {
            answers.set_text("own_words", "En jaksa enää iltoja yksin.");
            answers.tick("contact_way", "own_call", true);
        }
        "childs_own" => {
            answers.set_text("own_words", "Kotona on vaikeaa.");
            answers.tick("reach", "own_call", true);
        }
        _ => answers.set_text("seen", "Lapsi oli yöllä yksin pihalla."),
    }
    match form.id {
        "concern_professional" => {
            answers.change_row("children", 0, |row| row.set_text("children.name", "Aino Esimerkki"));
            answers.choose("told_child", "yes");
            answers.choose("told_guardians", "all");
            set_professional(&mut answers);
        }
        "concern_before_birth" => {
            answers.set_text("parent_name", "Oili Esimerkki");
            answers.choose("told_parent", "yes");
            set_professional(&mut answers);
        }
        _ => {}
    }
    answers
}

fn set_professional(answers: &mut Answers) {
    for (name, words) in
        [("name", "Opettaja Esimerkki"), ("role", "Opettaja"), ("workplace", "Koulu"), ("phone", "040 000 0090")]
    {
        answers.set_text(name, words);
    }
}

/// Every question of a form answered to its limit with characters of four bytes, everything ticked, and every condition met
/// under which a question is asked.
pub fn most_of(form: &Form) -> Answers {
    let mut answers = Answers::default();
    for step in form.steps {
        step.questions.iter().for_each(|question| fill(question, &mut answers));
    }
    for (name, code) in OPENING {
        if form.question(name).is_some() {
            answers.choose(name, code);
        }
    }
    answers
}

/// The choices that bring further questions with them.
const OPENING: [(&str, &str); 8] = [
    ("writer", "professional"),
    ("client", "yes"),
    ("guardian_knows", "yes"),
    ("language", "other"),
    ("name_choice", "with_name"),
    ("may_call", "yes"),
    ("told_guardians", "no"),
    ("told_parent", "no"),
];

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
