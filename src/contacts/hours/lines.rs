//! Hours as lines of text: "always", "mon-fri 9:00-15:00", "fri 22:00-2:00", "2026-12-31 9:00-12:00", "2026-12-24 closed".

use std::fmt;

use chrono::Weekday;

use crate::domain::SourceDate;

use super::{Exception, Hours, Opening, Span};

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

/// A line that tells no hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadHours {
    /// The line as it was written; empty when there was none.
    pub line: String,
}

impl fmt::Display for BadHours {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "\"{}\" tells no hours", self.line)
    }
}

impl Hours {
    /// Reads hours from their lines.
    ///
    /// # Errors
    /// The first line that tells no hours; also no line at all, and "always" beside another line.
    pub fn parse<Text: AsRef<str>>(lines: impl IntoIterator<Item = Text>) -> Result<Self, BadHours> {
        let (mut openings, mut exceptions, mut always) = (Vec::new(), Vec::new(), false);
        for line in lines {
            let line = line.as_ref().trim();
            match read_line(line) {
                Some(Line::Always) => always = true,
                Some(Line::Opening(opening)) => openings.push(opening),
                Some(Line::Exception(exception)) => exceptions.push(exception),
                None => return Err(BadHours { line: line.to_owned() }),
            }
        }
        match (always, openings.is_empty() && exceptions.is_empty()) {
            (true, true) => Ok(Self::Always),
            (false, false) => Ok(Self::Listed { openings, exceptions }),
            (true, false) => Err(BadHours { line: "always".to_owned() }),
            (false, true) => Err(BadHours { line: String::new() }),
        }
    }

    /// The lines that [`Hours::parse`] reads.
    pub fn to_lines(&self) -> Vec<String> {
        match self {
            Self::Always => vec!["always".to_owned()],
            Self::Listed { openings, exceptions } => {
                openings.iter().map(ToString::to_string).chain(exceptions.iter().map(ToString::to_string)).collect()
            }
        }
    }
}

enum Line {
    Always,
    Opening(Opening),
    Exception(Exception),
}

fn read_line(line: &str) -> Option<Line> {
    if line == "always" {
        return Some(Line::Always);
    }
    let (day, hours) = line.split_once(' ')?;
    if let Some(SourceDate::Day(date)) = SourceDate::parse(day) {
        let span = if hours == "closed" { None } else { Some(read_span(hours)?) };
        return Some(Line::Exception(Exception { date, span }));
    }
    let (first, last) = day.split_once('-').unwrap_or((day, day));
    let opening = Opening { first: read_weekday(first)?, last: read_weekday(last)?, span: read_span(hours)? };
    Some(Line::Opening(opening))
}

fn read_weekday(text: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(name, _)| *name == text).map(|(_, weekday)| *weekday)
}

fn read_span(text: &str) -> Option<Span> {
    let (from, to) = text.split_once('-')?;
    let span = Span { from: read_minute(from)?, to: read_minute(to)? };
    (span.from < 24 * 60 && span.to > 0 && span.from != span.to).then_some(span)
}

/// Minutes of "9:00", "09:00" or "24:00".
fn read_minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hour) || !digits(minute) || minute.len() != 2 {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (minute < 60 && (hour < 24 || (hour, minute) == (24, 0))).then_some(hour * 60 + minute)
}

fn name_of(weekday: Weekday) -> &'static str {
    WEEKDAYS[weekday.num_days_from_monday() as usize].0
}

impl fmt::Display for Span {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{:02}-{}:{:02}", self.from / 60, self.from % 60, self.to / 60, self.to % 60)
    }
}

impl fmt::Display for Opening {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(name_of(self.first))?;
        if self.first != self.last {
            write!(formatter, "-{}", name_of(self.last))?;
        }
        write!(formatter, " {}", self.span)
    }
}

impl fmt::Display for Exception {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} ", SourceDate::Day(self.date))?;
        match self.span {
            Some(span) => write!(formatter, "{span}"),
            None => formatter.write_str("closed"),
        }
    }
}

impl TryFrom<Vec<String>> for Hours {
    type Error = BadHours;

    fn try_from(lines: Vec<String>) -> Result<Self, Self::Error> {
        Self::parse(lines)
    }
}

impl From<Hours> for Vec<String> {
    fn from(hours: Hours) -> Self {
        hours.to_lines()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_lead_back_to_themselves() {
        for lines in
            [vec!["always"], vec!["mon-fri 9:00-15:00", "sat 22:30-2:00", "2026-12-24 closed", "2026-12-31 9:00-24:00"]]
        {
            assert_eq!(
                Hours::parse(&lines).map(|hours| hours.to_lines()),
                Ok(lines.into_iter().map(str::to_owned).collect())
            );
        }
    }

    #[test]
    fn what_tells_no_hours_is_refused() {
        for line in [
            "",
            "mon",
            "mon 9-15",
            "mo 9:00-15:00",
            "mon 9:00-9:00",
            "mon 25:00-26:00",
            "mon 9:60-10:00",
            "2026-12 closed",
            "mon 24:00-1:00",
        ] {
            assert_eq!(Hours::parse([line]), Err(BadHours { line: line.to_owned() }));
        }
        assert!(Hours::parse(["always", "mon 9:00-15:00"]).is_err());
        assert!(Hours::parse(Vec::<String>::new()).is_err());
    }
}
