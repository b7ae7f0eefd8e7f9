//! When somebody answers: weekly hours, exceptions, and whether they are open now.
//! Hours are written as lines, the same in county folders and in the browser's files: "mon-fri 9:00-15:00".

#[cfg(test)]
mod decade_test;
mod lines;
mod status;

use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

pub use lines::BadHours;
pub use status::OpenStatus;

/// The hours of a contact.
///
/// ```
/// use tukipolku::contacts::Hours;
///
/// let hours = Hours::parse(["mon-thu 9:00-15:00", "fri 9:00-13:00", "2026-12-31 closed"]).unwrap();
/// assert_eq!(hours.openings().len(), 2);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<String>", into = "Vec<String>")]
pub enum Hours {
    /// Every hour of every day, holidays too.
    Always,
    /// Listed hours. On a holiday nobody answers unless an exception says so.
    Listed {
        /// The week.
        openings: Vec<Opening>,
        /// Days that differ from their weekday.
        exceptions: Vec<Exception>,
    },
}

/// The same hours on one weekday or on several in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The first weekday.
    pub first: Weekday,
    /// The last weekday, the same as the first for a single day.
    pub last: Weekday,
    /// From when to when.
    pub span: Span,
}

/// A date that differs from its weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exception {
    /// The Helsinki date.
    pub date: NaiveDate,
    /// When somebody answers that day; nothing when it is closed.
    pub span: Option<Span>,
}

/// From one minute of the day to another, the last not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Minutes since midnight, 0 to 1439.
    pub from: u16,
    /// Minutes since midnight, 1 to 1440. Not after `from` when the hours go on past midnight.
    pub to: u16,
}

impl Hours {
    /// The weekly hours, for a table of them; empty when always open.
    pub fn openings(&self) -> &[Opening] {
        match self {
            Self::Always => &[],
            Self::Listed { openings, .. } => openings,
        }
    }

    /// Days that differ from their weekday, from this day on.
    pub fn exceptions_from(&self, today: NaiveDate) -> impl Iterator<Item = &Exception> {
        let exceptions: &[Exception] = match self {
            Self::Always => &[],
            Self::Listed { exceptions, .. } => exceptions,
        };
        exceptions.iter().filter(move |exception| exception.date >= today)
    }
}

impl Opening {
    /// Whether the hours begin on this weekday. "sat-mon" goes over Sunday.
    pub fn begins_on(&self, weekday: Weekday) -> bool {
        weekday.days_since(self.first) <= self.last.days_since(self.first)
    }
}
