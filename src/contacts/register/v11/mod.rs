//! Version 11 of the register's open interface: its JSON as our model.
//!
//! Forms after the interface's own description (OpenAPI document "PTV Open Api version 11") and the real bodies in
//! `tests/fixtures/ptv`. A service or channel that cannot be read is left out and named; the others stay.

mod ways;

use std::collections::BTreeSet;

use serde_json::Value;

use super::hours::{self, helsinki_date};
use super::json::{Found, list, required, text};
use super::{Area, ChannelKind, Connection, LeftOut, Organisation, RegisterChannel, RegisterService, Translations};
use crate::domain::{CountyCode, MunicipalityCode};
use ways::ways;

/// What one answer of the register holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Services, in their order.
    pub services: Vec<RegisterService>,
    /// Channels, in their order.
    pub channels: Vec<RegisterChannel>,
    /// How many pages the whole answer has; one when it has no pages.
    pub pages: usize,
    /// What could not be read.
    pub left_out: Vec<LeftOut>,
}

/// Reads an answer: one service or channel, a list of them, or a page of such a list. A byte order mark may stand before it.
///
/// # Errors
/// It is no JSON, or nested deeper than any answer of the register.
pub fn read_answer(body: &[u8]) -> Result<Answer, String> {
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let value: Value = serde_json::from_slice(body).map_err(|error| format!("it is no JSON we can read ({error})"))?;
    let mut answer = Answer { pages: 1, ..Answer::default() };
    match &value {
        Value::Array(entries) => entries.iter().enumerate().for_each(|entry| answer.add(entry)),
        Value::Object(page) if page.contains_key("itemList") => {
            answer.pages = page.get("pageCount").and_then(Value::as_u64).map_or(1, |pages| pages as usize);
            list(&value, "itemList")?.iter().enumerate().for_each(|entry| answer.add(entry));
        }
        Value::Object(_) => answer.add((0, &value)),
        _ => return Err("it holds neither services nor channels".to_owned()),
    }
    Ok(answer)
}

impl Answer {
    fn add(&mut self, (place, entry): (usize, &Value)) {
        let what = label(entry, place);
        if entry.get("serviceChannelType").is_some() {
            match channel(entry) {
                Ok(channel) => self.channels.push(channel),
                Err(why) => self.left_out.push(LeftOut::new(what, why)),
            }
        } else {
            match service(entry) {
                Ok(service) => self.services.push(service),
                Err(why) => self.left_out.push(LeftOut::new(what, why)),
            }
        }
    }
}

/// How an entry is named to the editor: by its identifier, else by its place in the answer.
fn label(entry: &Value, place: usize) -> String {
    let kind = if entry.get("serviceChannelType").is_some() { "channel" } else { "service" };
    match identifier(entry, "id") {
        Ok(id) => format!("{kind} {id}"),
        Err(_) => format!("{kind} number {} of the answer", place + 1),
    }
}

fn service(entry: &Value) -> Found<RegisterService> {
    Ok(RegisterService {
        id: identifier(entry, "id")?,
        names: names(entry, "serviceNames")?,
        classes: codes(entry, "serviceClasses")?,
        terms: addresses(entry, "ontologyTerms")?,
        groups: codes(entry, "targetGroups")?,
        area: area(entry)?,
        organisations: organisations(entry)?,
        published: is_published(entry)?,
        connections: list(entry, "serviceChannels")?.iter().map(connection).collect::<Found<_>>()?,
    })
}

fn channel(entry: &Value) -> Found<RegisterChannel> {
    Ok(RegisterChannel {
        id: identifier(entry, "id")?,
        kind: kind(&required(entry, "serviceChannelType")?)?,
        names: names(entry, "serviceChannelNames")?,
        area: area(entry)?,
        languages: languages(entry)?,
        ways: ways(entry),
        hours: hours::read(entry),
        published: is_published(entry)?,
        modified: text(entry, "modified")?.map(|moment| helsinki_date(&moment)).transpose()?,
    })
}

fn kind(name: &str) -> Found<ChannelKind> {
    match name {
        "Phone" => Ok(ChannelKind::Phone),
        "EChannel" | "WebPage" | "PrintableForm" => Ok(ChannelKind::Online),
        "ServiceLocation" => Ok(ChannelKind::Place),
        other => Err(format!("the kind of channel \"{other}\" is not known")),
    }
}

/// 32 hexadecimal digits with hyphens. Nothing else is put into an address or a file.
fn identifier(entry: &Value, field: &str) -> Found<String> {
    let id = required(entry, field)?;
    let sound = id.len() == 36 && id.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    if sound { Ok(id.to_ascii_lowercase()) } else { Err(format!("{field} is no identifier of the register")) }
}

/// The names of type Name, and where a language has none, the alternative name.
fn names(entry: &Value, field: &str) -> Found<Translations> {
    let mut names = Translations::default();
    for wanted in ["Name", "AlternativeName"] {
        for name in list(entry, field)? {
            if text(name, "type")?.as_deref() == Some(wanted) {
                add_translation(&mut names, name)?;
            }
        }
    }
    if names.names().is_some() { Ok(names) } else { Err(format!("{field} holds no name")) }
}

fn add_translation(names: &mut Translations, item: &Value) -> Found<()> {
    if let Some(value) = text(item, "value")? {
        names.add(&text(item, "language")?.unwrap_or_default(), value);
    }
    Ok(())
}

/// Texts of a list that have no type.
fn translations(entry: &Value, field: &str) -> Found<Translations> {
    let mut texts = Translations::default();
    list(entry, field)?.iter().try_for_each(|item| add_translation(&mut texts, item))?;
    Ok(texts)
}

/// The codes of a list of classes; where a code is missing, the end of the address.
fn codes(entry: &Value, field: &str) -> Found<Vec<String>> {
    let code = |item: &Value| {
        let end = || Ok(text(item, "newUri")?.and_then(|uri| uri.rsplit('/').next().map(str::to_owned)));
        text(item, "code")?.map_or_else(end, |code| Ok(Some(code)))
    };
    let codes = list(entry, field)?.iter().map(code).collect::<Found<Vec<_>>>()?;
    Ok(codes.into_iter().flatten().collect())
}

fn addresses(entry: &Value, field: &str) -> Found<Vec<String>> {
    let addresses = list(entry, field)?.iter().map(|item| text(item, "uri")).collect::<Found<Vec<_>>>()?;
    Ok(addresses.into_iter().flatten().collect())
}

fn area(entry: &Value) -> Found<Area> {
    match text(entry, "areaType")?.as_deref() {
        Some("Nationwide") => Ok(Area::WholeCountry),
        Some("NationwideExceptAlandIslands") => Ok(Area::Mainland),
        Some("LimitedType") => limited(entry),
        Some(other) => Err(format!("the kind of area \"{other}\" is not known")),
        None => Err("areaType is missing".to_owned()),
    }
}

/// Areas of every kind list their municipalities. A whole county may be told by its code alone.
fn limited(entry: &Value) -> Found<Area> {
    let (mut counties, mut municipalities) = (BTreeSet::new(), BTreeSet::new());
    for area in list(entry, "areas")? {
        if text(area, "type")?.is_some_and(|kind| kind.starts_with("Wellbeing")) {
            counties.extend(text(area, "code")?.and_then(|code| CountyCode::parse(&code)));
        }
        for municipality in list(area, "municipalities")? {
            // A municipality that no longer exists has a code that nothing of ours knows; it then simply fits nowhere.
            municipalities.extend(text(municipality, "code")?.and_then(|code| MunicipalityCode::parse(&code)));
        }
    }
    Ok(Area::Limited { counties, municipalities })
}

/// Those who answer for the service. Who only produces it does not.
fn organisations(entry: &Value) -> Found<Vec<Organisation>> {
    let mut found = Vec::new();
    for tie in list(entry, "organizations")? {
        let answers = text(tie, "roleType")?.is_some_and(|role| role.ends_with("Responsible"));
        if let Some(organisation) = tie.get("organization").filter(|_| answers) {
            let name = text(organisation, "name")?.unwrap_or_default();
            found.push(Organisation { id: identifier(organisation, "id")?, name });
        }
    }
    Ok(found)
}

fn is_published(entry: &Value) -> Found<bool> {
    Ok(text(entry, "publishingStatus")?.as_deref() == Some("Published"))
}

/// ISO 639 codes, as far as they look like such.
fn languages(entry: &Value) -> Found<Vec<String>> {
    let codes = list(entry, "languages")?.iter().filter_map(Value::as_str);
    let sound = |code: &&str| (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase());
    Ok(codes.filter(sound).map(str::to_owned).collect())
}

fn connection(tie: &Value) -> Found<Connection> {
    let channel = tie.get("serviceChannel").ok_or("serviceChannel is missing")?;
    let ways = tie.get("contactDetails").map(ways).unwrap_or_default();
    Ok(Connection { channel: identifier(channel, "id")?, ways, hours: hours::read(tie) })
}
