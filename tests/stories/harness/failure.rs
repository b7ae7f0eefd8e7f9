//! Why a story stopped.

use std::fmt;

/// How a story, or a piece of one, ends.
pub type Told<T = ()> = Result<T, Failure>;

/// A sentence for whoever reads the log.
#[derive(Debug)]
pub struct Failure(pub String);

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.0)
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        // Some drivers leave the message empty; the kind of error is then all there is.
        Self(format!("{error} ({error:?})"))
    }
}

/// Fails with this sentence.
pub fn fail<T>(what: impl Into<String>) -> Told<T> {
    Err(Failure(what.into()))
}
