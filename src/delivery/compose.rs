//! Writes the message that the team gets: plain text first, then the coded part, then padding.

use crate::domain::{Language, MunicipalityCode};
use crate::forms::{Answers, CheckedForm, Kind, Question, Wording, answer_lines};
use crate::i18n::Texts;

use super::keys;
use super::padding::pad;
use super::part::{BORDER, Part, PartAnswer, SCHEMA};

/// What the message says about itself. It stands inside the sealed message only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metadata {
    /// The language the writer used.
    pub language: Language,
    /// Where the family lives.
    pub municipality: MunicipalityCode,
    /// Its name, in the county's language.
    pub municipality_name: String,
    /// When it was written, in UNIX seconds by the writer's clock.
    pub sent_at: i64,
    /// The same in words, in the county's language and Helsinki time.
    pub sent_at_words: String,
    /// The version of this program.
    pub app_version: String,
}

/// A message ready to be sealed: as many bytes as one of the [`super::BUCKETS`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message(Vec<u8>);

/// The message is larger than the largest bucket. Said before sealing; the answers stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

impl Message {
    /// The bytes to seal.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Gives the bytes away.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

/// Writes the message. Questions stand in the county's language and, where the writer's words differ, below in the writer's;
/// each answer stands once.
///
/// # Errors
/// [`TooLarge`] when it does not fit; a form within its limits always does (a test).
pub fn compose(form: &CheckedForm, writer: &Texts, county: &Texts, metadata: &Metadata) -> Result<Message, TooLarge> {
    let mut composer = Composer::new(form, writer, county, metadata);
    composer.write_head();
    let answers = composer.write_answers();
    composer.write_unanswered();
    let part = part(form, metadata, answers);
    let coded = serde_json::to_string(&part).map_err(|_| TooLarge)?;
    pad(composer.text + "\n" + BORDER + "\n" + &coded).map(Message).ok_or(TooLarge)
}

fn part(form: &CheckedForm, metadata: &Metadata, answers: Vec<PartAnswer>) -> Part {
    Part {
        schema: SCHEMA.to_owned(),
        form: form.form().id.to_owned(),
        form_version: form.form().version,
        language: metadata.language.code().to_owned(),
        municipality: metadata.municipality.to_string(),
        sent_at: metadata.sent_at,
        app_version: metadata.app_version.clone(),
        answers,
    }
}

/// Indentation of an answer in the plain text, in spaces.
pub(super) const INDENT: usize = 2;
/// Indentation of an answer inside a row of a list, in spaces.
pub(super) const ROW_INDENT: usize = 6;

struct Composer<'a> {
    form: &'a CheckedForm,
    writer: Wording<'a>,
    county: Wording<'a>,
    metadata: &'a Metadata,
    /// Name and code of the municipality.
    place: String,
    text: String,
    /// How many lines `text` has.
    lines: usize,
}

impl<'a> Composer<'a> {
    fn new(form: &'a CheckedForm, writer: &'a Texts, county: &'a Texts, metadata: &'a Metadata) -> Self {
        let wording = |texts| Wording::new(form.form(), texts, form.answers());
        let place = format!("{} ({})", metadata.municipality_name, metadata.municipality);
        Self { form, writer: wording(writer), county: wording(county), metadata, place, text: String::new(), lines: 0 }
    }

    fn write_head(&mut self) {
        self.write_both(0, self.county.title(), self.writer.title());
        let texts = self.county.texts();
        let sent = texts.fill(keys::MESSAGE_SENT, &[("time", &self.metadata.sent_at_words)]);
        let language = texts.fill(keys::MESSAGE_LANGUAGE, &[("language", self.metadata.language.own_name())]);
        self.write(0, &sent);
        self.write(0, &language);
    }

    /// Every answered question, step by step.
    fn write_answers(&mut self) -> Vec<PartAnswer> {
        let answers = self.form.answers();
        let steps = self.form.form().shown_steps(answers);
        let questions = steps.flat_map(|step| step.shown_questions(answers));
        questions.filter_map(|question| self.write_question(question, answers)).collect()
    }

    fn write_question(&mut self, question: &'static Question, answers: &Answers) -> Option<PartAnswer> {
        answers.get(question.name)?;
        self.write(0, "");
        self.write_label(0, question);
        Some(self.write_answer(question, answers, INDENT))
    }

    fn write_label(&mut self, indent: usize, question: &Question) {
        self.write_both(indent, self.county.label(question), self.writer.label(question));
    }

    fn write_answer(&mut self, question: &'static Question, answers: &Answers, indent: usize) -> PartAnswer {
        let mut coded = PartAnswer { question: question.name.to_owned(), ..PartAnswer::default() };
        if let Kind::Group(inner) = question.kind {
            coded.rows = Some(self.write_rows(inner, answers.rows(question.name)));
            return coded;
        }
        let first = self.lines + 1;
        for line in answer_lines(question, answers, &self.county, &self.place) {
            self.write(indent, &line);
        }
        match question.kind {
            Kind::One(_) | Kind::Many(_) => {
                coded.chosen = Some(answers.chosen(question.name).iter().map(|code| code.to_string()).collect());
            }
            Kind::Municipality => coded.chosen = Some(vec![answers.text(question.name).to_owned()]),
            _ => coded.lines = Some((first, self.lines)),
        }
        coded
    }

    fn write_rows(&mut self, questions: &'static [Question], rows: &[Answers]) -> Vec<Vec<PartAnswer>> {
        rows.iter().enumerate().map(|(index, row)| self.write_row(questions, row, index + 1)).collect()
    }

    fn write_row(&mut self, questions: &'static [Question], row: &Answers, number: usize) -> Vec<PartAnswer> {
        let heading = self.county.texts().get(crate::forms::keys::ROW);
        self.write(INDENT, &format!("{heading} {number}"));
        let mut coded = Vec::new();
        for question in questions.iter().filter(|question| row.get(question.name).is_some()) {
            self.write_label(INDENT * 2, question);
            coded.push(self.write_answer(question, row, ROW_INDENT));
        }
        coded
    }

    /// The questions that were skipped, so that the team knows what was asked.
    fn write_unanswered(&mut self) {
        let answers = self.form.answers();
        let questions = self.form.form().shown_steps(answers).flat_map(|step| step.shown_questions(answers));
        let skipped: Vec<_> = questions.filter(|question| answers.get(question.name).is_none()).collect();
        if skipped.is_empty() {
            return;
        }
        self.write(0, "");
        self.write(0, self.county.texts().get(keys::MESSAGE_UNANSWERED));
        for question in skipped {
            self.write(INDENT, &self.county.label(question));
        }
    }

    /// The county's words, and the writer's below where they differ.
    fn write_both(&mut self, indent: usize, county: String, writer: String) {
        self.write(indent, &county);
        if writer != county {
            self.write(indent, &format!("({writer})"));
        }
    }

    /// One line. Empty lines are not indented, so that nothing but the padding ends with spaces.
    fn write(&mut self, indent: usize, line: &str) {
        if !line.is_empty() {
            self.text.extend(std::iter::repeat_n(' ', indent));
        }
        self.text.push_str(line);
        self.text.push('\n');
        self.lines += 1;
    }
}
