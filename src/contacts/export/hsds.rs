//! HSDS 3.0, the Human Services Data Specification of Open Referral: a service with its phones, hours, places and area.

use serde_json::{Map, Value, json};

use super::{Export, clock, days};
use crate::contacts::{Channel, ContactPoint, CountyRecord, Hours, Span};
use crate::domain::{ContactService, SourceDate};

/// The services of a county in the form of HSDS 3.0, one object for each kind of matter that has a contact.
///
/// Identifiers are made of the county's name and the thing they name, so that they stay the same from export to export.
pub fn services(county: &CountyRecord, export: &Export<'_>) -> Vec<Value> {
    ContactService::ALL.into_iter().filter_map(|service| one(county, service, export)).collect()
}

fn one(county: &CountyRecord, service: ContactService, export: &Export<'_>) -> Option<Value> {
    let contacts = export.shown(county, service);
    if contacts.is_empty() {
        return None;
    }
    let own = format!("{}/{}", county.id, service.id());
    let each = |make: fn(&ContactPoint, &str, &CountyRecord, &Export<'_>) -> Vec<Value>| {
        let made = contacts.iter().enumerate();
        made.flat_map(|(place, contact)| make(contact, &format!("{own}/{place}"), county, export)).collect::<Vec<_>>()
    };
    let mut service_object = json!({
        "id": uuid(&own),
        "name": export.service_name(service),
        "status": "active",
        "organization": organization(county, export),
        "phones": each(phones),
        "schedules": each(schedules),
        "service_areas": each(areas),
        "service_at_locations": each(locations),
        "languages": languages(&own, &county.languages),
    });
    let fields = service_object.as_object_mut()?;
    add(fields, "url", contacts.iter().find_map(web));
    add(fields, "email", contacts.iter().find_map(mail));
    add(fields, "assured_date", oldest_check(&contacts));
    Some(service_object)
}

fn organization(county: &CountyRecord, export: &Export<'_>) -> Value {
    let name = county.names.in_language(export.language);
    json!({ "id": uuid(&county.id), "name": name, "description": name, "website": county.site })
}

fn phones(contact: &ContactPoint, own: &str, _: &CountyRecord, export: &Export<'_>) -> Vec<Value> {
    let Some(number) = contact.channel.phone() else { return Vec::new() };
    vec![json!({
        "id": uuid(&format!("{own}/phone")),
        "number": number.to_string(),
        "type": "voice",
        "description": contact.label.in_language(export.language),
        "languages": languages(own, &contact.languages),
    })]
}

/// A line of the week is a weekly rule; an exceptional day is a rule of that day alone. The times are those of Helsinki.
fn schedules(contact: &ContactPoint, own: &str, _: &CountyRecord, export: &Export<'_>) -> Vec<Value> {
    let label = contact.label.in_language(export.language);
    let schedule = |place: usize, more: Value| {
        let mut schedule =
            json!({ "id": uuid(&format!("{own}/schedule/{place}")), "description": label, "notes": "Europe/Helsinki" });
        if let (Some(fields), Value::Object(more)) = (schedule.as_object_mut(), more) {
            fields.extend(more);
        }
        schedule
    };
    let rules: Vec<Value> = match &contact.hours {
        None => Vec::new(),
        Some(Hours::Always) => vec![
            json!({ "freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR,SA,SU", "opens_at": "00:00", "closes_at": "24:00" }),
        ],
        Some(hours @ Hours::Listed { .. }) => {
            let week = hours.openings().iter().map(|opening| weekly(&days(opening.first, opening.last), opening.span));
            let exceptions = hours.exceptions_from(export.today);
            let exceptions =
                exceptions.map(|exception| exceptional(&SourceDate::Day(exception.date).to_string(), exception.span));
            week.chain(exceptions).collect()
        }
    };
    rules.into_iter().enumerate().map(|(place, rule)| schedule(place, rule)).collect()
}

fn weekly(days: &[chrono::Weekday], span: Span) -> Value {
    let byday: Vec<String> = days.iter().map(|day| day.to_string()[..2].to_uppercase()).collect();
    json!({ "freq": "WEEKLY", "byday": byday.join(","), "opens_at": clock(span.from), "closes_at": clock(span.to) })
}

fn exceptional(date: &str, span: Option<Span>) -> Value {
    match span {
        Some(span) => {
            json!({ "valid_from": date, "valid_to": date, "opens_at": clock(span.from), "closes_at": clock(span.to) })
        }
        // A day without any hours: opened and closed at the same minute, as schema.org says it too.
        None => json!({ "valid_from": date, "valid_to": date, "opens_at": "00:00", "closes_at": "00:00" }),
    }
}

fn areas(contact: &ContactPoint, own: &str, county: &CountyRecord, export: &Export<'_>) -> Vec<Value> {
    vec![json!({ "id": uuid(&format!("{own}/area")), "name": export.area(county, contact) })]
}

fn locations(contact: &ContactPoint, own: &str, county: &CountyRecord, export: &Export<'_>) -> Vec<Value> {
    let (kind, text) = match &contact.channel {
        Channel::Visit(text) => ("physical", text),
        Channel::Address(text) => ("postal", text),
        _ => return Vec::new(),
    };
    let name = contact.label.in_language(export.language);
    let id = uuid(&format!("{own}/location"));
    let mut location = json!({ "id": id, "location_type": kind, "name": name, "description": text });
    if let (Some(fields), Some(address)) = (location.as_object_mut(), address(text, kind, own, county, export)) {
        fields.insert("addresses".to_owned(), json!([address]));
    }
    vec![json!({ "id": uuid(&format!("{own}/at")), "location": location })]
}

/// "Otavantie 2 B, 50670 Otava" in its parts. HSDS wants every part of an address; what has fewer stays a description.
fn address(text: &str, kind: &str, own: &str, county: &CountyRecord, export: &Export<'_>) -> Option<Value> {
    let (street, office) = text.rsplit_once(", ")?;
    let (code, city) = office.split_once(' ').filter(|(code, _)| crate::domain::PostalCode::parse(code).is_some())?;
    Some(json!({
        "id": uuid(&format!("{own}/address")), "address_1": street, "city": city, "postal_code": code,
        "state_province": county.names.in_language(export.language), "country": "FI", "address_type": kind,
    }))
}

fn languages(own: &str, codes: &[String]) -> Vec<Value> {
    let language = |code: &String| json!({ "id": uuid(&format!("{own}/language/{code}")), "code": code, "name": code });
    codes.iter().map(language).collect()
}

fn web(contact: &ContactPoint) -> Option<String> {
    if let Channel::Web(url) = &contact.channel { Some(url.clone()) } else { None }
}

fn mail(contact: &ContactPoint) -> Option<String> {
    if let Channel::Email(address) = &contact.channel { Some(address.clone()) } else { None }
}

/// The day of the oldest check, when every contact has one: a service is no fresher than its stalest number.
fn oldest_check(contacts: &[ContactPoint]) -> Option<String> {
    let days: Option<Vec<_>> = contacts.iter().map(|contact| contact.checked.earliest()).collect();
    days?.into_iter().min().map(|day| SourceDate::Day(day).to_string())
}

fn add(fields: &mut Map<String, Value>, field: &str, value: Option<String>) {
    if let Some(value) = value {
        fields.insert(field.to_owned(), Value::String(value));
    }
}

/// An identifier made of a name: two 64-bit FNV-1a sums in the dress of a UUID of version 8 (RFC 9562), which leaves its bits to us.
fn uuid(name: &str) -> String {
    let sum =
        |start: u64| name.bytes().fold(start, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    let (high, low) = (sum(0xcbf2_9ce4_8422_2325), sum(0x8422_2325_cbf2_9ce4));
    let (high, low) = (high & !0xf000 | 0x8000, low & !(0b11 << 62) | (0b10 << 62));
    let text = format!("{high:016x}{low:016x}");
    format!("{}-{}-{}-{}-{}", &text[..8], &text[8..12], &text[12..16], &text[16..20], &text[20..])
}
