//! The import against real bodies of version 11 (`tests/fixtures/ptv`) and against invented ones.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};

use super::*;
use crate::contacts::{Channel, CountyRecord, Directory, folders};
use crate::domain::{ContactService, Language, MunicipalityCode};

pub(super) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub(super) fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(root().join("tests/fixtures/ptv").join(name)).expect("a file of the fixtures")
}

pub(super) fn county(id: &str) -> CountyRecord {
    let counties = folders::read_all(root(), true).expect("the folders of the project");
    counties.into_iter().find(|county| county.id == id).expect("a county")
}

pub(super) fn selection(county: &CountyRecord) -> Selection<'_> {
    let directory = Directory::read_csv(root()).expect("the data of the project");
    let municipalities = directory.in_county(county.code).map(|municipality| municipality.code).collect();
    Selection { county, municipalities, organisations: Vec::new(), classes: Vec::new(), languages: Vec::new() }
}

pub(super) fn read(value: &Value) -> Answer {
    read_answer(value.to_string().as_bytes()).expect("JSON")
}

pub(super) const SERVICE: &str = "00000000-0000-0000-0000-000000000001";
pub(super) const CHANNEL: &str = "00000000-0000-0000-0000-000000000002";
const COUNTY: &str = "00000000-0000-0000-0000-000000000003";

/// An invented service of Northern Savonia in the form of version 11.
pub(super) fn service() -> Value {
    json!({
        "id": SERVICE, "type": "Service", "publishingStatus": "Published", "areaType": "LimitedType",
        "serviceNames": [{ "language": "fi", "value": "Lapsiperheiden palvelut", "type": "Name" }],
        "areas": [{ "type": "WellbeingServiceCounties", "code": "13", "municipalities": [] }],
        "serviceClasses": [{ "code": "P3.6" }], "ontologyTerms": [], "targetGroups": [{ "code": "KR1" }],
        "organizations": [{ "roleType": "Responsible", "organization": { "id": COUNTY, "name": "Pohjois-Savon hyvinvointialue" } }],
        "serviceChannels": [{ "serviceChannel": { "id": CHANNEL }, "serviceHours": [], "contactDetails": null }],
    })
}

/// Its invented phone service.
pub(super) fn channel() -> Value {
    json!({
        "id": CHANNEL, "serviceChannelType": "Phone", "publishingStatus": "Published", "areaType": "Nationwide", "areas": [],
        "serviceChannelNames": [{ "language": "fi", "value": "Perheiden neuvonta", "type": "Name" },
            { "language": "sv", "value": null, "type": "Name" }, { "language": "en", "value": "", "type": "Name" }],
        "languages": ["fi", "sv"], "modified": "2026-10-01T09:00:00",
        "phoneNumbers": [
            { "type": "Phone", "language": "fi", "prefixNumber": "+358", "number": "171234567", "serviceChargeType": "Chargeable",
              "chargeDescription": "tavallinen puhelun hinta", "additionalInformation": null, "isFinnishServiceNumber": false },
            { "type": "Phone", "language": "sv", "prefixNumber": "+358", "number": "171234567", "serviceChargeType": "Chargeable",
              "chargeDescription": "vanlig samtalsavgift", "additionalInformation": "Rådgivning för familjer" },
            { "type": "Fax", "language": "fi", "prefixNumber": "+358", "number": "171234568" }],
        "serviceHours": [{ "serviceHourType": "DaysOfTheWeek", "validForNow": true, "openingHour": [
            { "dayFrom": "Monday", "dayTo": "Friday", "from": "09:00:00", "to": "15:00:00" }] }],
    })
}

pub(super) fn rows_of(services: &[Value], channels: &[Value]) -> (Vec<ImportedRow>, Vec<LeftOut>) {
    let county = county("pohjois-savo");
    let (services, channels) = (read(&json!(services)), read(&json!(channels)));
    rows(&selection(&county), &services.services, &channels.channels)
}

pub(super) fn with(mut value: Value, pointer: &str, new: Value) -> Value {
    let (parent, field) = pointer.rsplit_once('/').expect("a pointer");
    value.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object").insert(field.to_owned(), new);
    value
}

#[test]
fn the_real_service_of_version_11_is_read() {
    let answer = read_answer(&fixture("service_v11_nationwide.json")).expect("a real body");
    assert!(answer.left_out.is_empty() && answer.channels.is_empty());
    let service = &answer.services[0];
    assert_eq!(service.id, "3668d250-cd80-45c4-abcc-9b2d3a2b3e42");
    assert_eq!(service.names.fi.as_deref(), Some("Nettilukio aikuisille"), "not the alternative name");
    assert_eq!((service.names.sv.as_deref(), service.area.clone()), (None, Area::WholeCountry));
    assert_eq!(service.classes, ["P6.10", "P6.8", "P6.13", "P6"]);
    assert_eq!(service.groups, ["KR1"]);
    assert_eq!(service.terms.len(), 10);
    let organisations: BTreeSet<_> = service.organisations.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(organisations, BTreeSet::from(["Mikkelin kaupunki", "Mikkelin kaupungin liikelaitos Otavia"]));
    let channels: Vec<_> = service.connections.iter().map(|tie| &tie.channel[..8]).collect();
    assert_eq!(channels, ["16afd0e8", "961f1a02", "d5e5b0c9"]);
    assert!(service.published);
    assert_eq!(matter_of(service, &[]), None, "an upper secondary school is no social service");
}

#[test]
fn the_real_place_of_version_11_is_read() {
    let answer = read_answer(&fixture("servicechannel_v11_servicelocation.json")).expect("a real body");
    let channel = &answer.channels[0];
    assert_eq!((channel.kind, channel.names.fi.as_deref()), (ChannelKind::Place, Some("Otavan Opisto / Otavia")));
    let mikkeli = MunicipalityCode::parse("491").expect("three digits");
    assert_eq!(channel.area, Area::Limited { counties: BTreeSet::new(), municipalities: BTreeSet::from([mikkeli]) });
    assert_eq!(channel.languages, ["fi", "en"]);
    let numbers: Vec<_> = channel.ways.phones.iter().map(|phone| phone.number.to_string()).collect();
    assert_eq!(numbers, ["044 794 3552", "044 794 3565"]);
    assert_eq!(channel.ways.phones[0].about.fi.as_deref(), Some("Opintoasiainvastaava"));
    assert!(channel.ways.phones.iter().all(|phone| phone.cost.is_none()), "\"chargeable\" tells no price");
    assert_eq!(channel.ways.mails.len(), 7);
    assert_eq!(channel.ways.places[0].channel, Channel::Visit("Otavantie 2 B, 50670 Otava".into()));
    let lines = channel.hours.hours.as_ref().map(|hours| hours.to_lines());
    assert_eq!(lines, Some(vec!["mon-fri 8:00-16:00".to_owned()]));
    assert_eq!(channel.modified.map(|day| day.to_string()).as_deref(), Some("2020-04-22"));
    // All four pages are plain http, which is no safe way on.
    assert!(channel.ways.pages.is_empty());
    assert_eq!(channel.ways.left_out.len(), 4, "{:?}", channel.ways.left_out);
}

#[test]
fn the_real_bodies_give_the_rows_that_were_written_down_by_hand() {
    // The same bodies, the service put into the class of counselling so that it concerns families.
    let body: Value = serde_json::from_slice(&fixture("service_v11_nationwide.json")).expect("JSON");
    let services = read(&with(body, "/serviceClasses", json!([{ "code": "P4.13" }])));
    let channels = read_answer(&fixture("servicechannel_v11_servicelocation.json")).expect("a real body");
    let county = county("etela-savo");
    let mut wanted = selection(&county);
    wanted.organisations = vec!["Mikkelin kaupun".to_owned()];
    let (found, left_out) = rows(&wanted, &services.services, &channels.channels);
    let told: Vec<String> = found.iter().take(2).map(|row| imported_text(std::slice::from_ref(row))).collect();
    let row = |key: &str, channel: &str, value: &str| {
        format!(
            "\n[[contact]]\nservice = \"social_counselling\"\nmunicipality = \"491\"\nchannel = \"{channel}\"\nvalue = \"{value}\"\n\
             label = {{ fi = \"Otavan Opisto / Otavia\", sv = \"Otavan Opisto / Otavia\", en = \"Otavan Opisto / Otavia\" }}\n\
             languages = [\"fi\", \"en\"]\n\
             source = \"https://api.palvelutietovaranto.suomi.fi/api/v11/ServiceChannel/961f1a02-0eb7-4b5d-9721-6b9f2d14ec6f\"\n\
             checked = \"2020-04-22\"\n\
             register = {{ key = \"social_counselling/961f1a02-0eb7-4b5d-9721-6b9f2d14ec6f/{key}/491\", \
             service = \"3668d250-cd80-45c4-abcc-9b2d3a2b3e42\", modified = \"2020-04-22\" }}\n"
        )
    };
    assert!(told[0].ends_with(&row("mail1", "email", "info@otavia.fi")), "{}", told[0]);
    assert!(told[1].ends_with(&row("mail2", "email", "nettilukio@otavia.fi")), "{}", told[1]);
    let values: Vec<String> = found.iter().skip(7).map(|row| format!("{:?}", row.contact.channel)).collect();
    assert_eq!(found.len(), 10);
    assert!(values[0].contains("044 794 3552") && values[1].contains("044 794 3565"), "{values:?}");
    assert_eq!(values[2], "Visit(\"Otavantie 2 B, 50670 Otava\")");
    assert_eq!(found[7].contact.label.fi, "Opintoasiainvastaava");
    assert_eq!(found[7].contact.label.en, "Otavan Opisto / Otavia");
    assert_eq!(found[7].contact.hours.as_ref().map(|hours| hours.to_lines()), Some(vec!["mon-fri 8:00-16:00".into()]));
    assert_eq!(left_out.iter().filter(|left_out| left_out.why.contains("not in the register's answer")).count(), 2);
}

#[test]
fn a_phone_service_becomes_one_contact_in_three_languages() {
    let (found, left_out) = rows_of(&[service()], &[channel()]);
    assert_eq!((found.len(), left_out), (1, Vec::new()));
    let contact = &found[0].contact;
    assert_eq!((contact.service, contact.municipality), (ContactService::NeedsAssessment, None));
    assert_eq!(contact.channel.phone().map(ToString::to_string).as_deref(), Some("017 123 4567"));
    let label = &contact.label;
    assert_eq!((label.fi.as_str(), label.sv.as_str()), ("Perheiden neuvonta", "Rådgivning för familjer"));
    assert_eq!(label.en, "Perheiden neuvonta", "an empty translation is not shown as a name");
    assert_eq!(contact.call_cost.as_ref().map(|cost| cost.sv.as_str()), Some("tavallinen puhelun hinta"));
    assert_eq!(contact.checked.to_string(), "2026-10-01");
    assert_eq!(found[0].provenance.key, format!("needs_assessment/{CHANNEL}/phone1"));
}

#[test]
fn what_has_ended_is_missing_or_is_somebody_elses_is_not_taken() {
    let archived = with(channel(), "/publishingStatus", json!("Deleted"));
    let (found, left_out) = rows_of(&[service()], &[archived]);
    assert!(found.is_empty() && left_out[0].why.contains("ended"));
    let (found, left_out) = rows_of(&[with(service(), "/publishingStatus", json!("Archived"))], &[channel()]);
    assert!(found.is_empty() && left_out[0].what.contains(SERVICE));
    let (found, left_out) = rows_of(&[service()], &[]);
    assert!(found.is_empty() && left_out[0].why.contains(CHANNEL), "a channel that is missing is told");
    let association = with(service(), "/organizations/0/organization/name", json!("Perheyhdistys ry"));
    assert_eq!(rows_of(&[association], &[channel()]), (Vec::new(), Vec::new()));
    let producer = with(service(), "/organizations/0/roleType", json!("Producer"));
    assert_eq!(rows_of(&[producer], &[channel()]).0.len(), 0);
}

#[test]
fn areas_are_cut_to_the_county() {
    let municipalities = |codes: &[&str]| {
        let list: Vec<Value> = codes.iter().map(|code| json!({ "code": code, "name": [] })).collect();
        json!([{ "type": "Municipality", "municipalities": list }])
    };
    let places = |areas: Value| {
        let (found, _) = rows_of(&[with(service(), "/areas", areas)], &[channel()]);
        found.iter().map(|row| row.contact.municipality.map(|code| code.to_string())).collect::<Vec<_>>()
    };
    // Kuopio and Iisalmi lie in the county, Helsinki does not.
    assert_eq!(places(municipalities(&["297", "091", "140"])), [Some("140".to_owned()), Some("297".to_owned())]);
    assert_eq!(places(municipalities(&["091"])), []);
    assert_eq!(places(json!([])), []);
    let savo = county("pohjois-savo");
    let all: Vec<String> = selection(&savo).municipalities.iter().map(ToString::to_string).collect();
    assert_eq!(
        places(municipalities(&all.iter().map(String::as_str).collect::<Vec<_>>())),
        [None],
        "all of them are the county"
    );
    let nationwide = with(service(), "/areaType", json!("NationwideExceptAlandIslands"));
    assert_eq!(rows_of(&[nationwide], &[channel()]).0[0].contact.municipality, None);
}

#[test]
fn what_the_tie_tells_goes_before_what_the_channel_tells() {
    let tie = json!({ "serviceChannel": { "id": CHANNEL },
        "contactDetails": { "phoneNumbers": [{ "number": "171112222", "prefixNumber": "+358", "language": "fi" }] },
        "serviceHours": [{ "serviceHourType": "DaysOfTheWeek", "isAlwaysOpen": true }] });
    let (found, _) = rows_of(&[with(service(), "/serviceChannels", json!([tie]))], &[channel()]);
    assert_eq!(found[0].contact.channel.phone().map(ToString::to_string).as_deref(), Some("017 111 2222"));
    assert_eq!(found[0].contact.hours.as_ref().map(|hours| hours.to_lines()), Some(vec!["always".to_owned()]));
}

#[test]
fn classes_groups_and_languages_choose() {
    let of = |value: Value| matter_of(&read(&value).services[0], &[]);
    let class = |code: &str| with(service(), "/serviceClasses", json!([{ "code": code }]));
    assert_eq!(of(class("P3.8")), Some(ContactService::ChildWelfare));
    assert_eq!(of(class("P4.11")), Some(ContactService::ImmigrantSocialWork));
    assert_eq!(of(class("P5.7")), None);
    let emergency = json!([{ "uri": "http://www.yso.fi/onto/koko/p76751" }]);
    assert_eq!(of(with(class("P4"), "/ontologyTerms", emergency)), Some(ContactService::SocialEmergency));
    let for_group =
        |code: &str| of(with(class("P4.13"), "/targetGroups", json!([{ "code": "KR1" }, { "code": code }])));
    assert_eq!((for_group("KR1.2"), for_group("KR1.1")), (Some(ContactService::SocialCounselling), None));
    let by_address = with(
        service(),
        "/serviceClasses",
        json!([{ "newUri": "http://uri.suomi.fi/codelist/ptv/ptvserclass/code/P3.8" }]),
    );
    assert_eq!(of(by_address), Some(ContactService::ChildWelfare));
    assert_eq!(matter_of(&read(&service()).services[0], &["P3.8".to_owned()]), None);

    let county = county("pohjois-savo");
    let mut wanted = selection(&county);
    wanted.languages = vec![Language::En];
    let answer = (read(&service()), read(&channel()));
    assert!(rows(&wanted, &answer.0.services, &answer.1.channels).0.is_empty());
    wanted.languages = vec![Language::En, Language::Sv];
    assert_eq!(rows(&wanted, &answer.0.services, &answer.1.channels).0.len(), 1);
}

#[test]
fn a_worry_about_a_child_gets_no_mail_and_a_page_only_from_an_online_channel() {
    let online = with(channel(), "/serviceChannelType", json!("EChannel"));
    let pages = json!([{ "url": "https://asiointi.koe.example/", "language": "fi" }, { "url": "https://asiointi.koe.example/", "language": "sv" },
        { "url": "https://asiointi.koe.example/en", "language": "en" }]);
    let online = with(with(online, "/webPages", pages.clone()), "/emails", json!([{ "value": "a@koe.example" }]));
    let worry = with(service(), "/serviceClasses", json!([{ "code": "P3.8" }]));
    let (found, _) = rows_of(&[worry], &[online]);
    let webs: Vec<_> = found.iter().filter(|row| matches!(row.contact.channel, Channel::Web(_))).collect();
    assert_eq!(webs.iter().map(|row| row.contact.languages.join(" ")).collect::<Vec<_>>(), ["fi sv", "en"]);
    assert!(found.iter().all(|row| !matches!(row.contact.channel, Channel::Email(_))));
    assert_eq!(
        rows_of(&[service()], &[with(channel(), "/webPages", pages)]).0.len(),
        1,
        "a phone service's page is only about it"
    );
}

#[test]
fn the_order_of_reading_does_not_matter_and_doubles_are_one() {
    let twin = with(
        with(service(), "/id", json!("00000000-0000-0000-0000-00000000000a")),
        "/serviceClasses",
        json!([{ "code": "P3.6" }]),
    );
    let forth = rows_of(&[service(), twin.clone()], &[channel()]).0;
    assert_eq!(forth, rows_of(&[twin, service()], &[channel()]).0);
    assert_eq!(forth.len(), 1);
}

#[test]
fn changes_are_told_in_words_and_nothing_is_nothing() {
    let before = rows_of(&[service()], &[channel()]).0;
    assert!(Changes::between(&before, &before).is_empty());
    assert_eq!(Changes::between(&before, &before).summary(), "nothing changes");
    let other = with(channel(), "/phoneNumbers/0/number", json!("179999999"));
    let other = with(other, "/phoneNumbers/1/number", json!("179999999"));
    let other = with(other, "/serviceHours/0/openingHour/0/to", json!("14:00:00"));
    let after = rows_of(&[service()], &[other]).0;
    let changes = Changes::between(&before, &after);
    assert_eq!(changes.summary(), "1 number changed, 1 hours changed");
    assert!(changes.to_string().contains("was  017 123 4567\n    is   017 999 9999"), "{changes}");
    assert_eq!(Changes::between(&before, &[]).summary(), "1 contact ended, 1 service ended");
    assert_eq!(Changes::between(&[], &before).summary(), "1 new contact");
}
