//! What is wrong in a content file, said so that an editor can mend it.

use std::fmt;

/// One fault in a file that an editor writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentError {
    /// The file, from the root of the repository.
    pub file: String,
    /// The line, counted from one.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

impl ContentError {
    /// A fault at a line of a file.
    pub fn new(file: &str, line: usize, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, what: what.into(), mend: mend.into() }
    }
}

impl fmt::Display for ContentError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {} {}", self.file, self.line, self.what, self.mend)
    }
}

impl std::error::Error for ContentError {}

/// The line, counted from one, in which this byte of the text stands.
pub(super) fn line_at(text: &str, byte: usize) -> usize {
    text.as_bytes().iter().take(byte).filter(|byte| **byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_from_one() {
        assert_eq!(line_at("a\nb\nc", 0), 1);
        assert_eq!(line_at("a\nb\nc", 4), 3);
        assert_eq!(line_at("a", 99), 1);
    }

    #[test]
    fn a_fault_is_one_line_that_editors_can_click() {
        let fault = ContentError::new("content/fi/terms.toml", 3, "No meaning.", "Add `meaning`.");
        assert_eq!(fault.to_string(), "content/fi/terms.toml:3: No meaning. Add `meaning`.");
    }
}
