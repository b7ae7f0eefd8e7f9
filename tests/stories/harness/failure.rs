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
        Self(error.to_string())
    }
}

/// Fails with this sentence.
pub fn fail<T>(what: impl Into<String>) -> Told<T> {
    Err(Failure(what.into()))
}
