//! Hours of the register as hours of ours. What ours cannot say is told and left out: nobody is shown a guess.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Timelike, Weekday};
use serde_json::Value;

use super::json::{Found, flag, list, required, text};
use crate::contacts::{Exception, Hours, Opening, Span};
use crate::domain::calendar::helsinki_time;

/// The longest exceptional time we write out day by day: a summer.
const LONGEST_EXCEPTION: u64 = 100;

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// Hours, as far as they could be understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HoursFound {
    /// The hours; nothing when none are told or when they cannot be said for sure.
    pub hours: Option<Hours>,
    /// What is told and could not be understood, in words.
    pub left_out: Vec<String>,
}

/// What one entry of the register's hours says.
enum Entry {
    Always,
    Week(Vec<Opening>),
    Days(Vec<Exception>),
}

/// Reads the list `serviceHours` of a channel or connection.
///
/// One entry that cannot be understood hides all the hours: half of a week would look like the whole.
pub(super) fn read(object: &Value) -> HoursFound {
    let entries = match list(object, "serviceHours") {
        Ok(entries) => entries,
        Err(why) => return HoursFound { hours: None, left_out: vec![why] },
    };
    let (mut always, mut openings, mut exceptions, mut left_out) = (false, Vec::new(), Vec::new(), Vec::new());
    for entry in entries {
        match read_entry(entry) {
            Ok(Entry::Always) => always = true,
            Ok(Entry::Week(more)) => openings.extend(more),
            Ok(Entry::Days(more)) => exceptions.extend(more),
            Err(why) => left_out.push(format!("the hours are not shown: {why}")),
        }
    }
    // A listed week means closed on holidays, and "always" means open on them: a week of whole days is "always".
    let always = always || joined(openings.clone()) == [whole_week()];
    if left_out.is_empty() && always && !exceptions.is_empty() {
        left_out
            .push("the hours are not shown: they are always open but for some days, which cannot be said".to_owned());
    }
    let hours = match (left_out.is_empty(), always, openings.is_empty()) {
        (false, ..) | (true, false, true) => None,
        (true, true, _) => Some(Hours::Always),
        (true, false, false) => Some(listed(openings, exceptions)),
    };
    HoursFound { hours, left_out }
}

fn listed(mut openings: Vec<Opening>, mut exceptions: Vec<Exception>) -> Hours {
    openings.sort_by_key(|opening| (opening.first.num_days_from_monday(), opening.span.from));
    exceptions.sort_by_key(|exception| (exception.date, exception.span.map(|span| span.from)));
    exceptions.dedup();
    Hours::Listed { openings: joined(openings), exceptions }
}

fn whole_week() -> Opening {
    Opening { first: Weekday::Mon, last: Weekday::Sun, span: Span { from: 0, to: DAY } }
}

/// Monday 9–15, Tuesday 9–15 … become Monday to Friday 9–15, as people say it.
fn joined(openings: Vec<Opening>) -> Vec<Opening> {
    let mut runs: Vec<Opening> = Vec::new();
    for opening in openings {
        let run = runs.iter_mut().find(|run| run.span == opening.span && run.last.succ() == opening.first);
        match run {
            Some(run) if run.first != opening.first => run.last = opening.last,
            _ => runs.push(opening),
        }
    }
    runs
}

fn read_entry(entry: &Value) -> Found<Entry> {
    let kind = required(entry, "serviceHourType")?;
    if flag(entry, "isReservation")? {
        return Err("they are by appointment".to_owned());
    }
    match kind.as_str() {
        "Exceptional" => exceptional(entry).map(Entry::Days),
        "DaysOfTheWeek" | "OverMidnight" if is_for_a_season(entry)? => {
            Err("they are for a part of the year".to_owned())
        }
        "DaysOfTheWeek" if flag(entry, "isAlwaysOpen")? => Ok(Entry::Always),
        "DaysOfTheWeek" if flag(entry, "isClosed")? => Err("a whole week is marked as closed".to_owned()),
        "DaysOfTheWeek" => spans(entry, of_days).map(Entry::Week),
        "OverMidnight" => spans(entry, over_midnight).map(Entry::Week),
        other => Err(format!("the kind of hours \"{other}\" is not known")),
    }
}

/// Whether weekly hours hold from one date to another only. Our week holds always.
fn is_for_a_season(entry: &Value) -> Found<bool> {
    let dated = text(entry, "validFrom")?.is_some() || text(entry, "validTo")?.is_some();
    Ok(dated && !flag(entry, "validForNow")?)
}

fn spans(entry: &Value, read: fn(&Value) -> Found<Vec<Opening>>) -> Found<Vec<Opening>> {
    let times = list(entry, "openingHour")?;
    let openings = times.iter().map(read).collect::<Found<Vec<_>>>()?.concat();
    if openings.is_empty() { Err("they have no times".to_owned()) } else { Ok(openings) }
}

/// "Monday 08:00 to 16:00", or "Monday to Friday" where a last day is given.
fn of_days(time: &Value) -> Found<Vec<Opening>> {
    let first = weekday(&required(time, "dayFrom")?)?;
    let last = text(time, "dayTo")?.map_or(Ok(first), |day| weekday(&day))?;
    let (from, to) = times(time)?;
    Ok(vec![Opening { first, last, span: Span { from, to: if to == 0 { DAY } else { to } } }])
}

/// "Friday 16:00 to Monday 08:00": the evening, whole days between, the morning.
fn over_midnight(time: &Value) -> Found<Vec<Opening>> {
    let first = weekday(&required(time, "dayFrom")?)?;
    let last = text(time, "dayTo")?.map_or(Ok(first.succ()), |day| weekday(&day))?;
    let (from, to) = times(time)?;
    let on = |day, from, to| Opening { first: day, last: day, span: Span { from, to } };
    let nights = last.days_since(first);
    if nights == 0 {
        return Err("a span over midnight ends on the day it begins".to_owned());
    }
    if nights == 1 && to > 0 && to <= from {
        return Ok(vec![on(first, from, to)]);
    }
    let mut days = vec![on(first, from, DAY)];
    let mut day = first.succ();
    while day != last {
        days.push(on(day, 0, DAY));
        day = day.succ();
    }
    if to > 0 {
        days.push(on(last, 0, to));
    }
    Ok(days)
}

/// Days that differ from the week: closed, open at all hours, or open at other times.
fn exceptional(entry: &Value) -> Found<Vec<Exception>> {
    let first = required(entry, "validFrom").and_then(|moment| helsinki_date(&moment))?;
    let last = text(entry, "validTo")?.map_or(Ok(first), |moment| helsinki_date(&moment))?;
    let length = last.signed_duration_since(first).num_days();
    if !(0..LONGEST_EXCEPTION as i64).contains(&length) {
        return Err(format!("exceptional hours from {first} to {last} cannot be written out"));
    }
    let spans = exceptional_spans(entry)?;
    let dates = (0..=length as u64).filter_map(|day| first.checked_add_days(Days::new(day)));
    Ok(dates.flat_map(|date| spans.iter().map(move |span| Exception { date, span: *span })).collect())
}

fn exceptional_spans(entry: &Value) -> Found<Vec<Option<Span>>> {
    if flag(entry, "isClosed")? {
        return Ok(vec![None]);
    }
    if flag(entry, "isAlwaysOpen")? {
        return Ok(vec![Some(Span { from: 0, to: DAY })]);
    }
    let spans = list(entry, "openingHour")?.iter().map(|time| {
        let (from, to) = times(time)?;
        Ok(Some(Span { from, to: if to == 0 { DAY } else { to } }))
    });
    let spans: Vec<_> = spans.collect::<Found<_>>()?;
    if spans.is_empty() { Err("exceptional hours have no times".to_owned()) } else { Ok(spans) }
}

/// Two minutes of a day that differ.
fn times(time: &Value) -> Found<(u16, u16)> {
    let (from, to) = (minute(&required(time, "from")?)?, minute(&required(time, "to")?)?);
    if from == to && from != 0 { Err("a time begins and ends at the same minute".to_owned()) } else { Ok((from, to)) }
}

fn minute(text: &str) -> Found<u16> {
    let time = ["%H:%M:%S", "%H:%M"].iter().find_map(|form| NaiveTime::parse_from_str(text, form).ok());
    let time = time.ok_or_else(|| format!("\"{text}\" is no time of day"))?;
    // A minute of the day is at most 1439 and always fits.
    Ok((time.hour() * 60 + time.minute()) as u16)
}

fn weekday(name: &str) -> Found<Weekday> {
    name.parse().map_err(|_| format!("\"{name}\" is no weekday"))
}

/// The date in Helsinki: "2026-12-23T22:00:00Z" is Christmas Eve. A moment without an offset is taken at its word.
pub(super) fn helsinki_date(moment: &str) -> Found<NaiveDate> {
    if let Ok(instant) = DateTime::parse_from_rfc3339(moment) {
        return Ok(helsinki_time(instant.timestamp()).date);
    }
    let day = moment.get(..10).and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
    day.ok_or_else(|| format!("\"{moment}\" is no date"))
}

#[cfg(test)]
#[path = "hours_test.rs"]
mod tests;
