//! The ways to reach somebody in version 11: numbers, pages, addresses. Each is read by itself, so that a bad number does not
//! take the good one with it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::translations;
use crate::contacts::Channel;
use crate::contacts::register::json::{Found, list, required, text};
use crate::contacts::register::{Page, Phone, Place, Translations, Ways};
use crate::domain::{Names, PhoneNumber};

/// The ways to reach somebody. Each is read by itself: a bad number does not take the good one with it.
pub(super) fn ways(entry: &Value) -> Ways {
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
