//! What is wrong with data: for the browser in one word, for an editor with file, line and mend.

use std::fmt;

/// Why a fetched data file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadData {
    /// It was written by another version of the program: the page is older or newer than its data.
    OtherVersion,
    /// It is no file of this kind.
    Unreadable,
}

/// A mistake in a table or county folder, told to the person who edits it.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderError {
    /// The file, from the root of the project.
    pub file: String,
    /// The line, counted from one.
    pub line: usize,
    /// What is wrong.
    pub problem: String,
    /// What to write instead.
    pub mend: String,
}

#[cfg(not(target_arch = "wasm32"))]
impl FolderError {
    /// A mistake on a line of a file.
    pub fn new(file: &str, line: usize, problem: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, problem: problem.into(), mend: mend.into() }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl fmt::Display for FolderError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}. {}", self.file, self.line, self.problem, self.mend)
    }
}

impl fmt::Display for BadData {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::OtherVersion => "the data file is of another version",
            Self::Unreadable => "the data file cannot be read",
        })
    }
}
