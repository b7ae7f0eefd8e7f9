//! The inbox's log: a few lines about itself on standard error. There is no access log, and no line ever holds an
//! address, a header or a byte of a message.

use crate::minute::Minute;
use std::io::Write;

/// Writes one line, with the minute.
pub fn line(words: &str) {
    // Nobody may be listening any more, and that is no reason to stop receiving.
    let _ = writeln!(std::io::stderr().lock(), "{} {words}", Minute::now().to_rfc3339());
}
