//! The date and time on a clock in Helsinki, computed from an instant without a time-zone library.
//!
//! Finland is two hours ahead of UTC, and three from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of
//! October (Directive 2000/84/EC). Should the Union give up changing clocks, this file is the place to say so.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Timelike};

/// A minute on the wall clock in Helsinki.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HelsinkiTime {
    /// The local date.
    pub date: NaiveDate,
    /// Minutes since local midnight, 0 to 1439.
    pub minute: u16,
}

/// What clocks in Helsinki show so many seconds after 1970-01-01 00:00 UTC.
pub fn helsinki_time(unix_seconds: i64) -> HelsinkiTime {
    let utc = DateTime::from_timestamp(unix_seconds, 0).unwrap_or(DateTime::UNIX_EPOCH).naive_utc();
    let local = utc + TimeDelta::hours(if is_summer_time(utc) { 3 } else { 2 });
    // A minute of the day is at most 1439 and always fits.
    HelsinkiTime { date: local.date(), minute: (local.hour() * 60 + local.minute()) as u16 }
}

fn is_summer_time(utc: NaiveDateTime) -> bool {
    clock_change(utc.year(), 3) <= utc && utc < clock_change(utc.year(), 10)
}

/// 01:00 UTC on the last Sunday of a month that has 31 days.
fn clock_change(year: i32, month: u32) -> NaiveDateTime {
    let last = NaiveDate::from_ymd_opt(year, month, 31).unwrap_or(NaiveDate::MAX);
    let last_sunday = last - TimeDelta::days(last.weekday().num_days_from_sunday().into());
    last_sunday.and_time(chrono::NaiveTime::MIN) + TimeDelta::hours(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Instants at which Europe/Helsinki changes its offset, from the IANA time zone database 2025b, 2020 to 2035.
    const CHANGES: [(i64, i64); 16] = [
        (1_585_443_600, 1_603_587_600),
        (1_616_893_200, 1_635_642_000),
        (1_648_342_800, 1_667_091_600),
        (1_679_792_400, 1_698_541_200),
        (1_711_846_800, 1_729_990_800),
        (1_743_296_400, 1_761_440_400),
        (1_774_746_000, 1_792_890_000),
        (1_806_195_600, 1_824_944_400),
        (1_837_645_200, 1_856_394_000),
        (1_869_094_800, 1_887_843_600),
        (1_901_149_200, 1_919_293_200),
        (1_932_598_800, 1_950_742_800),
        (1_964_048_400, 1_982_797_200),
        (1_995_498_000, 2_014_246_800),
        (2_026_947_600, 2_045_696_400),
        (2_058_397_200, 2_077_146_000),
    ];

    #[test]
    fn clocks_change_when_the_time_zone_database_says() {
        for (spring, autumn) in CHANGES {
            let clock = |instant| helsinki_time(instant).minute;
            assert_eq!((clock(spring - 60), clock(spring)), (2 * 60 + 59, 4 * 60), "{spring}");
            assert_eq!((clock(autumn - 60), clock(autumn)), (3 * 60 + 59, 3 * 60), "{autumn}");
        }
    }

    #[test]
    fn a_late_evening_in_utc_is_already_tomorrow_in_helsinki() {
        let eve = NaiveDate::from_ymd_opt(2026, 12, 24);
        assert_eq!(eve.map(|date| HelsinkiTime { date, minute: 0 }), Some(helsinki_time(1_798_063_200)));
        assert_eq!(helsinki_time(1_798_063_199).minute, 23 * 60 + 59);
    }

    proptest! {
        #[test]
        fn local_time_is_two_or_three_hours_ahead(seconds in 0_i64..4_000_000_000) {
            let local = helsinki_time(seconds);
            let epoch_day = local.date.signed_duration_since(NaiveDate::default()).num_days();
            let ahead = epoch_day * 24 * 60 + i64::from(local.minute) - seconds.div_euclid(60);
            prop_assert!(ahead == 120 || ahead == 180);
        }
    }
}
