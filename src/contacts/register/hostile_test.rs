//! The import against hostile bodies: refused, or cleaned with the row named, and never taken into a folder by mistake.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::tests::{CHANNEL, SERVICE, channel, county, fixture, read, rows_of, selection, service, with};
use super::*;
use crate::contacts::{Channel, CountyRecord, folders};
use crate::domain::MunicipalityCode;

#[test]
fn hostile_bodies_are_refused_or_named() {
    for body in [&b"{"[..], b"", b"[1", b"7", b"\xff\xfe", b"\"x\""] {
        assert!(read_answer(body).is_err());
    }
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    assert!(read_answer(deep.as_bytes()).expect_err("too deep").contains("no JSON we can read"));
    let script =
        read(&json!([with(service(), "/serviceNames/0/value", json!("<script>alert(1)</script>")), service()]));
    assert_eq!(script.left_out, [LeftOut::new(format!("service {SERVICE}"), "value holds markup")]);
    assert_eq!(script.services.len(), 1, "the sound one stays");
    let long = read(&with(channel(), "/serviceChannelNames/0/value", json!("a".repeat(10_000_000))));
    assert!(long.left_out[0].what.contains(CHANNEL) && long.left_out[0].why.contains("longer than"));
    let nameless = read(&json!([{ "id": "../../etc/passwd", "serviceNames": [] }]));
    assert_eq!(nameless.left_out[0].what, "service number 1 of the answer");
    let number = with(channel(), "/phoneNumbers/0/number", json!("12\u{202e}34<b>"));
    let (found, left_out) = rows_of(&[service()], &[number]);
    assert!(found.len() == 1 && left_out[0].why.starts_with("phoneNumbers number 1"), "{left_out:?}");
}

/// What must hold of any row, whatever was read.
fn is_sound(row: &ImportedRow) -> bool {
    let contact = &row.contact;
    let label = [&contact.label.fi, &contact.label.sv, &contact.label.en];
    let way = match &contact.channel {
        Channel::Phone(number) => number.tel().is_some(),
        Channel::Web(url) => url.starts_with("https://") && !url.contains(['"', ' ', '<']),
        Channel::Visit(text) | Channel::Address(text) => !text.trim().is_empty(),
        Channel::Email(_) => contact.service.may_be_emailed(),
    };
    way && label.iter().all(|text| !text.trim().is_empty() && text.len() <= 4_000 && !text.contains(['<', '>']))
}

/// Every row survives the way into a county's folder and back.
fn survives_the_file(rows: &[ImportedRow], name: &str) -> bool {
    let place = std::env::temp_dir().join(format!("tukipolku-import-{name}-{}", std::process::id()));
    let folder = place.join("counties/koe");
    std::fs::create_dir_all(&folder).expect("a temporary folder");
    std::fs::write(folder.join("imported.toml"), imported_text(rows)).expect("imported.toml");
    let back = folders::read_imported(&place, "koe");
    // What is left in the temporary folder harms nobody.
    let _ = std::fs::remove_dir_all(&place);
    back.as_deref() == Ok(rows)
}

/// Every place of a JSON value, as pointers.
fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Object(fields) => fields.iter().for_each(|(field, inner)| places(inner, &format!("{at}/{field}"), all)),
        Value::Array(entries) => {
            entries.iter().enumerate().for_each(|(i, inner)| places(inner, &format!("{at}/{i}"), all))
        }
        _ => {}
    }
}

#[test]
fn any_place_of_a_real_body_may_be_spoilt() {
    let real_channel: Value =
        serde_json::from_slice(&fixture("servicechannel_v11_servicelocation.json")).expect("JSON");
    let real_service: Value = serde_json::from_slice(&fixture("service_v11_nationwide.json")).expect("JSON");
    let real_service = with(real_service, "/serviceClasses", json!([{ "code": "P4.13" }]));
    let real_channel = with(real_channel, "/addresses/0/entrances", json!([]));
    let hostile = [
        json!(null),
        json!(true),
        json!(-1e300),
        json!(""),
        json!("<img src=x onerror=alert(1)>"),
        json!("a".repeat(5_000)),
        json!("\u{0}\u{202e}\"]\n[[contact]]\n"),
        json!([[[[[]]]]]),
        json!({ "value": [], "language": {} }),
        json!("9999-99-99T99:99:99Z"),
    ];
    let county = county("etela-savo");
    let mut wanted = selection(&county);
    wanted.organisations = vec!["Mikkelin kaupun".to_owned()];
    let sound = (read(&real_service).services, read(&real_channel).channels);
    let (mut tried, mut refused, mut taken) = (0, 0, 0);
    for (spoils_channel, body) in [(true, &real_channel), (false, &real_service)] {
        let mut all = Vec::new();
        places(body, "", &mut all);
        for (number, place) in all.iter().enumerate() {
            // Three kinds of harm for each place, all ten in turn.
            for bad in hostile.iter().cycle().skip(number * 3 % hostile.len()).take(3) {
                let mut spoilt = body.clone();
                *spoilt.pointer_mut(place).expect("a place of this body") = bad.clone();
                let answer = read_answer(spoilt.to_string().as_bytes()).unwrap_or_default();
                let (services, channels) =
                    if spoils_channel { (&sound.0, &answer.channels) } else { (&answer.services, &sound.1) };
                let found = rows(&wanted, services, channels).0;
                assert!(found.iter().all(is_sound), "{place} as {bad}");
                tried += 1;
                refused += usize::from(services.is_empty() || channels.is_empty());
                taken += found.len();
                assert!(tried % 97 != 0 || survives_the_file(&found, "spoilt"), "{place} as {bad}");
            }
        }
    }
    println!("{tried} spoilt bodies read: {refused} refused whole, {taken} sound rows taken from the others");
    assert!(tried > 3_000 && refused > 100 && taken > 1_000, "{tried} {refused} {taken}");
}

proptest! {
    // At least so many; the campaign asks for more by PROPTEST_CASES.
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(512), ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_answered_with_rows_or_a_refusal(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = read_answer(&bytes);
    }

    #[test]
    fn any_words_come_back_from_the_file_as_they_went(name in "\\PC{1,60}", about in "\\PC{0,40}", digits in "[0-9]{0,14}") {
        let spoilt = with(channel(), "/serviceChannelNames/0/value", json!(name));
        let spoilt = with(spoilt, "/phoneNumbers/0/additionalInformation", json!(about));
        let spoilt = with(spoilt, "/phoneNumbers/0/number", json!(digits));
        thread_local!(static COUNTY: (CountyRecord, BTreeSet<MunicipalityCode>) = {
            let county = county("pohjois-savo");
            let municipalities = selection(&county).municipalities;
            (county, municipalities)
        });
        let found = COUNTY.with(|(county, municipalities)| {
            let (organisations, classes, languages) = Default::default();
            let wanted = Selection { county, municipalities: municipalities.clone(), organisations, classes, languages };
            rows(&wanted, &read(&service()).services, &read(&spoilt).channels).0
        });
        prop_assert!(found.iter().all(is_sound), "{found:?}");
        prop_assert!(survives_the_file(&found, "words"));
    }
}
