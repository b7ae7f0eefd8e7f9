//! The answers as they stand on the check page, on paper and in the prepare-for-the-call sheet.

use crate::i18n::Texts;

use super::{Answers, Form, Kind, Question, Step, Wording};

/// The answers of one step.
#[derive(Clone, Debug, PartialEq)]
pub struct SummaryGroup {
    /// The step to go to for a change.
    pub step: &'static Step,
    /// Its heading.
    pub heading: String,
    /// Its questions.
    pub rows: Vec<SummaryRow>,
}

/// One question with its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct SummaryRow {
    /// The question.
    pub question: &'static Question,
    /// The question in words.
    pub label: String,
    /// The answer, one text a line (option, paragraph, person). Empty when it was not answered.
    pub lines: Vec<String>,
}

/// The whole form, step by step, leaving out steps that ask nothing. `municipality` is the chosen municipality's name: the
/// answers hold its code only.
pub fn summary(form: &'static Form, answers: &Answers, texts: &Texts, municipality: &str) -> Vec<SummaryGroup> {
    let wording = Wording::new(form, texts, answers);
    let asking = form.shown_steps(answers).filter(|step| step.shown_questions(answers).next().is_some());
    asking.map(|step| group(step, answers, &wording, municipality)).collect()
}

fn group(step: &'static Step, answers: &Answers, wording: &Wording<'_>, municipality: &str) -> SummaryGroup {
    let row = |question: &'static Question| SummaryRow {
        question,
        label: wording.label(question),
        lines: answer_lines(question, answers, wording, municipality),
    };
    SummaryGroup { step, heading: wording.heading(step), rows: step.shown_questions(answers).map(row).collect() }
}

/// The answer to one question in words, one text a line. Outer white space and empty lines at the ends are left out.
pub(crate) fn answer_lines(
    question: &'static Question,
    answers: &Answers,
    wording: &Wording<'_>,
    municipality: &str,
) -> Vec<String> {
    match question.kind {
        Kind::One(choices) | Kind::Many(choices) => {
            let chosen = choices.iter().filter(|choice| answers.is_chosen(question.name, choice.code()));
            chosen.map(|choice| wording.choice(question, *choice)).collect()
        }
        Kind::Group(inner) => {
            let rows = answers.rows(question.name).iter();
            rows.map(|row| row_line(inner, row, wording)).filter(|line| !line.is_empty()).collect()
        }
        Kind::Municipality if !answers.text(question.name).is_empty() => vec![municipality.to_owned()],
        _ => answers.text(question.name).trim().lines().map(str::to_owned).collect(),
    }
}

/// One person of a list in a line: "Aino, 13, lives here".
fn row_line(questions: &'static [Question], row: &Answers, wording: &Wording<'_>) -> String {
    let shown = questions.iter().filter(|question| (question.shown)(row));
    let parts: Vec<_> = shown.flat_map(|question| answer_lines(question, row, wording, "")).collect();
    parts.join(", ")
}
