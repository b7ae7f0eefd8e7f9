//! By which day a key's expiry is judged, and when a device's clock is to be doubted.

use chrono::NaiveDate;

use crate::domain::calendar::helsinki_time;

/// Seconds of a day.
const DAY: u64 = 24 * 60 * 60;

/// What is known of the time when a message is about to be sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clocks {
    /// The day the site was built; it cannot be earlier than that.
    pub built: NaiveDate,
    /// What the inbox's clock says, in UNIX seconds; nothing when it could not be asked.
    pub inbox: Option<i64>,
    /// What the device's clock says, in UNIX seconds.
    pub device: i64,
}

impl Clocks {
    /// The day that a key must last to: the later of the build's and the inbox's. The device has no say in it, since a phone
    /// that lives in another year is no reason to refuse somebody, and one that lives in the past no reason to use an old key.
    pub fn day(self) -> NaiveDate {
        let inbox = self.inbox.map(|seconds| helsinki_time(seconds).date);
        inbox.map_or(self.built, |inbox| inbox.max(self.built))
    }

    /// Whether the device's clock is a day or more away from the inbox's. That is said, and nothing else comes of it.
    pub fn disagree(self) -> bool {
        self.inbox.is_some_and(|inbox| inbox.abs_diff(self.device) >= DAY)
    }
}

/// Where an inbox tells its time: the `Date` of the answer.
pub fn clock_address(endpoint: &str, county: &str) -> String {
    format!("{endpoint}/v1/{county}/clock")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Noon in Finland on 22 November 2026, in UNIX seconds.
    const NOON: i64 = 1_795_341_600;
    const HOUR: i64 = 3600;
    const YEAR: i64 = 365 * 24 * HOUR;

    fn november(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).expect("a day of November")
    }

    fn clocks(built: u32, inbox: Option<i64>, device: i64) -> Clocks {
        Clocks { built: november(built), inbox, device }
    }

    #[test]
    fn the_later_of_build_and_inbox_counts_and_the_device_never() {
        for device in [0, NOON - YEAR, NOON, NOON + YEAR, i64::MAX / 4] {
            assert_eq!(clocks(1, Some(NOON), device).day(), november(22), "the inbox is later");
            assert_eq!(clocks(25, Some(NOON), device).day(), november(25), "the build is later");
            assert_eq!(clocks(1, None, device).day(), november(1), "without the inbox the build alone");
        }
    }

    #[test]
    fn the_inbox_s_day_is_the_one_in_finland() {
        // 23 o'clock UTC is already the next day there.
        assert_eq!(clocks(1, Some(NOON + 13 * HOUR), NOON).day(), november(23));
    }

    #[test]
    fn a_clock_that_is_a_day_away_is_doubted() {
        for (away, doubted) in [(0, false), (HOUR, false), (24 * HOUR - 1, false), (24 * HOUR, true), (YEAR, true)] {
            assert_eq!(clocks(1, Some(NOON), NOON + away).disagree(), doubted, "{away} ahead");
            assert_eq!(clocks(1, Some(NOON), NOON - away).disagree(), doubted, "{away} behind");
        }
        assert!(!clocks(1, None, 0).disagree(), "nobody to disagree with");
    }

    #[test]
    fn the_clock_is_asked_beside_the_county_s_submissions() {
        assert_eq!(clock_address("https://inbox.example", "esimerkki"), "https://inbox.example/v1/esimerkki/clock");
    }
}
