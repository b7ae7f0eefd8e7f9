//! Brings stored answers back into a form that may have changed since: question by question, losing nothing.

use super::{Answer, Answers, Form, Kind, Question};

/// What came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Restored {
    /// The answers that fit the form of today.
    pub answers: Answers,
    /// The answers that no longer fit, with their question's name, so that their text can be shown and copied.
    pub left_over: Vec<(String, Answer)>,
}

/// Sorts stored answers into those that fit and those that do not.
pub fn restore(form: &Form, stored: impl IntoIterator<Item = (String, Answer)>) -> Restored {
    let mut restored = Restored::default();
    for (name, answer) in stored {
        if form.steps.iter().flat_map(|step| step.questions).any(|question| fits(question, &name, &answer)) {
            restored.answers.set(&name, answer);
        } else {
            restored.left_over.push((name, answer));
        }
    }
    restored
}

/// Whether an answer belongs to this question: same name, same kind of answer, known codes only.
fn fits(question: &Question, name: &str, answer: &Answer) -> bool {
    let known = |code: &str| question.choices().iter().any(|choice| choice.code() == code);
    let row_fits = |row: &Answers| {
        row.entries().all(|(name, answer)| question.inner().iter().any(|inner| fits(inner, name, answer)))
    };
    question.name == name
        && match (question.kind, answer) {
            (Kind::One(_), Answer::Chosen(codes)) => codes.len() == 1 && known(&codes[0]),
            (Kind::Many(_), Answer::Chosen(codes)) => codes.iter().all(|code| known(code)),
            (Kind::Group(_), Answer::Rows(rows)) => rows.iter().all(row_fits),
            (Kind::One(_) | Kind::Many(_) | Kind::Group(_), _) => false,
            (_, answer) => matches!(answer, Answer::Text(_)),
        }
}
