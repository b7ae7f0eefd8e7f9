//! Ten years of hours, minute by minute on the days that matter, against a model that shares no line with the product: offsets from
//! the time zone database, holidays from a table, hours as a list of open minutes.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Timelike};

use super::{Hours, OpenStatus};
use crate::domain::calendar::helsinki_time;

/// Summer time in Europe/Helsinki, 2026 to 2035: its first second and the first second after it (IANA database 2025b).
const SUMMERS: [(i64, i64); 10] = [
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

/// What an office's hours are, said a second time in the plainest way: weekday (Monday is 0), from and to in minutes; hours that end
/// after midnight go on into the next day.
struct Office {
    lines: &'static [&'static str],
    week: &'static [(u32, u32, u32)],
    /// Days that differ, with their hours; none is closed.
    days: &'static [(&'static str, &'static [(u32, u32)])],
}

const OFFICES: [Office; 3] = [
    Office {
        lines: &[
            "mon-thu 8:00-16:00",
            "fri 8:00-14:30",
            "2026-12-31 9:00-12:00",
            "2030-06-21 10:00-11:00",
            "2028-02-29 closed",
        ],
        week: &[(0, 480, 960), (1, 480, 960), (2, 480, 960), (3, 480, 960), (4, 480, 870)],
        days: &[("2026-12-31", &[(540, 720)]), ("2030-06-21", &[(600, 660)]), ("2028-02-29", &[])],
    },
    // Evenings and nights, also over both changes of the clock, which come early on a Sunday.
    Office {
        lines: &["mon-sun 16:00-8:00"],
        week: &[
            (0, 960, 480),
            (1, 960, 480),
            (2, 960, 480),
            (3, 960, 480),
            (4, 960, 480),
            (5, 960, 480),
            (6, 960, 480),
        ],
        days: &[],
    },
    Office {
        lines: &["sat 22:30-4:15", "sun 2:00-3:30", "tue 9:00-12:00", "tue 12:00-15:00", "2027-10-31 0:00-24:00"],
        week: &[(5, 1350, 255), (6, 120, 210), (1, 540, 720), (1, 720, 900)],
        days: &[("2027-10-31", &[(0, 1440)])],
    },
];

/// Local date and minute by the table of summers.
fn local(instant: i64) -> (NaiveDate, u32) {
    let summer = SUMMERS.iter().any(|(first, after)| (*first..*after).contains(&instant));
    let offset = if summer { 3 * 3600 } else { 2 * 3600 };
    let time = DateTime::from_timestamp(instant + offset, 0).expect("a moment").naive_utc();
    (time.date(), time.hour() * 60 + time.minute())
}

fn holidays() -> BTreeSet<NaiveDate> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/holidays_fi.csv");
    let text = std::fs::read_to_string(file).expect("the table of holidays");
    text.lines().filter_map(|line| line.get(..10)?.parse().ok()).collect()
}

impl Office {
    fn day(&self, date: NaiveDate) -> Option<&'static [(u32, u32)]> {
        self.days.iter().find(|(day, _)| *day == date.to_string()).map(|(_, hours)| *hours)
    }

    fn is_open(&self, date: NaiveDate, minute: u32, holidays: &BTreeSet<NaiveDate>) -> bool {
        if let Some(hours) = self.day(date) {
            return hours.iter().any(|(from, to)| (*from..*to).contains(&minute));
        }
        if holidays.contains(&date) {
            return false;
        }
        let eve = date - Days::new(1);
        let carries = !holidays.contains(&eve) && self.day(eve).is_none();
        self.week.iter().any(|(day, from, to)| {
            let over_midnight = to <= from;
            let today = *day == date.weekday().num_days_from_monday();
            let yesterday = carries && over_midnight && *day == eve.weekday().num_days_from_monday();
            (today && minute >= *from && (over_midnight || minute < *to)) || (yesterday && minute < *to)
        })
    }
}

/// Every minute of the days on which something is special, and one minute in 37 of all others.
fn instants(holidays: &BTreeSet<NaiveDate>) -> Vec<i64> {
    let midnight = |date: NaiveDate| date.and_time(chrono::NaiveTime::MIN).and_utc().timestamp();
    // The table of holidays ends with 2035; in Finland its last two hours of UTC are the new year already.
    let (first, last) = (midnight(day("2026-01-01")), midnight(day("2035-12-31")));
    let changes = SUMMERS.iter().flat_map(|(first, after)| [*first, *after]).map(|instant| local(instant).0);
    let written = OFFICES.iter().flat_map(|office| office.days.iter().map(|(date, _)| day(date)));
    let special: BTreeSet<NaiveDate> = changes.chain(written).collect();
    let every_minute = special.iter().flat_map(|date| (midnight(*date) - 10_800..midnight(*date) + 86_400).step_by(60));
    let around = holidays.iter().filter(|date| (2026..2036).contains(&date.year()));
    let around = around.flat_map(|date| (midnight(*date) - 14_400..midnight(*date) + 100_000).step_by(60 * 11));
    every_minute.chain(around).chain((first..last).step_by(60 * 37)).collect()
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

#[test]
fn ten_years_agree_with_the_plainest_model() {
    let holidays = holidays();
    let instants = instants(&holidays);
    let (mut open, mut closed) = (0, 0);
    for office in &OFFICES {
        let hours = Hours::parse(office.lines).expect("hours");
        for instant in &instants {
            let (date, minute) = local(*instant);
            let wanted = office.is_open(date, minute, &holidays);
            let status = hours.status(helsinki_time(*instant));
            let said = matches!(status, OpenStatus::OpenUntil(_));
            assert_eq!(said, wanted, "{:?} at {date} {}:{:02}: {status:?}", office.lines, minute / 60, minute % 60);
            if wanted { open += 1 } else { closed += 1 }
        }
    }
    println!("{} minutes of ten years for {} offices: {open} open, {closed} closed", instants.len(), OFFICES.len());
    assert!(instants.len() > 150_000 && open > 50_000 && closed > 50_000);
}

#[test]
fn what_is_said_to_open_or_close_does_so_at_that_minute() {
    let holidays = holidays();
    for office in &OFFICES {
        let hours = Hours::parse(office.lines).expect("hours");
        let mut instant = day("2026-01-01").and_time(chrono::NaiveTime::MIN).and_utc().timestamp();
        while local(instant).0 < day("2028-12-31") {
            let now = helsinki_time(instant);
            let (turns, becomes) = match hours.status(now) {
                OpenStatus::OpenUntil(end) => (end, false),
                OpenStatus::OpensAt(start) => (start, true),
                other => panic!("{now:?}: {other:?}"),
            };
            let before = turns.date.and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(i64::from(turns.minute) - 1);
            let at = |date, minute| office.is_open(date, minute, &holidays);
            assert_eq!(at(turns.date, u32::from(turns.minute)), becomes, "{:?} from {now:?}: {turns:?}", office.lines);
            assert_eq!(
                at(before.date(), before.hour() * 60 + before.minute()),
                !becomes,
                "{:?} from {now:?}: {turns:?}",
                office.lines
            );
            instant += 60 * 397;
        }
    }
}
