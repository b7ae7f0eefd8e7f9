//! A question: its name, the kind of its answer, and the rules around it. Its words are found by its name.

use super::Answers;

/// One option of a question, by its code. The code is stored and sent; the words are at `<form>.<question>.<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice(pub &'static str);

impl Choice {
    /// The code that is stored and sent.
    pub const fn code(self) -> &'static str {
        self.0
    }
}

/// What kind of answer a question takes, and so which control draws it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// One line of text.
    Text,
    /// Several lines of text.
    LongText,
    /// A telephone number, Finnish or foreign, as the writer likes to type it.
    Phone,
    /// An e-mail address.
    Email,
    /// A municipality, chosen with the selector; the answer is its three-digit code.
    Municipality,
    /// One of several options (radio buttons).
    One(&'static [Choice]),
    /// Any number of options (checkboxes).
    Many(&'static [Choice]),
    /// The same few questions again for each person of a list.
    Group(&'static [Question]),
}

/// A question of a form.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// The name in text keys, stored answers and sent messages. Inside a group it begins with the group's name: `family.age`.
    pub name: &'static str,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// The greatest length in characters (Unicode scalar values); for a group, the greatest number of rows.
    pub limit: usize,
    /// Whether the form cannot go on without an answer.
    pub required: fn(&Answers) -> bool,
    /// Whether it is asked at all. Inside a group this looks at the answers of the row.
    pub shown: fn(&Answers) -> bool,
    /// The `autocomplete` token for facts about the writer, used only once a draft is kept on the person's own device.
    pub purpose: Option<&'static str>,
}

/// Length of a one-line answer, in characters.
const LINE: usize = 200;
/// Length of an answer of several lines, in characters (the form's rules: 2,000 for all but the main box).
const PARAGRAPHS: usize = 2_000;
/// Length of an e-mail address (RFC 5321, path without its brackets).
const EMAIL: usize = 254;

impl Question {
    /// An optional question that is always asked.
    const fn new(name: &'static str, kind: Kind, limit: usize) -> Self {
        Self { name, kind, limit, required: never, shown: always, purpose: None }
    }

    /// A question answered with one line.
    pub const fn text(name: &'static str) -> Self {
        Self::new(name, Kind::Text, LINE)
    }

    /// A question answered with a few sentences.
    pub const fn long_text(name: &'static str) -> Self {
        Self::new(name, Kind::LongText, PARAGRAPHS)
    }

    /// A question for a telephone number.
    pub const fn phone(name: &'static str) -> Self {
        Self::new(name, Kind::Phone, LINE).with_purpose("tel")
    }

    /// A question for an e-mail address.
    pub const fn email(name: &'static str) -> Self {
        Self::new(name, Kind::Email, EMAIL).with_purpose("email")
    }

    /// A question for a municipality.
    pub const fn municipality(name: &'static str) -> Self {
        Self::new(name, Kind::Municipality, 3)
    }

    /// A question with one answer out of several.
    pub const fn one(name: &'static str, choices: &'static [Choice]) -> Self {
        Self::new(name, Kind::One(choices), 1)
    }

    /// A question with any number of answers out of several.
    pub const fn many(name: &'static str, choices: &'static [Choice]) -> Self {
        Self::new(name, Kind::Many(choices), choices.len())
    }

    /// A list of people or things, each asked the same questions.
    pub const fn group(name: &'static str, questions: &'static [Question], rows: usize) -> Self {
        Self::new(name, Kind::Group(questions), rows)
    }

    /// The same question, required when the condition holds.
    pub const fn required_when(mut self, required: fn(&Answers) -> bool) -> Self {
        self.required = required;
        self
    }

    /// The same question, always required.
    pub const fn required(self) -> Self {
        self.required_when(always)
    }

    /// The same question, asked only when the condition holds.
    pub const fn shown_when(mut self, shown: fn(&Answers) -> bool) -> Self {
        self.shown = shown;
        self
    }

    /// The same question with another greatest length.
    pub const fn with_limit(mut self, limit: usize) -> Self {
        self.limit = limit;
        self
    }

    /// The same question with an `autocomplete` token.
    pub const fn with_purpose(mut self, purpose: &'static str) -> Self {
        self.purpose = Some(purpose);
        self
    }

    /// The same question about somebody else than the writer, whose browser must not fill it in.
    pub const fn about_another(mut self) -> Self {
        self.purpose = None;
        self
    }

    /// The options, empty for questions without any.
    pub const fn choices(&self) -> &'static [Choice] {
        match self.kind {
            Kind::One(choices) | Kind::Many(choices) => choices,
            _ => &[],
        }
    }

    /// The questions of a group's row, empty for questions that are no group.
    pub const fn inner(&self) -> &'static [Question] {
        match self.kind {
            Kind::Group(questions) => questions,
            _ => &[],
        }
    }

    /// The name of its field in the page: inside a group with the row's number (from zero), `family-2-age`.
    pub fn field(&self, row: Option<usize>) -> String {
        match (self.name.split_once('.'), row) {
            (Some((group, name)), Some(row)) => format!("{group}-{row}-{name}"),
            _ => self.name.replace('.', "-"),
        }
    }
}

/// A question is its name: two definitions with one name would be a mistake that a test catches.
impl PartialEq for Question {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// The condition that always holds.
pub fn always(_: &Answers) -> bool {
    true
}

/// The condition that never holds.
pub fn never(_: &Answers) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_named_after_questions_and_rows() {
        assert_eq!(Question::text("own_words").field(None), "own_words");
        assert_eq!(Question::text("family.age").field(Some(2)), "family-2-age");
    }
}
