//! Time as the inbox keeps it: whole minutes, because seconds would help to tie a message to a person's connection.

use chrono::{DateTime, SecondsFormat, Utc};

/// Minutes since 1.1.1970 in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minute(pub i64);

impl Minute {
    /// The present minute by the machine's clock.
    pub fn now() -> Minute {
        Minute(Utc::now().timestamp().div_euclid(60))
    }

    /// So many hours earlier.
    pub fn hours_before(self, hours: u32) -> Minute {
        Minute(self.0 - i64::from(hours) * 60)
    }

    /// So many days of 24 hours earlier.
    pub fn days_before(self, days: u32) -> Minute {
        self.hours_before(days.saturating_mul(24))
    }

    /// As in RFC 3339: `2026-11-21T12:05:00Z`.
    pub fn to_rfc3339(self) -> String {
        let time = DateTime::<Utc>::from_timestamp(self.0.saturating_mul(60), 0).unwrap_or_default();
        time.to_rfc3339_opts(SecondsFormat::Secs, true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_is_written_without_its_seconds() {
        assert_eq!(Minute(29_917_445).to_rfc3339(), "2026-11-19T00:05:00Z");
    }

    #[test]
    fn a_day_is_1440_minutes() {
        assert_eq!(Minute(10_000).days_before(1), Minute(8_560));
    }
}
