//! When a fact was last seen in its source, as exactly as the source tells.

use std::fmt;

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// The date of a source: a day, a month, a year, or none at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum SourceDate {
    /// The source shows no date.
    Undated,
    /// Only the year is known.
    Year(i32),
    /// The year and the month, 1 to 12, are known.
    Month(i32, u32),
    /// The day is known.
    Day(NaiveDate),
}

/// How far a contact may be trusted today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Freshness {
    /// Checked at most six months ago.
    Fresh,
    /// Checked more than six months ago: shown with a quiet remark.
    Amber,
    /// Checked more than twelve months ago, or nobody knows when: shown as not confirmed, without hours.
    Unconfirmed,
}

impl SourceDate {
    /// Reads "undated", "2026", "2026-03" or "2026-03-15".
    pub fn parse(text: &str) -> Option<Self> {
        let is_number = |part: &str, width| part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit());
        let parts: Vec<&str> = text.split('-').collect();
        match parts[..] {
            ["undated"] => Some(Self::Undated),
            [year] if is_number(year, 4) => Some(Self::Year(year.parse().ok()?)),
            [year, month] if is_number(year, 4) && is_number(month, 2) => {
                let (year, month) = (year.parse().ok()?, month.parse().ok()?);
                (1..=12).contains(&month).then_some(Self::Month(year, month))
            }
            [year, month, day] if is_number(year, 4) && is_number(month, 2) && is_number(day, 2) => {
                NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).map(Self::Day)
            }
            _ => None,
        }
    }

    /// The earliest day this date can mean. A vague date is counted as old, so that nothing looks fresher than it is.
    pub fn earliest(self) -> Option<NaiveDate> {
        match self {
            Self::Undated => None,
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1),
            Self::Month(year, month) => NaiveDate::from_ymd_opt(year, month, 1),
            Self::Day(day) => Some(day),
        }
    }

    /// How far a fact of this date may be trusted on a day. A fact without a date counts as older than twelve months.
    pub fn freshness(self, today: NaiveDate) -> Freshness {
        let older_than = |months| match self.earliest().and_then(|day| day.checked_add_months(Months::new(months))) {
            Some(limit) => limit < today,
            None => true,
        };
        match (older_than(12), older_than(6)) {
            (true, _) => Freshness::Unconfirmed,
            (false, true) => Freshness::Amber,
            (false, false) => Freshness::Fresh,
        }
    }
}

impl fmt::Display for SourceDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undated => formatter.write_str("undated"),
            Self::Year(year) => write!(formatter, "{year:04}"),
            Self::Month(year, month) => write!(formatter, "{year:04}-{month:02}"),
            Self::Day(day) => write!(formatter, "{:04}-{:02}-{:02}", day.year(), day.month(), day.day()),
        }
    }
}

impl TryFrom<String> for SourceDate {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| format!("\"{text}\" is neither \"undated\" nor a date like 2026-03-15"))
    }
}

impl From<SourceDate> for String {
    fn from(date: SourceDate) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        SourceDate::parse(text).and_then(SourceDate::earliest).expect("a day")
    }

    #[test]
    fn every_form_of_date_leads_back_to_itself() {
        for text in ["undated", "2026", "2025-12", "2024-04-03"] {
            assert_eq!(SourceDate::parse(text).map(|date| date.to_string()).as_deref(), Some(text));
        }
        for wrong in ["", "26", "2026-13", "2026-02-30", "2026-2-3", "2026-02-03-04", "+026"] {
            assert_eq!(SourceDate::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_fact_turns_amber_after_six_months_and_unconfirmed_after_twelve() {
        let checked = SourceDate::Day(day("2026-01-31"));
        assert_eq!(checked.freshness(day("2026-01-31")), Freshness::Fresh);
        assert_eq!(checked.freshness(day("2026-07-31")), Freshness::Fresh);
        assert_eq!(checked.freshness(day("2026-08-01")), Freshness::Amber);
        assert_eq!(checked.freshness(day("2027-01-31")), Freshness::Amber);
        assert_eq!(checked.freshness(day("2027-02-01")), Freshness::Unconfirmed);
    }

    #[test]
    fn a_vague_or_missing_date_counts_as_old() {
        assert_eq!(SourceDate::Undated.freshness(day("2026-01-01")), Freshness::Unconfirmed);
        assert_eq!(SourceDate::Year(2026).freshness(day("2026-12-31")), Freshness::Amber);
        assert_eq!(SourceDate::Month(2025, 11).freshness(day("2026-11-21")), Freshness::Unconfirmed);
    }
}
