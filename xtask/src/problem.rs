//! What went wrong in a command, where, and what mends it. Three sentences instead of a stack of causes.

use std::fmt;
use std::path::Path;

/// The outcome of a command or of a piece of one.
pub type Result<T> = std::result::Result<T, Problem>;

/// Something that stopped a command, in words for the person who ran it.
#[derive(Debug)]
pub struct Problem {
    what: String,
    place: Option<String>,
    mend: Option<String>,
}

impl Problem {
    /// What happened, as a sentence.
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), place: None, mend: None }
    }

    /// Names the file, and the line when it is known (counted from one).
    pub fn at(mut self, file: &Path, line: Option<usize>) -> Self {
        let line = line.map(|line| format!(":{line}")).unwrap_or_default();
        self.place = Some(format!("{}{line}", file.display()));
        self
    }

    /// Says what to do now.
    pub fn mend(mut self, mend: impl Into<String>) -> Self {
        self.mend = Some(mend.into());
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.what)?;
        if let Some(place) = &self.place {
            write!(out, "\n  where: {place}")?;
        }
        if let Some(mend) = &self.mend {
            write!(out, "\n  what to do: {mend}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}

/// Gives an input or output error the file it happened to.
pub fn about(file: &Path) -> impl FnOnce(std::io::Error) -> Problem {
    let file = file.to_owned();
    move |error| Problem::new(error.to_string()).at(&file, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_names_what_where_and_mend() {
        let problem = Problem::new("A brace is missing.").at(Path::new("style/base.css"), Some(7)).mend("Close it.");
        let said = problem.to_string();
        assert_eq!(said, "A brace is missing.\n  where: style/base.css:7\n  what to do: Close it.");
    }
}
