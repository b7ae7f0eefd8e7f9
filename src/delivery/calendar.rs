//! A calendar file (RFC 5545) of whole days. Its words come from the caller and are neutral: a calendar is often shared.

use chrono::{DateTime, Datelike, NaiveDate, Timelike};

/// One day in the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEntry {
    /// Unique and the same whenever the file is made again.
    pub id: String,
    /// The day.
    pub date: NaiveDate,
    /// What the calendar shows.
    pub summary: String,
    /// What stands behind it.
    pub description: String,
}

/// The calendar file, written at `stamp` (UNIX seconds).
pub fn calendar(entries: &[CalendarEntry], stamp: i64) -> String {
    let mut file = Lines(String::new());
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    // The name of the program would tell what the calendar is about.
    file.line("PRODID:-//Calendar//EN");
    for entry in entries {
        write_entry(&mut file, entry, &utc(stamp));
    }
    file.line("END:VCALENDAR");
    file.0
}

fn write_entry(file: &mut Lines, entry: &CalendarEntry, stamp: &str) {
    file.line("BEGIN:VEVENT");
    file.line(&format!("UID:{}", escaped(&entry.id)));
    file.line(&format!("DTSTAMP:{stamp}"));
    file.line(&format!("DTSTART;VALUE=DATE:{}", day(entry.date)));
    file.line(&format!("SUMMARY:{}", escaped(&entry.summary)));
    file.line(&format!("DESCRIPTION:{}", escaped(&entry.description)));
    file.line("CLASS:PRIVATE");
    file.line("TRANSP:TRANSPARENT");
    file.line("END:VEVENT");
}

fn day(date: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

fn utc(stamp: i64) -> String {
    let time = DateTime::from_timestamp(stamp, 0).unwrap_or_default();
    format!("{}T{:02}{:02}{:02}Z", day(time.date_naive()), time.hour(), time.minute(), time.second())
}

/// Text with the characters escaped that have a meaning (RFC 5545, section 3.3.11).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Longest line in bytes, without its end (RFC 5545, section 3.1).
const LONGEST: usize = 75;

struct Lines(String);

impl Lines {
    /// One line with CRLF, folded between characters where it is too long.
    fn line(&mut self, line: &str) {
        let mut room = LONGEST;
        for letter in line.chars() {
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LONGEST - 1;
            }
            room -= letter.len_utf8();
            self.0.push(letter);
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn entry(summary: &str, description: &str) -> CalendarEntry {
        CalendarEntry {
            id: "ab12cd34ef56-1".to_owned(),
            date: NaiveDate::from_ymd_opt(2026, 12, 1).unwrap(),
            summary: summary.to_owned(),
            description: description.to_owned(),
        }
    }

    #[test]
    fn the_file_is_as_the_standard_wants_it() {
        let file = calendar(&[entry("Muistutus", "Soita, jos; \\ \nAB12")], 1_795_046_700);
        let expected = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Calendar//EN",
            "BEGIN:VEVENT",
            "UID:ab12cd34ef56-1",
            "DTSTAMP:20261119T000500Z",
            "DTSTART;VALUE=DATE:20261201",
            "SUMMARY:Muistutus",
            "DESCRIPTION:Soita\\, jos\\; \\\\ \\nAB12",
            "CLASS:PRIVATE",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        assert_eq!(file, expected.join("\r\n"));
    }

    proptest! {
        #[test]
        fn every_line_is_short_and_unfolds_to_what_was_written(text: String) {
            let file = calendar(&[entry("x", &text)], 0);
            prop_assert!(file.split("\r\n").all(|line| line.len() <= LONGEST && !line.contains(['\r', '\n'])));
            let unfolded = file.replace("\r\n ", "");
            let description = format!("\r\nDESCRIPTION:{}\r\n", escaped(&text));
            prop_assert!(unfolded.contains(&description));
        }
    }
}
