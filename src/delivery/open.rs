//! Reads an opened message again, for the team's reader. Anybody can seal bytes to the team's public keys, so nothing here
//! trusts its input: no panic, no unbounded size, no control characters passed on.

use crate::forms::is_control;

use super::compose::{INDENT, ROW_INDENT};
use super::padding::BUCKETS;
use super::part::{BORDER, Part, PartAnswer, SCHEMA};

/// A message as the team reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedMessage {
    /// The plain text, whole. It is what counts: the coded answers are taken from it or stand beside it.
    pub text: String,
    /// What the message says about itself.
    pub facts: MessageFacts,
    /// The answers by the name of their question, in the order of the form.
    pub answers: Vec<OpenedAnswer>,
}

/// What a message says about itself, as its sender claims it. Names and codes are not checked against this program's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageFacts {
    /// The form's id.
    pub form: String,
    /// The form's version.
    pub form_version: u32,
    /// The writer's language.
    pub language: String,
    /// The municipality's code.
    pub municipality: String,
    /// UNIX seconds, by the writer's clock.
    pub sent_at: i64,
    /// The version of the program that wrote it.
    pub app_version: String,
}

/// The answer to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedAnswer {
    /// The question's name.
    pub question: String,
    /// The answer.
    pub given: Given,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// Free text.
    Words(String),
    /// Codes of chosen options.
    Chosen(Vec<String>),
    /// Rows of a list.
    Rows(Vec<Vec<OpenedAnswer>>),
}

/// Why bytes are no message of ours. The words are at `delivery.open.<name>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAMessage {
    /// Larger than any message.
    TooLarge,
    /// Not text.
    NotText,
    /// Text, but without a coded part that this program knows. It may come from a newer program.
    UnknownSchema,
    /// The coded part is broken or points outside the text.
    Broken,
}

impl NotAMessage {
    /// Every reason.
    pub const ALL: [Self; 4] = [Self::TooLarge, Self::NotText, Self::UnknownSchema, Self::Broken];

    /// The text key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::TooLarge => "delivery.open.too_large",
            Self::NotText => "delivery.open.not_text",
            Self::UnknownSchema => "delivery.open.unknown_schema",
            Self::Broken => "delivery.open.broken",
        }
    }
}

/// Reads the bytes that came out of the sealed file.
///
/// # Errors
/// When they are no message of this schema. The bytes may then still be worth showing as plain text.
pub fn open(bytes: &[u8]) -> Result<OpenedMessage, NotAMessage> {
    if bytes.len() > BUCKETS[BUCKETS.len() - 1] {
        return Err(NotAMessage::TooLarge);
    }
    let whole = std::str::from_utf8(bytes).map_err(|_| NotAMessage::NotText)?;
    let (text, coded) = whole.rsplit_once(&format!("\n{BORDER}\n")).ok_or(NotAMessage::UnknownSchema)?;
    let part: Part = serde_json::from_str(coded).map_err(|_| NotAMessage::Broken)?;
    if part.schema != SCHEMA {
        return Err(NotAMessage::UnknownSchema);
    }
    let text = plain(text);
    let answers = Reader { lines: text.split('\n').collect(), read: 0 }.answers(&part.answers, INDENT)?;
    Ok(OpenedMessage { facts: facts(&part), answers, text })
}

fn facts(part: &Part) -> MessageFacts {
    MessageFacts {
        form: plain(&part.form),
        form_version: part.form_version,
        language: plain(&part.language),
        municipality: plain(&part.municipality),
        sent_at: part.sent_at,
        app_version: plain(&part.app_version),
    }
}

/// Takes the answers out of the text, forward only: each line is read at most once, so that a small hostile message cannot
/// become a large one.
struct Reader<'a> {
    lines: Vec<&'a str>,
    /// How many lines are behind.
    read: usize,
}

impl Reader<'_> {
    fn answers(&mut self, coded: &[PartAnswer], indent: usize) -> Result<Vec<OpenedAnswer>, NotAMessage> {
        coded.iter().map(|answer| self.answer(answer, indent)).collect()
    }

    fn answer(&mut self, coded: &PartAnswer, indent: usize) -> Result<OpenedAnswer, NotAMessage> {
        let given = match (&coded.chosen, coded.lines, &coded.rows) {
            (Some(codes), None, None) => Given::Chosen(codes.iter().map(|code| plain(code)).collect()),
            (None, Some(range), None) => Given::Words(self.words(range, indent).ok_or(NotAMessage::Broken)?),
            // A list inside a list is nothing that a form can ask.
            (None, None, Some(rows)) if indent == INDENT => {
                let rows = rows.iter().map(|row| self.answers(row, ROW_INDENT));
                Given::Rows(rows.collect::<Result<_, _>>()?)
            }
            _ => return Err(NotAMessage::Broken),
        };
        Ok(OpenedAnswer { question: plain(&coded.question), given })
    }

    /// The lines of an answer without their indentation. Both ends are counted from one and belong to the answer.
    fn words(&mut self, (first, last): (usize, usize), indent: usize) -> Option<String> {
        let start = first.checked_sub(1).filter(|start| (self.read..last).contains(start))?;
        let lines = self.lines.get(start..last)?;
        self.read = last;
        Some(lines.iter().map(|line| without_indent(line, indent)).collect::<Vec<_>>().join("\n"))
    }
}

/// The line without its indentation; a line that is not indented so far stays as it is.
fn without_indent(line: &str, indent: usize) -> &str {
    match line.split_at_checked(indent) {
        Some((spaces, rest)) if spaces.bytes().all(|byte| byte == b' ') => rest,
        _ => line,
    }
}

/// Text without anything that could hide words or steer a terminal.
fn plain(text: &str) -> String {
    text.chars().filter(|letter| *letter == '\n' || !is_control(*letter)).collect()
}
