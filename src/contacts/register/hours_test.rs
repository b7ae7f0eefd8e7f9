//! Hours of the register in every form they are told in.

use serde_json::json;

use super::*;

fn lines(hours: Value) -> Result<Vec<String>, Vec<String>> {
    let found = read(&json!({ "serviceHours": hours }));
    match found.hours {
        Some(hours) => Ok(hours.to_lines()),
        None => Err(found.left_out),
    }
}

fn week(times: Value) -> Value {
    json!({ "serviceHourType": "DaysOfTheWeek", "validForNow": true, "openingHour": times })
}

fn on(day: &str, last: &str, from: &str, to: &str) -> Value {
    json!({ "dayFrom": day, "dayTo": last, "from": from, "to": to })
}

#[test]
fn equal_days_in_a_row_become_one_line() {
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday"].map(|day| on(day, "", "09:00:00", "15:00:00"));
    let mut times = days.to_vec();
    times.push(on("Friday", "", "09:00:00", "13:30:00"));
    times.push(on("Sunday", "", "09:00:00", "00:00:00"));
    assert_eq!(
        lines(json!([week(json!(times))])),
        Ok(vec!["mon-thu 9:00-15:00".into(), "fri 9:00-13:30".into(), "sun 9:00-24:00".into()])
    );
}

#[test]
fn hours_over_midnight_and_over_days() {
    let over = |times| json!([{ "serviceHourType": "OverMidnight", "openingHour": times }]);
    assert_eq!(
        lines(over(json!([on("Monday", "Tuesday", "16:00:00", "08:00:00")]))),
        Ok(vec!["mon 16:00-8:00".into()])
    );
    assert_eq!(
        lines(over(json!([on("Friday", "Monday", "15:00:00", "08:00:00")]))),
        Ok(vec!["mon 0:00-8:00".into(), "fri 15:00-24:00".into(), "sat-sun 0:00-24:00".into()])
    );
    assert!(lines(over(json!([on("Monday", "Monday", "16:00:00", "08:00:00")]))).is_err());
}

#[test]
fn exceptional_days_are_days_in_helsinki() {
    let closed = json!({ "serviceHourType": "Exceptional", "validFrom": "2026-12-23T22:00:00Z",
        "validTo": "2026-12-25T21:59:59Z", "isClosed": true });
    let short = json!({ "serviceHourType": "Exceptional", "validFrom": "2026-12-31T00:00:00",
        "openingHour": [on("", "", "09:00:00", "12:00:00")] });
    let all = json!([week(json!([on("Monday", "Friday", "09:00:00", "15:00:00")])), closed, short]);
    assert_eq!(
        lines(all),
        Ok(vec![
            "mon-fri 9:00-15:00".into(),
            "2026-12-24 closed".into(),
            "2026-12-25 closed".into(),
            "2026-12-31 9:00-12:00".into()
        ])
    );
}

#[test]
fn always_open_with_an_exception_cannot_be_said() {
    let always = json!({ "serviceHourType": "DaysOfTheWeek", "isAlwaysOpen": true, "openingHour": [] });
    let closed = json!({ "serviceHourType": "Exceptional", "validFrom": "2026-12-24", "isClosed": true });
    assert_eq!(lines(json!([always])), Ok(vec!["always".into()]));
    assert_eq!(lines(json!([always, closed])).map_err(|left_out| left_out.len()), Err(1));
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let whole = json!(days.map(|day| on(day, "", "00:00:00", "00:00:00")));
    assert_eq!(lines(json!([week(whole.clone())])), Ok(vec!["always".into()]), "open on holidays too");
    assert_eq!(lines(json!([week(whole), closed])).map_err(|left_out| left_out.len()), Err(1));
}

#[test]
fn what_cannot_be_said_hides_all_hours() {
    let sure = week(json!([on("Monday", "", "09:00:00", "15:00:00")]));
    let summer = json!({ "serviceHourType": "DaysOfTheWeek", "validFrom": "2026-06-01T00:00:00Z",
        "validTo": "2026-08-31T00:00:00Z", "openingHour": [on("Monday", "", "10:00:00", "12:00:00")] });
    assert_eq!(
        lines(json!([sure, summer])),
        Err(vec!["the hours are not shown: they are for a part of the year".into()])
    );
    for wrong in [
        json!([{ "serviceHourType": "Sometimes" }]),
        json!([week(json!([on("Maanantai", "", "09:00:00", "15:00:00")]))]),
        json!([week(json!([on("Monday", "", "9", "15")]))]),
        json!([week(json!([on("Monday", "", "09:00:00", "09:00:00")]))]),
        json!([{ "serviceHourType": "DaysOfTheWeek", "isReservation": true }]),
        json!([{ "serviceHourType": "Exceptional", "validFrom": "2020-01-01", "validTo": "2030-01-01", "isClosed": true }]),
        json!("9-15"),
    ] {
        assert_eq!(lines(wrong.clone()).map_err(|left_out| left_out.len()), Err(1), "{wrong}");
    }
    assert_eq!(lines(json!(null)), Err(Vec::new()));
}
