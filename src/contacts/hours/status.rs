//! Whether somebody answers at this minute. Never "open" outside a listed hour: who rings in vain may not ring again.

use chrono::{Datelike, NaiveDate};

use crate::domain::calendar::{HelsinkiTime, holiday_on};

use super::{Hours, Span};

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// How far ahead the next opening is looked for.
const DAYS_AHEAD: usize = 14;

/// What the hours say about a minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenStatus {
    /// Somebody answers at all hours.
    AlwaysOpen,
    /// Somebody answers until this minute.
    OpenUntil(HelsinkiTime),
    /// Nobody answers before this minute.
    OpensAt(HelsinkiTime),
    /// No opening is known for the next two weeks.
    Unknown,
}

impl Hours {
    /// The status at a minute, with the holidays of Finland.
    pub fn status(&self, now: HelsinkiTime) -> OpenStatus {
        self.status_with(now, |date| holiday_on(date).is_some())
    }

    /// The status at a minute; on the days for which `is_holiday` holds nobody answers unless an exception lists hours.
    pub fn status_with(&self, now: HelsinkiTime, is_holiday: impl Fn(NaiveDate) -> bool) -> OpenStatus {
        if matches!(self, Self::Always) {
            return OpenStatus::AlwaysOpen;
        }
        let spans = |date| self.spans_on(date, &is_holiday);
        match spans(now.date).into_iter().find(|span| span.from <= now.minute && now.minute < span.to) {
            Some(span) => OpenStatus::OpenUntil(closing(now.date, span.to, spans)),
            None => next_opening(now, spans).map_or(OpenStatus::Unknown, OpenStatus::OpensAt),
        }
    }

    /// The spans within one date, in order, those that touch joined into one.
    fn spans_on(&self, date: NaiveDate, is_holiday: &impl Fn(NaiveDate) -> bool) -> Vec<Span> {
        let mut spans = match self.exception_on(date) {
            Some(exception) => exception,
            None if is_holiday(date) => Vec::new(),
            None => self.ordinary_spans(date, is_holiday),
        };
        spans.sort_by_key(|span| span.from);
        spans.dedup_by(|later, first| {
            let touch = later.from <= first.to;
            if touch {
                first.to = first.to.max(later.to);
            }
            touch
        });
        spans
    }

    /// The hours of an exceptional date, up to its midnight; nothing when the date is ordinary.
    fn exception_on(&self, date: NaiveDate) -> Option<Vec<Span>> {
        let Self::Listed { exceptions, .. } = self else { return None };
        let mut of_date = exceptions.iter().filter(|exception| exception.date == date).peekable();
        of_date.peek()?;
        Some(of_date.filter_map(|exception| exception.span).map(before_midnight).collect())
    }

    /// The hours of the weekday, and what the evening before carries over midnight.
    fn ordinary_spans(&self, date: NaiveDate, is_holiday: &impl Fn(NaiveDate) -> bool) -> Vec<Span> {
        let on = |date: NaiveDate| self.openings().iter().filter(move |opening| opening.begins_on(date.weekday()));
        let mut spans: Vec<Span> = on(date).map(|opening| before_midnight(opening.span)).collect();
        if let Some(eve) = date.pred_opt().filter(|eve| !is_holiday(*eve) && self.exception_on(*eve).is_none()) {
            spans.extend(on(eve).filter_map(|opening| after_midnight(opening.span)));
        }
        spans
    }
}

fn before_midnight(span: Span) -> Span {
    if span.to > span.from { span } else { Span { to: DAY, ..span } }
}

fn after_midnight(span: Span) -> Option<Span> {
    (span.to <= span.from).then_some(Span { from: 0, to: span.to })
}

/// When a span that ends at this minute really ends: hours that reach midnight may go on the next day.
fn closing(mut date: NaiveDate, mut to: u16, spans: impl Fn(NaiveDate) -> Vec<Span>) -> HelsinkiTime {
    for _ in 0..DAYS_AHEAD {
        let Some(next) = date.succ_opt().filter(|_| to == DAY) else { break };
        date = next;
        to = spans(next).first().filter(|span| span.from == 0).map_or(0, |span| span.to);
    }
    HelsinkiTime { date, minute: to % DAY }
}

fn next_opening(now: HelsinkiTime, spans: impl Fn(NaiveDate) -> Vec<Span>) -> Option<HelsinkiTime> {
    now.date.iter_days().take(DAYS_AHEAD + 1).find_map(|date| {
        let later = spans(date).into_iter().find(|span| date > now.date || span.from > now.minute)?;
        Some(HelsinkiTime { date, minute: later.from })
    })
}

#[cfg(test)]
mod tests {
    use chrono::{Days, Weekday};
    use proptest::prelude::*;

    use super::*;
    use crate::contacts::hours::{Exception, Opening};

    fn at(day: u32, hour: u16, minute: u16) -> HelsinkiTime {
        HelsinkiTime { date: december(day), minute: hour * 60 + minute }
    }

    fn december(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 12, day).expect("a date")
    }

    fn hours(lines: &[&str]) -> Hours {
        Hours::parse(lines).expect("hours")
    }

    #[test]
    fn a_working_week_opens_and_closes_when_listed() {
        let office = hours(&["mon-fri 9:00-15:00"]);
        assert_eq!(office.status(at(1, 8, 59)), OpenStatus::OpensAt(at(1, 9, 0)));
        assert_eq!(office.status(at(1, 9, 0)), OpenStatus::OpenUntil(at(1, 15, 0)));
        assert_eq!(office.status(at(1, 14, 59)), OpenStatus::OpenUntil(at(1, 15, 0)));
        assert_eq!(office.status(at(1, 15, 0)), OpenStatus::OpensAt(at(2, 9, 0)));
        assert_eq!(office.status(at(4, 15, 0)), OpenStatus::OpensAt(at(7, 9, 0)), "Friday to Monday");
    }

    #[test]
    fn a_holiday_is_closed_unless_an_exception_or_all_hours_are_listed() {
        let office = hours(&["mon-fri 9:00-15:00"]);
        assert_eq!(office.status(at(24, 10, 0)), OpenStatus::OpensAt(at(28, 9, 0)), "from Christmas Eve to Monday");
        let with_exception = hours(&["mon-fri 9:00-15:00", "2026-12-24 9:00-12:00", "2026-12-31 closed"]);
        assert_eq!(with_exception.status(at(24, 10, 0)), OpenStatus::OpenUntil(at(24, 12, 0)));
        assert!(matches!(with_exception.status(at(31, 10, 0)), OpenStatus::OpensAt(_)));
        assert_eq!(hours(&["always"]).status(at(25, 3, 0)), OpenStatus::AlwaysOpen);
    }

    #[test]
    fn a_night_goes_on_over_midnight_but_not_into_a_holiday() {
        let nights = hours(&["mon-sun 16:00-8:00"]);
        assert_eq!(nights.status(at(1, 23, 0)), OpenStatus::OpenUntil(at(2, 8, 0)));
        assert_eq!(nights.status(at(2, 7, 59)), OpenStatus::OpenUntil(at(2, 8, 0)));
        assert_eq!(nights.status(at(23, 23, 0)), OpenStatus::OpenUntil(at(24, 0, 0)));
    }

    #[test]
    fn touching_hours_are_one_opening_and_no_future_opening_is_unknown() {
        let day = hours(&["mon-fri 8:00-12:00", "mon-fri 12:00-16:00"]);
        assert_eq!(day.status(at(1, 11, 0)), OpenStatus::OpenUntil(at(1, 16, 0)));
        assert_eq!(hours(&["2026-12-24 closed"]).status(at(1, 11, 0)), OpenStatus::Unknown);
    }

    /// The plainest model: is this one minute open?
    fn is_open(
        openings: &[Opening],
        exceptions: &[Exception],
        holidays: &[NaiveDate],
        date: NaiveDate,
        minute: u16,
    ) -> bool {
        let exception = |date| exceptions.iter().any(|exception: &Exception| exception.date == date);
        let in_span =
            |span: Span| if span.to > span.from { (span.from..span.to).contains(&minute) } else { minute >= span.from };
        if exception(date) {
            return exceptions.iter().filter(|other| other.date == date).filter_map(|other| other.span).any(in_span);
        }
        if holidays.contains(&date) {
            return false;
        }
        let eve = date - Days::new(1);
        let eve_counts = !holidays.contains(&eve) && !exception(eve);
        openings.iter().any(|opening| {
            let carried = eve_counts
                && opening.begins_on(eve.weekday())
                && opening.span.to <= opening.span.from
                && minute < opening.span.to;
            carried || (opening.begins_on(date.weekday()) && in_span(opening.span))
        })
    }

    fn any_span() -> impl Strategy<Value = Span> {
        (0_u16..24, 1_u16..=24)
            .prop_filter("empty", |(from, to)| from != to)
            .prop_map(|(from, to)| Span { from: from * 60, to: to * 60 })
    }

    fn any_weekday() -> impl Strategy<Value = Weekday> {
        (0_u8..7).prop_map(|number| Weekday::try_from(number).expect("0 to 6"))
    }

    fn any_opening() -> impl Strategy<Value = Opening> {
        (any_weekday(), any_weekday(), any_span()).prop_map(|(first, last, span)| Opening { first, last, span })
    }

    fn any_exception() -> impl Strategy<Value = Exception> {
        (1_u32..28, proptest::option::of(any_span())).prop_map(|(day, span)| Exception { date: december(day), span })
    }

    proptest! {
        #[test]
        fn the_status_agrees_with_a_model_that_looks_at_every_minute(
            openings in proptest::collection::vec(any_opening(), 0..4),
            exceptions in proptest::collection::vec(any_exception(), 0..3),
            holidays in proptest::collection::vec((1_u32..28).prop_map(december), 0..4),
            (day, minute) in (3_u32..10, 0_u16..DAY),
        ) {
            let now = HelsinkiTime { date: december(day), minute };
            let hours = Hours::Listed { openings: openings.clone(), exceptions: exceptions.clone() };
            let open = |offset: usize| {
                let minutes = usize::from(minute) + offset;
                let date = now.date + Days::new((minutes / usize::from(DAY)) as u64);
                is_open(&openings, &exceptions, &holidays, date, (minutes % usize::from(DAY)) as u16)
            };
            let at = |offset: usize| {
                let minutes = usize::from(minute) + offset;
                HelsinkiTime { date: now.date + Days::new((minutes / usize::from(DAY)) as u64), minute: (minutes % usize::from(DAY)) as u16 }
            };
            // Thirteen days of minutes: within the horizon whatever the hour.
            let change = (0..13 * usize::from(DAY)).find(|offset| open(*offset) != open(0)).map(at);
            match hours.status_with(now, |date| holidays.contains(&date)) {
                OpenStatus::OpenUntil(until) => prop_assert!(open(0) && change.is_none_or(|change| change == until)),
                OpenStatus::OpensAt(opening) => prop_assert!(!open(0) && change.is_none_or(|change| change == opening)),
                OpenStatus::Unknown => prop_assert!(!open(0) && change.is_none()),
                OpenStatus::AlwaysOpen => prop_assert!(false, "nothing here is always open"),
            }
        }
    }
}
