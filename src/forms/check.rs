//! From what was typed to what can be delivered. Problems come all at once, and only when somebody asks to go on.

use crate::domain::MunicipalityCode;

use super::{Answer, Answers, Form, Kind, Problem, Question, Step};

/// A problem with its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Finding {
    /// The step where it is mended.
    pub step: &'static Step,
    /// The question.
    pub question: &'static Question,
    /// The row inside a group, counted from zero.
    pub row: Option<usize>,
    /// What is wrong.
    pub problem: Problem,
}

impl Finding {
    /// The name of the field in the page, to which the error summary links.
    pub fn field(&self) -> String {
        self.question.field(self.row)
    }
}

/// A form whose answers are all ready to be delivered. It can only come from [`check`].
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedForm {
    form: &'static Form,
    answers: Answers,
}

impl CheckedForm {
    /// The form that was answered.
    pub const fn form(&self) -> &'static Form {
        self.form
    }

    /// The answers, trimmed, and only those to questions that this person is asked.
    pub const fn answers(&self) -> &Answers {
        &self.answers
    }
}

/// Everything on one step that is not ready, in the order of the page.
pub fn check_step(step: &'static Step, answers: &Answers) -> Vec<Finding> {
    let mut findings = Vec::new();
    for question in step.shown_questions(answers) {
        find_problems(step, question, answers, None, &mut findings);
    }
    findings
}

/// Checks the whole form. Answers to questions that are no longer asked are left out, texts are trimmed, empty rows go.
///
/// # Errors
/// Everything that is not ready, in the order of the form.
pub fn check(form: &'static Form, answers: &Answers) -> Result<CheckedForm, Vec<Finding>> {
    let findings: Vec<_> = form.shown_steps(answers).flat_map(|step| check_step(step, answers)).collect();
    if !findings.is_empty() {
        return Err(findings);
    }
    let mut checked = Answers::default();
    for question in form.shown_steps(answers).flat_map(|step| step.shown_questions(answers)) {
        copy_checked(question, answers, &mut checked);
    }
    Ok(CheckedForm { form, answers: checked })
}

/// Whether a step needs nothing more.
pub(super) fn is_answered(step: &'static Step, answers: &Answers) -> bool {
    check_step(step, answers).is_empty()
}

fn find_problems(
    step: &'static Step,
    question: &'static Question,
    answers: &Answers,
    row: Option<usize>,
    findings: &mut Vec<Finding>,
) {
    let problem = problem_with(question, answers);
    findings.extend(problem.map(|problem| Finding { step, question, row, problem }));
    for (index, answers) in rows_to_check(question, answers) {
        for inner in question.inner().iter().filter(|inner| (inner.shown)(&answers)) {
            find_problems(step, inner, &answers, Some(index), findings);
        }
    }
}

/// The rows of a group in which something must be right, with their place. A row in which nobody has written asks for
/// nothing; of a list that is required, the first row must be filled in when no other is.
fn rows_to_check(question: &Question, answers: &Answers) -> Vec<(usize, Answers)> {
    let rows = answers.rows(question.name).iter().cloned().enumerate();
    let mut written: Vec<_> = rows.filter(|(_, row)| !row.is_empty()).collect();
    if written.is_empty() && (question.required)(answers) {
        written.push((0, Answers::default()));
    }
    written
}

fn problem_with(question: &Question, answers: &Answers) -> Option<Problem> {
    let required = (question.required)(answers);
    match question.kind {
        Kind::One(_) => (required && known_codes(question, answers).is_empty()).then_some(Problem::ChooseOne),
        Kind::Many(_) => (required && known_codes(question, answers).is_empty()).then_some(Problem::ChooseAtLeastOne),
        Kind::Group(_) => {
            let limit = question.limit;
            (answers.rows(question.name).len() > limit).then_some(Problem::TooManyRows { limit })
        }
        _ => problem_with_text(question, &tidy(question.kind, answers.text(question.name)), required),
    }
}

fn problem_with_text(question: &Question, text: &str, required: bool) -> Option<Problem> {
    let limit = question.limit;
    if text.is_empty() {
        return required.then_some(Problem::Missing);
    }
    match question.kind {
        Kind::Municipality if MunicipalityCode::parse(text).is_none() => Some(Problem::NotAMunicipality),
        _ if text.chars().count() > limit => Some(Problem::TooLong { limit }),
        Kind::Phone if !looks_like_a_phone_number(text) => Some(Problem::NotAPhoneNumber),
        Kind::Email if !looks_like_an_email(text) => Some(Problem::NotAnEmail),
        _ => None,
    }
}

/// Puts the tidy answer to one question into the checked answers.
fn copy_checked(question: &'static Question, answers: &Answers, checked: &mut Answers) {
    let answer = match question.kind {
        Kind::One(_) => Answer::Chosen(known_codes(question, answers).into_iter().take(1).map(Into::into).collect()),
        Kind::Many(_) => Answer::Chosen(known_codes(question, answers).into_iter().map(Into::into).collect()),
        Kind::Group(inner) => Answer::Rows(checked_rows(inner, answers.rows(question.name))),
        kind => Answer::Text(tidy(kind, answers.text(question.name)).into()),
    };
    checked.set(question.name, answer);
}

/// The rows with at least one answer.
fn checked_rows(questions: &'static [Question], rows: &[Answers]) -> std::sync::Arc<[Answers]> {
    let check_row = |row: &Answers| {
        let mut checked = Answers::default();
        for question in questions.iter().filter(|question| (question.shown)(row)) {
            copy_checked(question, row, &mut checked);
        }
        checked
    };
    rows.iter().map(check_row).filter(|row| !row.is_empty()).collect()
}

/// The chosen codes that the question knows, in the question's order.
fn known_codes(question: &Question, answers: &Answers) -> Vec<&'static str> {
    let codes = question.choices().iter().map(|choice| choice.code());
    codes.filter(|code| answers.is_chosen(question.name, code)).collect()
}

/// Text without outer white space and without control characters: those could hide words from the team or steer a
/// terminal in which a message is read. One-line answers lose pasted line breaks.
fn tidy(kind: Kind, text: &str) -> String {
    let several_lines = kind == Kind::LongText;
    let plain = text.replace("\r\n", "\n").replace('\r', "\n");
    let keep = |letter: char| match letter {
        '\n' if several_lines => Some('\n'),
        '\n' | '\t' => Some(' '),
        letter => (!is_control(letter)).then_some(letter),
    };
    plain.chars().filter_map(keep).collect::<String>().trim().to_owned()
}

/// Control characters, and the marks that reverse the reading direction of what follows (U+202A–202E, U+2066–2069).
/// Right-to-left languages are read correctly without them.
pub(crate) fn is_control(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

/// 5 to 15 digits (ITU-T E.164 allows at most 15) with any usual separators. Kind on purpose: people type numbers freely.
fn looks_like_a_phone_number(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let separators = text.chars().all(|letter| letter.is_ascii_digit() || " +-()/.".contains(letter));
    separators && (5..=15).contains(&digits)
}

/// One `@` with something before it and a name with a dot after it, no spaces. Whether it exists, only a message shows.
fn looks_like_an_email(text: &str) -> bool {
    let Some((person, host)) = text.split_once('@') else { return false };
    let dotted = host.split('.').count() > 1 && host.split('.').all(|part| !part.is_empty());
    !person.is_empty() && dotted && !host.contains('@') && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phone_numbers_are_taken_as_people_type_them() {
        for good in ["040 123 4567", "+358 (0)40-1234567", "09/1234567", "112 12"] {
            assert!(looks_like_a_phone_number(good), "{good}");
        }
        for wrong in ["", "1234", "call me", "+1234567890123456", "040 123 4567 evenings"] {
            assert!(!looks_like_a_phone_number(wrong), "{wrong}");
        }
    }

    #[test]
    fn only_what_cannot_be_an_address_is_refused() {
        for good in ["a@b.fi", "first.last+tag@mail.example.org", "å@ö.fi"] {
            assert!(looks_like_an_email(good), "{good}");
        }
        for wrong in ["a", "a@b", "@b.fi", "a@b.", "a b@c.fi", "a@b@c.fi", "a@.fi"] {
            assert!(!looks_like_an_email(wrong), "{wrong}");
        }
    }

    #[test]
    fn marks_that_hide_or_steer_are_taken_out_and_other_scripts_stay() {
        assert_eq!(tidy(Kind::LongText, " a\u{1b}[2Jb\u{202e}c\r\nd "), "a[2Jbc\nd");
        assert_eq!(tidy(Kind::Text, "one\ntwo"), "one two");
        assert_eq!(tidy(Kind::LongText, "مرحبا 👩‍👧"), "مرحبا 👩‍👧");
    }
}
