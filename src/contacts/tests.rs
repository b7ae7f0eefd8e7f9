//! The card, the connection and the browser's files, on the real folders and on small made-up counties.

use std::path::Path;

use chrono::NaiveDate;

use super::*;
use crate::domain::calendar::HelsinkiTime;
use crate::domain::{ContactService, CountyCode, Freshness, MunicipalityCode, Names, PhoneNumber, SourceDate};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).expect("a date")
}

fn counties(include_demo: bool) -> Vec<CountyRecord> {
    folders::read_all(root(), include_demo).expect("the folders of the project")
}

fn demo() -> CountyRecord {
    counties(true).into_iter().find(|county| county.code == CountyCode::DEMO).expect("the invented county")
}

fn code(text: &str) -> MunicipalityCode {
    MunicipalityCode::parse(text).expect("three digits")
}

fn contact(service: ContactService, channel: Channel, checked: &str) -> ContactPoint {
    ContactPoint {
        service,
        municipality: None,
        channel,
        label: Names { fi: "a".into(), sv: "b".into(), en: "c".into() },
        hours: Hours::parse(["always"]).ok(),
        call_cost: None,
        languages: Vec::new(),
        source: "https://koe.example/".into(),
        checked: SourceDate::parse(checked).expect("a date"),
    }
}

fn phone(number: &str, checked: &str) -> ContactPoint {
    let number = PhoneNumber::parse(number).expect("a number");
    contact(ContactService::ChildWelfare, Channel::Phone(number), checked)
}

fn county_with(contacts: Vec<ContactPoint>) -> CountyRecord {
    CountyRecord { contacts, ..counties(false).swap_remove(0) }
}

/// What stands on a card, shortly.
fn shown(card: &Card) -> Vec<String> {
    let of = |way: &Way| match way {
        Way::CountySite { .. } => "site".to_owned(),
        Way::Contact { contact, freshness } => match &contact.channel {
            Channel::Phone(number) => format!("{number} {freshness:?}"),
            other => format!("{other:?}"),
        },
    };
    card.ways.iter().map(of).collect()
}

fn worry_card(county: &CountyRecord) -> Card {
    card_for(county, code("005"), ContactService::ChildWelfare, today())
}

#[test]
fn every_municipality_has_its_county_and_at_least_one_way_on() {
    let directory = Directory::read_csv(root()).expect("the data of the project");
    let counties = counties(false);
    for municipality in directory.all() {
        let county = counties.iter().find(|county| county.code == municipality.county);
        let county = county.unwrap_or_else(|| panic!("{} has no county folder", municipality.names.fi));
        for service in ContactService::ALL {
            let card = card_for(county, municipality.code, service, today());
            assert!(card.ways.contains(&Way::CountySite { url: county.site.clone() }), "{}", municipality.names.fi);
            assert_eq!(card.emergency.tel().as_deref(), Some("tel:112"));
        }
    }
}

#[test]
fn a_confirmed_number_stands_first_and_the_own_site_before_what_is_not_confirmed() {
    let county = county_with(vec![
        phone("09 111 1111", "undated"),
        phone("09 222 2222", "2026-11-01"),
        phone("09 333 3333", "2026-02-01"),
        phone("09 444 4444", "2025-11-20"),
    ]);
    let card = worry_card(&county);
    assert_eq!(
        shown(&card),
        ["09 222 2222 Fresh", "09 333 3333 Amber", "site", "09 111 1111 Unconfirmed", "09 444 4444 Unconfirmed"]
    );
    assert!(card.has_number() && card.has_confirmed_number());
}

#[test]
fn hours_of_a_contact_that_is_not_confirmed_are_hidden() {
    let county = county_with(vec![phone("09 111 1111", "undated"), phone("09 222 2222", "2026-11-01")]);
    let hours: Vec<bool> = worry_card(&county)
        .ways
        .iter()
        .filter_map(|way| if let Way::Contact { contact, .. } = way { Some(contact.hours.is_some()) } else { None })
        .collect();
    assert_eq!(hours, [true, false]);
}

#[test]
fn the_municipalitys_own_contact_comes_before_the_countys() {
    let own = ContactPoint { municipality: Some(code("005")), ..phone("09 555 5555", "2026-11-01") };
    let neighbours = ContactPoint { municipality: Some(code("009")), ..phone("09 666 6666", "2026-11-01") };
    let county = county_with(vec![phone("09 222 2222", "2026-11-01"), neighbours, own]);
    assert_eq!(shown(&worry_card(&county)), ["09 555 5555 Fresh", "09 222 2222 Fresh", "site"]);
}

#[test]
fn a_worry_about_a_child_never_gets_an_email_address() {
    let mail = |service| contact(service, Channel::Email("a@b.example".into()), "2026-11-01");
    let county = county_with(vec![mail(ContactService::ChildWelfare), mail(ContactService::SocialCounselling)]);
    assert_eq!(shown(&worry_card(&county)), ["site"]);
    let counselling = card_for(&county, code("005"), ContactService::SocialCounselling, today());
    assert_eq!(shown(&counselling), ["Email(\"a@b.example\")", "site"]);
}

#[test]
fn the_emergency_row_shows_a_number_or_else_a_page_or_else_the_site() {
    let emergency = |channel| contact(ContactService::SocialEmergency, channel, "undated");
    let page = || emergency(Channel::Web("https://koe.example/paivystys".into()));
    let number = emergency(Channel::Phone(PhoneNumber::parse("09 777 7777").expect("a number")));
    let row = |contacts| social_emergency(&county_with(contacts), code("005"), today());
    assert_eq!(row(vec![page(), number]).phone().map(ToString::to_string).as_deref(), Some("09 777 7777"));
    assert!(matches!(row(vec![page()]), Way::Contact { .. }));
    assert!(matches!(row(Vec::new()), Way::CountySite { .. }));
}

#[test]
fn the_number_of_pirkanmaa_is_confirmed_today_and_not_after_a_year() {
    let counties = counties(false);
    let pirkanmaa = counties.iter().find(|county| county.id == "pirkanmaa").expect("Pirkanmaa");
    let freshness = |today| match social_emergency(pirkanmaa, code("837"), today) {
        Way::Contact { freshness, .. } => Some(freshness),
        Way::CountySite { .. } => None,
    };
    assert_eq!(freshness(today()), Some(Freshness::Amber));
    assert_eq!(freshness(NaiveDate::from_ymd_opt(2027, 1, 1).expect("a date")), Some(Freshness::Unconfirmed));
}

#[test]
fn the_invented_county_answers_now() {
    let card = card_for(&demo(), code("996"), ContactService::NeedsAssessment, today());
    let Way::Contact { contact, .. } = &card.ways[0] else { panic!("a contact comes first") };
    assert_eq!(contact.municipality, Some(code("996")));
    let tuesday = |minute| HelsinkiTime { date: NaiveDate::from_ymd_opt(2026, 11, 24).expect("a date"), minute };
    let status = contact.hours.as_ref().map(|hours| hours.status(tuesday(11 * 60)));
    assert_eq!(status, Some(OpenStatus::OpenUntil(tuesday(14 * 60))));
}

#[test]
fn invented_municipalities_are_found_beside_the_real_ones() {
    let directory =
        Directory::read_csv(root()).expect("the data of the project").with_municipalities(demo().municipalities);
    assert_eq!(directory.all().len(), 311);
    let found = directory.search("fantasiträsk", crate::domain::Language::Fi, 8);
    assert_eq!(found[0].why, Why::OtherLanguage("Fantasiträsk"));
    assert_eq!(Directory::from_names_json(&directory.names_json()).map(|fetched| fetched.all().len()), Ok(311));
    assert!(directory.knows_postal_codes());
}

fn recipients() -> Vec<Recipient> {
    let key = |letter: &str, role| Recipient {
        key: format!("age1{}", letter.repeat(58)),
        role,
        fingerprint: String::new(),
        expires: NaiveDate::from_ymd_opt(2027, 11, 30).expect("a date"),
    };
    vec![key("q", RecipientRole::Team), key("z", RecipientRole::Recovery)]
}

#[test]
fn a_county_is_connected_once_its_inbox_and_both_keys_are_known() {
    assert!(!demo().is_connected_on(today()));
    let connected = demo().with_connection("http://127.0.0.1:8787/", recipients()).expect("a whole county");
    assert_eq!(
        connected.connection.as_ref().and_then(|connection| connection.endpoint.as_deref()),
        Some("http://127.0.0.1:8787")
    );
    let day = |day| NaiveDate::from_ymd_opt(2027, 11, day).expect("a date");
    assert!(connected.is_connected_on(day(30)));
    assert!(!connected.is_connected_on(day(30).succ_opt().expect("December")), "an expired key is refused");
    assert_eq!(CountyRecord::from_json(&connected.to_json()), Ok(connected));
}

#[test]
fn a_county_is_not_connected_by_halves() {
    let problem = |endpoint, recipients| demo().with_connection(endpoint, recipients).err();
    let (inbox, mut one_key, mut wrong_key) = ("https://inbox.example", recipients(), recipients());
    one_key.truncate(1);
    wrong_key[1].key = "AGE-SECRET-KEY-1".into();
    assert_eq!(problem(inbox, one_key), Some(ConnectionProblem::NoKeyFor(RecipientRole::Recovery)));
    assert_eq!(problem(inbox, wrong_key), Some(ConnectionProblem::NotAKey(2)));
    for endpoint in ["http://inbox.example", "", "https://", "https://a.example?x", "https://user@a.example"] {
        assert_eq!(problem(endpoint, recipients()), Some(ConnectionProblem::NotAnEndpoint(endpoint.into())));
    }
    let unasked = counties(false).swap_remove(0).with_connection(inbox, recipients());
    assert_eq!(unasked.err(), Some(ConnectionProblem::NoPrivacyNotice));
}

#[test]
fn every_county_survives_the_way_to_the_browser() {
    for county in counties(true) {
        assert_eq!(CountyRecord::from_json(&county.to_json()), Ok(county));
    }
    assert_eq!(CountyRecord::from_json("{}"), Err(BadData::Unreadable));
    let newer = demo().to_json().replacen("\"version\":1", "\"version\":2", 1);
    assert_eq!(CountyRecord::from_json(&newer), Err(BadData::OtherVersion));
}
