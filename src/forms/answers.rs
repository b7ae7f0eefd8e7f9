//! What was typed and chosen so far, by the question's name. Raw: nothing is trimmed or checked while somebody writes.

use std::sync::Arc;

use super::MUNICIPALITY;

/// The answer to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Typed text; a municipality's code is text too.
    Text(Arc<str>),
    /// Codes of chosen options, in the order they were chosen. One code for a question with a single answer.
    Chosen(Arc<[Arc<str>]>),
    /// The rows of a group, each with answers of its own.
    Rows(Arc<[Answers]>),
}

/// All answers of a form or of one row. A copy costs a few reference counts, so that a signal may hold it.
/// Two collections are equal when they hold the same answers in any order.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    given: Vec<(Arc<str>, Answer)>,
}

impl Answers {
    /// The answer to a question, if there is one.
    pub fn get(&self, name: &str) -> Option<&Answer> {
        self.given.iter().find(|(known, _)| known.as_ref() == name).map(|(_, answer)| answer)
    }

    /// Every answer with its question's name, in the order they were first given.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &Answer)> {
        self.given.iter().map(|(name, answer)| (name.as_ref(), answer))
    }

    /// Whether both say the same. The municipality does not count: it follows the selector.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let said = |answers: &Self| Self {
            given: answers.given.iter().filter(|(name, _)| name.as_ref() != MUNICIPALITY).cloned().collect(),
        };
        said(self) == said(other)
    }

    /// Whether nothing has been typed or chosen.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// The typed text, or the empty text.
    pub fn text(&self, name: &str) -> &str {
        match self.get(name) {
            Some(Answer::Text(text)) => text,
            _ => "",
        }
    }

    /// The chosen codes, or none.
    pub fn chosen(&self, name: &str) -> &[Arc<str>] {
        match self.get(name) {
            Some(Answer::Chosen(codes)) => codes,
            _ => &[],
        }
    }

    /// Whether this option is chosen.
    pub fn is_chosen(&self, name: &str, code: &str) -> bool {
        self.chosen(name).iter().any(|chosen| chosen.as_ref() == code)
    }

    /// The rows of a group, or none.
    pub fn rows(&self, name: &str) -> &[Self] {
        match self.get(name) {
            Some(Answer::Rows(rows)) => rows,
            _ => &[],
        }
    }

    /// Sets any answer. An answer without content (no letter, no code, no row) takes the entry away.
    pub fn set(&mut self, name: &str, answer: Answer) {
        let place = self.given.iter().position(|(known, _)| known.as_ref() == name);
        match (place, answer.has_content()) {
            (Some(place), true) => self.given[place].1 = answer,
            (None, true) => self.given.push((name.into(), answer)),
            (Some(place), false) => drop(self.given.remove(place)),
            (None, false) => {}
        }
    }

    /// Sets typed text, exactly as typed.
    pub fn set_text(&mut self, name: &str, text: &str) {
        self.set(name, Answer::Text(text.into()));
    }

    /// Sets the chosen options, in this order.
    pub fn set_chosen<'a>(&mut self, name: &str, codes: impl IntoIterator<Item = &'a str>) {
        self.set(name, Answer::Chosen(codes.into_iter().map(Arc::from).collect()));
    }

    /// Chooses the one option of a question with a single answer.
    pub fn choose(&mut self, name: &str, code: &str) {
        self.set_chosen(name, [code]);
    }

    /// Ticks or unticks one option of a question with several answers.
    pub fn tick(&mut self, name: &str, code: &str, ticked: bool) {
        if self.is_chosen(name, code) == ticked {
            return;
        }
        let others = self.chosen(name).iter().filter(|chosen| chosen.as_ref() != code).cloned();
        let codes = others.chain(ticked.then(|| code.into())).collect();
        self.set(name, Answer::Chosen(codes));
    }

    /// Sets all rows of a group. Empty rows are kept: a row that was just added has no answer yet.
    pub fn set_rows(&mut self, name: &str, rows: impl IntoIterator<Item = Self>) {
        self.set(name, Answer::Rows(rows.into_iter().collect()));
    }

    /// Adds an empty row to a group.
    pub fn add_row(&mut self, name: &str) {
        let rows: Vec<_> = self.rows(name).iter().cloned().chain([Self::default()]).collect();
        self.set_rows(name, rows);
    }

    /// Takes a row (counted from zero) out of a group. A row that is not there is no matter.
    pub fn remove_row(&mut self, name: &str, row: usize) {
        let kept = |(index, answers): (usize, &Self)| (index != row).then(|| answers.clone());
        let rows: Vec<_> = self.rows(name).iter().enumerate().filter_map(kept).collect();
        self.set_rows(name, rows);
    }

    /// Changes one row (counted from zero) of a group; rows up to it come into being when they are missing, so that the
    /// first empty row on a page needs no entry of its own.
    pub fn change_row(&mut self, name: &str, row: usize, change: impl FnOnce(&mut Self)) {
        let mut rows = self.rows(name).to_vec();
        rows.resize_with(rows.len().max(row + 1), Self::default);
        change(&mut rows[row]);
        self.set_rows(name, rows);
    }
}

impl PartialEq for Answers {
    fn eq(&self, other: &Self) -> bool {
        self.given.len() == other.given.len() && self.given.iter().all(|(name, answer)| other.get(name) == Some(answer))
    }
}

impl Eq for Answers {}

impl Answer {
    /// Whether there is anything to keep.
    fn has_content(&self) -> bool {
        match self {
            Self::Text(text) => !text.is_empty(),
            Self::Chosen(codes) => !codes.is_empty(),
            Self::Rows(rows) => !rows.is_empty(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_kept_exactly_as_typed_and_goes_when_emptied() {
        let mut answers = Answers::default();
        answers.set_text("own_words", "  Hei \n");
        assert_eq!(answers.text("own_words"), "  Hei \n");
        answers.set_text("own_words", "");
        assert!(answers.is_empty());
    }

    #[test]
    fn ticking_and_unticking_keeps_the_other_options() {
        let mut answers = Answers::default();
        answers.tick("topics", "money", true);
        answers.tick("topics", "violence", true);
        answers.tick("topics", "money", true);
        assert_eq!(answers.chosen("topics").len(), 2);
        answers.tick("topics", "money", false);
        assert!(answers.is_chosen("topics", "violence") && !answers.is_chosen("topics", "money"));
    }

    #[test]
    fn rows_are_added_changed_and_removed() {
        let mut answers = Answers::default();
        answers.change_row("family", 1, |row| row.set_text("family.age", "13"));
        answers.add_row("family");
        assert_eq!(answers.rows("family").len(), 3);
        answers.remove_row("family", 0);
        assert_eq!(answers.rows("family")[0].text("family.age"), "13");
        answers.remove_row("family", 9);
        assert_eq!(answers.rows("family").len(), 2);
    }

    #[test]
    fn the_order_of_answering_does_not_matter() {
        let (mut one, mut other) = (Answers::default(), Answers::default());
        one.set_text("a", "1");
        one.choose("b", "2");
        other.choose("b", "2");
        other.set_text("a", "1");
        assert_eq!(one, other);
        other.set_text("c", "3");
        assert_ne!(one, other);
    }

    #[test]
    fn the_municipality_is_no_difference_and_every_word_is() {
        let answers = |municipality: &str, words: &str| {
            let mut answers = Answers::default();
            answers.set_text(MUNICIPALITY, municipality);
            answers.set_text("own_words", words);
            answers
        };
        assert!(answers("995", "Hei").says_the_same(&answers("297", "Hei")));
        assert!(!answers("995", "Hei").says_the_same(&answers("995", "Hei taas")));
        assert!(!answers("995", "Hei").says_the_same(&Answers::default()));
    }
}
