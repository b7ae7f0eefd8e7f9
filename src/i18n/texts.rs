//! The interface texts of one language, as a sorted table from key to text.
//!
//! The browser gets them as a file of lines `key=text` (line breaks in a text are written `\n`),
//! fetched beside the program, so that no words travel inside it.

use std::fmt;

/// All interface texts of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// Sorted by key.
    lines: Vec<(Box<str>, Box<str>)>,
}

/// Why a file of texts could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadTexts {
    /// The line, counted from one.
    pub line: usize,
}

impl fmt::Display for BadTexts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {} is not of the form key=text", self.line)
    }
}

impl Texts {
    /// Gathers texts given as pairs of key and text. A later pair with the same key wins.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let sorted: std::collections::BTreeMap<_, _> = pairs.into_iter().collect();
        let lines = sorted.into_iter().map(|(key, text)| (key.into(), text.into())).collect();
        Self { lines }
    }

    /// Reads the line format that [`Texts::to_lines`] writes.
    ///
    /// # Errors
    /// The first line without an equals sign.
    pub fn from_lines(file: &str) -> Result<Self, BadTexts> {
        let mut pairs = Vec::new();
        for (index, line) in file.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
            let (key, text) = line.split_once('=').ok_or(BadTexts { line: index + 1 })?;
            pairs.push((key.to_owned(), text.replace("\\n", "\n")));
        }
        Ok(Self::from_pairs(pairs))
    }

    /// Writes one `key=text` line a text, sorted by key.
    pub fn to_lines(&self) -> String {
        self.lines.iter().map(|(key, text)| format!("{key}={}\n", text.replace('\n', "\\n"))).collect()
    }

    /// The text with this key, or `None` where there is none.
    pub fn find(&self, key: &str) -> Option<&str> {
        let place = self.lines.binary_search_by(|(known, _)| known.as_ref().cmp(key)).ok()?;
        Some(&self.lines[place].1)
    }

    /// The text with this key. A missing key is shown as itself; a test keeps that from happening.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.find(key).unwrap_or(key)
    }

    /// The text with this key, its gaps `{name}` filled.
    pub fn fill(&self, key: &str, gaps: &[(&str, &str)]) -> String {
        gaps.iter().fold(self.get(key).to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    }

    /// The text for a count: key `….one` for exactly one, else `….other`, with `{count}` filled.
    /// Finnish, Swedish and English share this rule for whole numbers (CLDR plural rules).
    pub fn count(&self, key: &str, count: usize) -> String {
        let form = if count == 1 { "one" } else { "other" };
        self.fill(&format!("{key}.{form}"), &[("count", &count.to_string())])
    }

    /// The same texts without those of one room (the first part of their key): what one reader needs, another need not fetch.
    pub fn without(self, room: &str) -> Self {
        let of_room = |key: &str| key.split('.').next() == Some(room);
        Self { lines: self.lines.into_iter().filter(|(key, _)| !of_room(key)).collect() }
    }

    /// Every key, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.lines.iter().map(|(key, _)| key.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts() -> Texts {
        Texts::from_pairs([
            ("b.two".to_owned(), "second\nline = here".to_owned()),
            ("a.one".to_owned(), "Hello {name}".to_owned()),
            ("days.one".to_owned(), "{count} day".to_owned()),
            ("days.other".to_owned(), "{count} days".to_owned()),
        ])
    }

    #[test]
    fn texts_survive_the_way_to_the_browser() {
        assert_eq!(Texts::from_lines(&texts().to_lines()), Ok(texts()));
    }

    #[test]
    fn a_part_can_be_left_out() {
        let left: Vec<_> = texts().without("days").keys().map(str::to_owned).collect();
        assert_eq!(left, ["a.one", "b.two"]);
    }

    #[test]
    fn gaps_and_counts_are_filled() {
        assert_eq!(texts().fill("a.one", &[("name", "Aino")]), "Hello Aino");
        assert_eq!(texts().count("days", 1), "1 day");
        assert_eq!(texts().count("days", 7), "7 days");
    }

    #[test]
    fn a_line_without_an_equals_sign_is_named() {
        assert_eq!(Texts::from_lines("a=1\nbroken\n"), Err(BadTexts { line: 2 }));
    }

    #[test]
    fn a_missing_key_shows_itself() {
        assert_eq!(texts().get("no.such"), "no.such");
        assert_eq!(texts().find("no.such"), None);
    }
}
