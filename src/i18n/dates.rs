//! Dates and times in words, for pages made without a browser's `Intl`. The words and their order are in `dates.toml`.
//! Weekday and date always stand together where a date matters: people remember the weekday.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Texts;
use crate::domain::SourceDate;
use crate::domain::calendar::HelsinkiTime;

/// The name of a weekday: "tiistai", "tisdag", "Tuesday".
pub fn weekday(texts: &Texts, weekday: Weekday) -> String {
    texts.get(&format!("dates.weekday.{}", weekday_key(weekday))).to_owned()
}

/// Weekdays in a row: "maanantai–perjantai", "Monday to Friday"; one weekday alone by its name.
pub fn weekdays(texts: &Texts, first: Weekday, last: Weekday) -> String {
    if first == last {
        return weekday(texts, first);
    }
    texts.fill("dates.weekdays", &[("first", &weekday(texts, first)), ("last", &weekday(texts, last))])
}

/// A date without its weekday: "1.12.2026", "1 December 2026".
pub fn date(texts: &Texts, date: NaiveDate) -> String {
    let (day, year) = (date.day().to_string(), date.year().to_string());
    let month = month(texts, "month_in_date", date.month());
    texts.fill("dates.date", &[("day", &day), ("month", &month), ("year", &year)])
}

/// A date with its weekday: "tiistai 1.12.2026", "tisdag 1.12.2026", "Tuesday 1 December 2026".
pub fn date_with_weekday(texts: &Texts, day: NaiveDate) -> String {
    texts.fill("dates.date_with_weekday", &[("weekday", &weekday(texts, day.weekday())), ("date", &date(texts, day))])
}

/// The date of a source as exactly as it is known: "3.4.2024", "joulukuu 2025", "2026"; nothing for an undated one.
pub fn source_date(texts: &Texts, source: SourceDate) -> Option<String> {
    match source {
        SourceDate::Undated => None,
        SourceDate::Year(year) => Some(year.to_string()),
        SourceDate::Month(year, number) => Some(month_and_year(texts, year, number)),
        SourceDate::Day(day) => Some(date(texts, day)),
    }
}

/// A time of day, by minutes since midnight, 0 to 1440: "9", "9.30"; "9:00", "9:30" in English. A day that ends, ends at 24.
pub fn time(texts: &Texts, minute: u16) -> String {
    let (hour, rest) = ((minute / 60).to_string(), format!("{:02}", minute % 60));
    let key = if minute.is_multiple_of(60) { "dates.time.full_hour" } else { "dates.time.with_minutes" };
    texts.fill(key, &[("hour", &hour), ("minute", &rest)])
}

/// From one time to another: "9–15", "9:00 to 15:00".
pub fn times(texts: &Texts, from: u16, to: u16) -> String {
    texts.fill("dates.times", &[("from", &time(texts, from)), ("to", &time(texts, to))])
}

/// A moment to come, seen from now: "tänään klo 15", "huomenna klo 9", "maanantaina klo 9", "maanantaina 28.12.2026 klo 9".
pub fn moment(texts: &Texts, now: HelsinkiTime, then: HelsinkiTime) -> String {
    let days = then.date.signed_duration_since(now.date).num_days();
    let day = match days {
        0 => texts.get("dates.today").to_owned(),
        1 => texts.get("dates.tomorrow").to_owned(),
        _ => texts.get(&format!("dates.on_weekday.{}", weekday_key(then.date.weekday()))).to_owned(),
    };
    let time = time(texts, then.minute);
    // From the seventh day on, a weekday alone would mean the wrong week.
    let key = if days < 7 { "dates.moment" } else { "dates.moment_with_date" };
    texts.fill(key, &[("day", &day), ("date", &date(texts, then.date)), ("time", &time)])
}

/// A moment that has been: "maanantai 30.11.2026 klo 14.05", "Monday 30 November 2026 at 14:05".
pub fn past_moment(texts: &Texts, then: HelsinkiTime) -> String {
    let day = date_with_weekday(texts, then.date);
    texts.fill("dates.moment", &[("day", &day), ("time", &time(texts, then.minute))])
}

fn month_and_year(texts: &Texts, year: i32, number: u32) -> String {
    let month = month(texts, "month", number);
    texts.fill("dates.month_and_year", &[("month", &month), ("year", &year.to_string())])
}

/// The month, 1 to 12, from one of the two tables of months.
fn month(texts: &Texts, table: &str, number: u32) -> String {
    const KEYS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let key = KEYS[(number.clamp(1, 12) - 1) as usize];
    texts.get(&format!("dates.{table}.{key}")).to_owned()
}

fn weekday_key(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "monday",
        Weekday::Tue => "tuesday",
        Weekday::Wed => "wednesday",
        Weekday::Thu => "thursday",
        Weekday::Fri => "friday",
        Weekday::Sat => "saturday",
        Weekday::Sun => "sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The real words of the three languages.
    fn texts() -> [Texts; 3] {
        [
            include_str!("../../content/fi/texts/dates.toml"),
            include_str!("../../content/sv/texts/dates.toml"),
            include_str!("../../content/en/texts/dates.toml"),
        ]
        .map(|file| {
            let table: toml::Table = file.parse().expect("dates.toml");
            let mut pairs = Vec::new();
            flatten("dates", &table, &mut pairs);
            Texts::from_pairs(pairs)
        })
    }

    fn flatten(path: &str, table: &toml::Table, pairs: &mut Vec<(String, String)>) {
        for (key, value) in table {
            let key = format!("{path}.{key}");
            match value {
                toml::Value::Table(inner) => flatten(&key, inner, pairs),
                other => pairs.push((key, other.as_str().expect("a text").to_owned())),
            }
        }
    }

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date")
    }

    fn in_all(say: impl Fn(&Texts) -> String) -> [String; 3] {
        texts().map(|texts| say(&texts))
    }

    #[test]
    fn a_date_is_said_with_its_weekday_in_every_language() {
        let said = in_all(|texts| date_with_weekday(texts, day(2026, 12, 1)));
        assert_eq!(said, ["tiistai 1.12.2026", "tisdag 1.12.2026", "Tuesday 1 December 2026"]);
    }

    #[test]
    fn weekdays_and_times_are_said_in_every_language() {
        let days = in_all(|texts| weekdays(texts, Weekday::Mon, Weekday::Fri));
        assert_eq!(days, ["maanantai–perjantai", "måndag–fredag", "Monday to Friday"]);
        assert_eq!(in_all(|texts| weekdays(texts, Weekday::Sat, Weekday::Sat)), ["lauantai", "lördag", "Saturday"]);
        assert_eq!(in_all(|texts| times(texts, 9 * 60, 15 * 60 + 30)), ["9–15.30", "9–15.30", "9:00 to 15:30"]);
        assert_eq!(in_all(|texts| time(texts, 24 * 60)), ["24", "24", "24:00"]);
    }

    #[test]
    fn a_vague_source_date_is_said_as_vaguely() {
        let say = |text: &'static str| {
            in_all(move |texts| {
                source_date(texts, SourceDate::parse(text).expect("a date")).unwrap_or_else(|| "-".into())
            })
        };
        assert_eq!(say("2025-12"), ["joulukuu 2025", "december 2025", "December 2025"]);
        assert_eq!(say("2024-04-03"), ["3.4.2024", "3.4.2024", "3 April 2024"]);
        assert_eq!(say("undated"), ["-", "-", "-"]);
    }

    #[test]
    fn a_moment_to_come_is_said_as_one_would_say_it() {
        let at = |date, hour: u16| HelsinkiTime { date, minute: hour * 60 };
        let say = |then: HelsinkiTime| in_all(move |texts| moment(texts, at(day(2026, 12, 1), 8), then));
        assert_eq!(say(at(day(2026, 12, 1), 15)), ["tänään klo 15", "i dag kl. 15", "today at 15:00"]);
        assert_eq!(say(at(day(2026, 12, 2), 9)), ["huomenna klo 9", "i morgon kl. 9", "tomorrow at 9:00"]);
        assert_eq!(say(at(day(2026, 12, 7), 9)), ["maanantaina klo 9", "på måndag kl. 9", "on Monday at 9:00"]);
        let far = say(at(day(2026, 12, 8), 9));
        assert_eq!(
            far,
            ["tiistaina 8.12.2026 klo 9", "på tisdag 8.12.2026 kl. 9", "on Tuesday 8 December 2026 at 9:00"]
        );
    }

    #[test]
    fn a_moment_that_has_been_is_said_with_its_date() {
        let then = HelsinkiTime { date: day(2026, 11, 30), minute: 14 * 60 + 5 };
        let said = in_all(|texts| past_moment(texts, then));
        assert_eq!(
            said,
            ["maanantai 30.11.2026 klo 14.05", "måndag 30.11.2026 kl. 14.05", "Monday 30 November 2026 at 14:05"]
        );
    }

    #[test]
    fn every_weekday_and_month_has_its_words() {
        for texts in texts() {
            let said = (0..12).map(|month| source_date(&texts, SourceDate::Month(2026, month + 1)).unwrap_or_default());
            assert!(
                said.chain((0..7).map(|number| weekday(&texts, Weekday::try_from(number).expect("0 to 6"))))
                    .all(|said| !said.contains("dates."))
            );
            let now = HelsinkiTime { date: day(2026, 12, 1), minute: 0 };
            assert!((2..9).all(|ahead| {
                let then = HelsinkiTime { date: now.date + chrono::Days::new(ahead), minute: 0 };
                !moment(&texts, now, then).contains("dates.")
            }));
        }
    }
}
