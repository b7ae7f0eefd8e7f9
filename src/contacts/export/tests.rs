//! The exports of every county, held against the examples of HSDS 3.0 and the parts of its schemas that were read.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use super::*;
use crate::contacts::{CountyRecord, folders};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn counties() -> Vec<CountyRecord> {
    folders::read_all(root(), true).expect("the folders of the project")
}

fn demo() -> CountyRecord {
    counties().into_iter().find(|county| county.id == "esimerkki").expect("the invented county")
}

fn export(language: Language) -> Export<'static> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a date");
    Export { language, today, words: &|key: &str| key.to_owned(), municipalities: BTreeMap::new() }
}

/// What the schemas of openreferral/specification demand of the objects we write (service at 0aadc412, phone at 01be272d,
/// schedule, address, location and service_area at 149f77cd; read in November 2026).
const REQUIRED: [(&str, &[&str]); 8] = [
    ("", &["id", "name", "status"]),
    (".organization", &["id", "name", "description"]),
    (".phones[]", &["id", "number"]),
    (".schedules[]", &["id"]),
    (".service_areas[]", &["id"]),
    (".service_at_locations[].location", &["id", "location_type"]),
    (
        ".service_at_locations[].location.addresses[]",
        &["id", "address_1", "city", "state_province", "postal_code", "country", "address_type"],
    ),
    (".languages[]", &["id"]),
];

const ALLOWED: [(&str, &[&str]); 4] = [
    (".status", &["active", "inactive", "defunct", "temporarily closed"]),
    (".schedules[].freq", &["WEEKLY", "MONTHLY"]),
    (".service_at_locations[].location.location_type", &["physical", "postal", "virtual"]),
    (".service_at_locations[].location.addresses[].address_type", &["physical", "postal", "virtual"]),
];

/// Every place of a value with the kinds of value found there: ".phones[].number" → text.
fn shape(value: &Value, at: &str, shape_of: &mut BTreeMap<String, &'static str>) {
    let kind = match value {
        Value::String(_) => "text",
        Value::Number(_) => "number",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
        _ => "other",
    };
    shape_of.insert(at.to_owned(), kind);
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(field, inner)| shape(inner, &format!("{at}.{field}"), shape_of))
        }
        Value::Array(entries) => entries.iter().for_each(|inner| shape(inner, &format!("{at}[]"), shape_of)),
        _ => {}
    }
}

/// Calls a check with every object or value and its place.
fn walk(value: &Value, at: &str, check: &mut dyn FnMut(&str, &Value)) {
    check(at, value);
    match value {
        Value::Object(fields) => fields.iter().for_each(|(field, inner)| walk(inner, &format!("{at}.{field}"), check)),
        Value::Array(entries) => entries.iter().for_each(|inner| walk(inner, &format!("{at}[]"), check)),
        _ => {}
    }
}

#[test]
fn every_county_is_written_as_hsds_in_three_languages() {
    let example =
        std::fs::read_to_string(root().join("tests/fixtures/hsds/hsds_3_0_service_full.json")).expect("an example");
    let mut known = BTreeMap::new();
    shape(&serde_json::from_str(&example).expect("JSON"), "", &mut known);
    let (mut written, mut identifiers) = (0, std::collections::BTreeSet::new());
    for county in counties() {
        for language in Language::ALL {
            for service in services(&county, &export(language)) {
                written += 1;
                let mut own = BTreeMap::new();
                shape(&service, "", &mut own);
                for (place, kind) in own {
                    assert_eq!(known.get(&place), Some(&kind), "{place} is not in the example as {kind}");
                }
                walk(&service, "", &mut |place, value| {
                    let demanded = REQUIRED.iter().find(|(at, _)| *at == place).map_or(&[][..], |(_, fields)| fields);
                    assert!(
                        demanded.iter().all(|field| value[field].as_str().is_some_and(|text| !text.is_empty())),
                        "{place}: {value}"
                    );
                    let allowed = ALLOWED.iter().find(|(at, _)| *at == place);
                    assert!(
                        allowed.is_none_or(|(_, words)| words.contains(&value.as_str().unwrap_or_default())),
                        "{place}: {value}"
                    );
                });
                identifiers.insert(service["id"].as_str().map(str::to_owned));
            }
        }
    }
    assert!(written > 100, "{written} services");
    assert_eq!(identifiers.len() * 3, written, "the same identifier in every language, another for every service");
}

#[test]
fn the_invented_county_is_written_as_it_is_shown() {
    let all = services(&demo(), &export(Language::En));
    assert_eq!(all.len(), 5);
    let help = &all[0];
    assert_eq!(help["phones"][0]["number"], "0XX 000 0001");
    let first = &help["schedules"][0];
    assert_eq!(
        (&first["byday"], &first["opens_at"], &first["closes_at"]),
        (&"MO,TU,WE,TH,FR".into(), &"09:00".into(), &"15:00".into())
    );
    assert_eq!(help["schedules"][1]["valid_from"], "2026-12-31");
    assert_eq!(help["service_at_locations"][0]["location"]["description"], "Keksitynkatu 1, Esimerkkilä");
    assert_eq!(help["assured_date"], "2026-11-18");
    assert!(all[1].get("email").is_none(), "no mail for a worry about a child");
    assert_eq!(all[3]["email"], "neuvonta@esimerkki.example");
}

#[test]
fn hours_that_a_visitor_is_not_shown_are_not_exported() {
    let mut late = export(Language::Fi);
    late.today = NaiveDate::from_ymd_opt(2028, 1, 1).expect("a date");
    assert!(services(&demo(), &late).iter().all(|service| service["schedules"] == serde_json::json!([])));
    let points = organisation(&demo(), &late)["contactPoint"].clone();
    assert!(points.as_array().is_some_and(|points| points.iter().all(|point| point.get("hoursAvailable").is_none())));
}

#[test]
fn a_real_county_is_an_organisation_with_contact_points() {
    let pirkanmaa = counties().into_iter().find(|county| county.id == "pirkanmaa").expect("Pirkanmaa");
    let organisation = organisation(&pirkanmaa, &export(Language::Sv));
    assert_eq!(organisation["@type"], "GovernmentOrganization");
    let points = organisation["contactPoint"].as_array().expect("a list");
    let phones: Vec<_> = points.iter().filter_map(|point| point["telephone"].as_str()).collect();
    assert!(!phones.is_empty() && phones.iter().all(|phone| phone.starts_with("+358")), "{phones:?}");
    assert!(
        demo_points().iter().all(|point| point.get("telephone").is_none()),
        "invented numbers are nobody's telephone"
    );
}

fn demo_points() -> Vec<Value> {
    organisation(&demo(), &export(Language::Fi))["contactPoint"].as_array().cloned().unwrap_or_default()
}

#[test]
fn the_table_has_a_row_for_every_contact_and_no_formula() {
    let contacts = folders::read_contacts(root(), "esimerkki").expect("the folder");
    let mut spoilt = contacts.clone();
    spoilt[0].contact.label.fi = "=HYPERLINK(\"https://koe.example\")".to_owned();
    let table = csv_table(&demo(), &spoilt, export(Language::Fi).today).expect("a table");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), contacts.len());
    assert_eq!(&rows[0][5], "'=HYPERLINK(\"https://koe.example\")");
    assert_eq!((&rows[0][8], &rows[0][13]), ("mon-fri 9:00-15:00; 2026-12-31 9:00-12:00", "fresh"));
    assert_eq!(&rows[0][15], "counties/esimerkki/contacts.toml:3");
}
