//! Version 11 of the register's open interface: its JSON as our model.
//!
//! Forms after the interface's own description (OpenAPI document "PTV Open Api version 11") and the real bodies in
//! `tests/fixtures/ptv`. A service or channel that cannot be read is left out and named; the others stay.

use std::collections::BTreeSet;

use serde_json::Value;

use super::hours::{self, helsinki_date};
use super::json::{Found, list, required, text};
use super::{
    Area, ChannelKind, Connection, LeftOut, Organisation, Page, Phone, Place, RegisterChannel, RegisterService,
    Translations, Ways,
};
use crate::contacts::Channel;
use crate::domain::{CountyCode, MunicipalityCode, Names, PhoneNumber};

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

/// The ways to reach somebody. Each is read by itself: a bad number does not take the good one with it.
fn ways(entry: &Value) -> Ways {
    let mut ways = Ways::default();
    // A channel says `phoneNumbers`, a connection of older versions `phones`; a printed form says `channelUrls`.
    for field in ["phoneNumbers", "phones"] {
        each(entry, field, &mut ways, phone);
    }
    for field in ["webPages", "channelUrls"] {
        each(entry, field, &mut ways, page);
    }
    each(entry, "addresses", &mut ways, place);
    each(entry, "emails", &mut ways, mail);
    ways
}

fn each(entry: &Value, field: &str, ways: &mut Ways, read: fn(&Value, &mut Ways) -> Found<()>) {
    match list(entry, field) {
        Ok(items) => {
            for (place, item) in items.iter().enumerate() {
                let read = read(item, ways);
                ways.left_out.extend(read.err().map(|why| format!("{field} number {}: {why}", place + 1)));
            }
        }
        Err(why) => ways.left_out.push(why),
    }
}

fn phone(item: &Value, ways: &mut Ways) -> Found<()> {
    if text(item, "type")?.is_some_and(|kind| kind != "Phone") {
        // Fax and text messages: nobody is told to write a worry into one.
        return Ok(());
    }
    let number = number(item)?;
    let language = text(item, "language")?.unwrap_or_default();
    let about = text(item, "additionalInformation")?;
    let cost = cost(item, &language)?;
    let known = ways.phones.iter().position(|phone| phone.number == number);
    let place = known.unwrap_or_else(|| {
        ways.phones.push(Phone { number, about: Translations::default(), cost: None });
        ways.phones.len() - 1
    });
    let phone = &mut ways.phones[place];
    if let Some(about) = about {
        phone.about.add(&language, about);
    }
    phone.cost = phone.cost.take().or(cost);
    Ok(())
}

/// "+358" and "447943552" are 044 7943552 at home; a service number stands as it is.
fn number(item: &Value) -> Found<PhoneNumber> {
    let digits = required(item, "number")?;
    let digits: String = digits.split_whitespace().collect();
    let prefix = text(item, "prefixNumber")?.unwrap_or_default();
    let whole = match prefix.as_str() {
        "" => grouped(&digits),
        "+358" => grouped(&format!("0{}", digits.trim_start_matches('0'))),
        other => format!("{other} {digits}"),
    };
    PhoneNumber::parse(&whole)
        .filter(|number| !number.is_demo())
        .ok_or_else(|| format!("\"{whole}\" is no phone number"))
}

/// A national number in groups, as it is printed: the area or operator code, then three or four digits at a time.
fn grouped(digits: &str) -> String {
    const FOUR: [&str; 3] = ["0800", "0600", "0700"];
    const THREE: [&str; 5] = ["01", "04", "050", "020", "029"];
    if !digits.starts_with('0') || !digits.bytes().all(|byte| byte.is_ascii_digit()) || digits.len() < 7 {
        return digits.to_owned();
    }
    let begins = |starts: &[&str]| starts.iter().any(|start| digits.starts_with(start));
    let code = if begins(&FOUR) {
        4
    } else if begins(&THREE) {
        3
    } else {
        2
    };
    let (code, rest) = digits.split_at(code);
    match rest.len() {
        0..=5 => format!("{code} {rest}"),
        6..=7 => format!("{code} {} {}", &rest[..3], &rest[3..]),
        _ => format!("{code} {} {}", &rest[..4], &rest[4..]),
    }
}

/// What a call costs: free, or what the register says in words. "Chargeable" alone tells no price.
fn cost(item: &Value, language: &str) -> Found<Option<Names>> {
    if text(item, "serviceChargeType")?.as_deref() == Some("FreeOfCharge") {
        return Ok(Some(Names { fi: "maksuton".into(), sv: "avgiftsfritt".into(), en: "free of charge".into() }));
    }
    let mut words = Translations::default();
    if let Some(charge) = text(item, "chargeDescription")? {
        words.add(language, charge);
    }
    Ok(words.names())
}

fn page(item: &Value, ways: &mut Ways) -> Found<()> {
    // A printed form has its address in `value`, a page in `url` with its name in `value`.
    let url = match text(item, "url")? {
        Some(url) => url,
        None => required(item, "value")?,
    };
    let url = web_address(&url)?;
    let language = text(item, "language")?.unwrap_or_default();
    match ways.pages.iter_mut().find(|page| page.url == url) {
        Some(page) => {
            page.languages.insert(language);
        }
        None => ways.pages.push(Page { url, languages: BTreeSet::from([language]) }),
    }
    Ok(())
}

fn web_address(url: &str) -> Found<String> {
    let host = url.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let sound = host.contains('.') && !host.contains('@') && !url.contains([' ', '"', '\'', '\\']);
    if sound { Ok(url.to_owned()) } else { Err(format!("\"{url}\" is no address that begins with https://")) }
}

fn mail(item: &Value, ways: &mut Ways) -> Found<()> {
    let address = required(item, "value")?;
    let sound = address.split('@').filter(|part| !part.is_empty()).count() == 2 && !address.contains([' ', '"', ',']);
    if !sound {
        return Err(format!("\"{address}\" is no e-mail address"));
    }
    if !ways.mails.contains(&address) {
        ways.mails.push(address);
    }
    Ok(())
}

fn place(item: &Value, ways: &mut Ways) -> Found<()> {
    if let Some(street) = item.get("streetAddress").filter(|street| !street.is_null()) {
        let line = [one_of(street, "street")?, text(street, "streetNumber")?];
        let line = line.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let address = with_post_office(line, street)?;
        let is_postal = text(item, "type")?.as_deref() == Some("Postal");
        ways.places
            .push(Place { channel: if is_postal { Channel::Address(address) } else { Channel::Visit(address) } });
    } else if let Some(post) = item.get("postOfficeBoxAddress").filter(|post| !post.is_null()) {
        let address = with_post_office(one_of(post, "postOfficeBox")?.unwrap_or_default(), post)?;
        ways.places.push(Place { channel: Channel::Address(address) });
    }
    Ok(())
}

/// The Finnish text of a list, else the Swedish, else the English one.
fn one_of(object: &Value, field: &str) -> Found<Option<String>> {
    let texts = translations(object, field)?;
    Ok(texts.fi.or(texts.sv).or(texts.en))
}

fn with_post_office(line: String, address: &Value) -> Found<String> {
    let office = [text(address, "postalCode")?, one_of(address, "postOffice")?.map(|office| as_a_name(&office))];
    let office = office.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let parts: Vec<String> = [line, office].into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { Err("the address is empty".to_owned()) } else { Ok(parts.join(", ")) }
}

/// "OTAVA" → "Otava": post offices stand in capitals in the register.
fn as_a_name(office: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_string() + &letters.as_str().to_lowercase())
    };
    office.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_they_are_printed() {
        for (digits, printed) in [
            ("0447943552", "044 794 3552"),
            ("0931015454", "09 3101 5454"),
            ("0291512221", "029 151 2221"),
            ("080092277", "0800 92277"),
            ("0195600151", "019 560 0151"),
            ("116117", "116117"),
        ] {
            assert_eq!(grouped(digits), printed);
        }
    }

    #[test]
    fn only_an_encrypted_address_of_a_host_is_a_page() {
        assert!(web_address("https://www.example.fi/a?b#c").is_ok());
        for wrong in
            ["http://www.example.fi/", "https://", "javascript:alert(1)", "https://user@example.fi/", "https://a b.fi"]
        {
            assert!(web_address(wrong).is_err(), "{wrong}");
        }
    }
}
