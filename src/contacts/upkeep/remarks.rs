//! Going through a county's folder with the eyes of somebody who has to rely on it.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::NaiveDate;

use super::{Remark, Trouble};
use crate::contacts::folders::{self, WrittenContact};
use crate::contacts::{Channel, CountyRecord, Directory, Exception, FolderError, Hours, card_for};
use crate::domain::{ContactService, Freshness, MunicipalityCode, PhoneNumber};

/// Everything in the folder of a county that an editor should look at on a day, the worst first.
///
/// # Errors
/// The folder cannot be read at all; every mistake is told.
pub fn remarks(
    root: &Path,
    county: &CountyRecord,
    directory: &Directory,
    today: NaiveDate,
) -> Result<Vec<Remark>, Vec<FolderError>> {
    let contacts = folders::read_contacts(root, &county.id)?;
    let mut told = Told { county, today, remarks: Vec::new() };
    for written in &contacts {
        told.form(written);
        told.age(written);
    }
    told.contradictions(&contacts);
    told.lost_keys(&contacts, &folders::read_imported(root, &county.id)?);
    told.gaps(directory);
    told.remarks.sort();
    Ok(told.remarks)
}

struct Told<'a> {
    county: &'a CountyRecord,
    today: NaiveDate,
    remarks: Vec<Remark>,
}

impl Told<'_> {
    fn tell(&mut self, trouble: Trouble, written: Option<&WrittenContact>, words: String) {
        let place = written.map(|written| format!("{}:{}", written.file, written.line)).unwrap_or_default();
        self.remarks.push(Remark { trouble, county: self.county.id.clone(), place, words });
    }

    /// The phone plan, addresses and languages.
    fn form(&mut self, written: &WrittenContact) {
        let contact = &written.contact;
        if let Some(why) = contact.channel.phone().and_then(outside_the_plan) {
            let words = format!("{} {why}. Compare it with the county's own page.", name(written));
            self.tell(Trouble::Malformed, Some(written), words);
        }
        let page = if let Channel::Web(url) = &contact.channel { Some(url) } else { None };
        for url in page.into_iter().chain(Some(&contact.source).filter(|source| source.contains("://"))) {
            if !is_address(url) {
                let words = format!(
                    "{} has the address {url}, which leads nowhere. Write the whole address of the page.",
                    name(written)
                );
                self.tell(Trouble::Malformed, Some(written), words);
            }
        }
        let is_code =
            |code: &String| (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase());
        if !contact.languages.iter().all(is_code) {
            let words = format!("{} has a language that is no code such as fi, sv or en.", name(written));
            self.tell(Trouble::Malformed, Some(written), words);
        }
    }

    fn age(&mut self, written: &WrittenContact) {
        let checked = written.contact.checked;
        let (trouble, words) = match (checked.earliest(), checked.freshness(self.today)) {
            (_, Freshness::Fresh) => return,
            (None, _) => {
                (Trouble::Undated, "has no date, so it is shown as not confirmed and its hours are hidden".to_owned())
            }
            (_, Freshness::Amber) => (Trouble::Stale, format!("was checked {checked}, more than six months ago")),
            (_, Freshness::Unconfirmed) => {
                (Trouble::Stale, format!("was checked {checked}, more than twelve months ago: its hours are hidden"))
            }
        };
        let words = format!("{} {words}. Check it and write the day into `checked`.", name(written));
        self.tell(trouble, Some(written), words);
    }

    /// Two contacts for the same people and matter that differ in what they say, and hours that say two things of one day.
    fn contradictions(&mut self, contacts: &[WrittenContact]) {
        for (place, written) in contacts.iter().enumerate() {
            let contact = &written.contact;
            let twin = contacts[..place]
                .iter()
                .find(|other| is_same_way(written, other) && other.contact.hours != contact.hours);
            if let Some(twin) = twin {
                let words = format!(
                    "{} has other hours at {}:{}. Only one of them can be true.",
                    name(written),
                    twin.file,
                    twin.line
                );
                self.tell(Trouble::Contradictory, Some(written), words);
            }
            let clash = contact.hours.as_ref().and_then(day_said_twice);
            if let Some(date) = clash {
                let words = format!("{} is both closed and open on {date}. Take one of the lines away.", name(written));
                self.tell(Trouble::Contradictory, Some(written), words);
            }
        }
    }

    /// Corrections of imported contacts that are no longer there.
    fn lost_keys(&mut self, contacts: &[WrittenContact], imported: &[crate::contacts::register::ImportedRow]) {
        let known: BTreeSet<&str> = imported.iter().map(|row| row.provenance.key.as_str()).collect();
        for written in contacts {
            if let Some(key) = written.replaces.as_ref().filter(|key| !known.contains(key.as_str())) {
                let words = format!(
                    "{} replaces {key}, which the register no longer has. Is the service still there?",
                    name(written)
                );
                self.tell(Trouble::Missing, Some(written), words);
            }
        }
    }

    /// What somebody would look for in vain, municipality by municipality.
    fn gaps(&mut self, directory: &Directory) {
        let wanted = [
            (ContactService::SocialEmergency, "evening number", "the number of the social emergency service"),
            (
                ContactService::ChildWelfare,
                "number for a worry about a child",
                "the number of the child welfare duty line",
            ),
            (ContactService::NeedsAssessment, "number for asking for help", "the number of the needs-assessment team"),
        ];
        let all: Vec<_> = directory.in_county(self.county.code).collect();
        for (service, what, mend) in wanted {
            let without: Vec<&str> =
                all.iter().filter(|one| !self.has_number(one.code, service)).map(|one| one.names.fi.as_str()).collect();
            let whom = match without.len() {
                0 => continue,
                count if count == all.len() && count > 1 => {
                    format!("None of the {count} municipalities of {}", self.county.names.en)
                }
                _ => without.join(", "),
            };
            let has = if without.len() > 1 && without.len() < all.len() { "have" } else { "has" };
            let not = if without.len() == all.len() && all.len() > 1 { "a known" } else { "no" };
            let words = format!("{whom} {has} {not} {what}. Add {mend} to counties/{}/contacts.toml.", self.county.id);
            self.tell(Trouble::Missing, None, words);
        }
    }

    /// Whether a number is shown for this. In the evening a line that always answers will do, whatever it is for.
    fn has_number(&self, municipality: MunicipalityCode, service: ContactService) -> bool {
        let own = card_for(self.county, municipality, service, self.today).has_number();
        own || (service == ContactService::SocialEmergency && self.has_line_at_all_hours(municipality))
    }

    fn has_line_at_all_hours(&self, municipality: MunicipalityCode) -> bool {
        self.county.contacts.iter().any(|contact| {
            let serves = contact.municipality.is_none_or(|own| own == municipality);
            serves && contact.channel.phone().is_some() && contact.hours == Some(Hours::Always)
        })
    }
}

/// A contact as an editor knows it: its Finnish label and its number or address.
fn name(written: &WrittenContact) -> String {
    let contact = &written.contact;
    let value = match &contact.channel {
        Channel::Phone(number) => number.to_string(),
        Channel::Web(text) | Channel::Visit(text) | Channel::Address(text) | Channel::Email(text) => text.clone(),
    };
    format!("\"{}\" ({value})", contact.label.fi)
}

/// Why a number cannot be right, or would surprise the caller. Lengths as in `data/check.py`.
fn outside_the_plan(number: &PhoneNumber) -> Option<&'static str> {
    let digits: String = number.to_string().chars().filter(char::is_ascii_digit).collect();
    let is_national = digits.starts_with('0') && !number.is_demo();
    if is_national && (digits.starts_with("0600") || digits.starts_with("0700")) {
        return Some("is a number that costs extra");
    }
    (is_national && !(8..=11).contains(&digits.len())).then_some("has too few or too many digits for a Finnish number")
}

fn is_address(url: &str) -> bool {
    let host = url.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let host_is_sound = host.split('.').count() > 1
        && host
            .split('.')
            .all(|part| !part.is_empty() && part.chars().all(|letter| letter.is_alphanumeric() || letter == '-'));
    host_is_sound && !url.contains([' ', '"', '<', '>', '\\'])
}

/// Whether two contacts offer the same number or page for the same matter to some of the same people.
fn is_same_way(one: &WrittenContact, other: &WrittenContact) -> bool {
    let (one, other) = (&one.contact, &other.contact);
    let meet = one.municipality.is_none() || other.municipality.is_none() || one.municipality == other.municipality;
    meet && one.service == other.service && one.channel == other.channel
}

/// A date that is said to be closed and to be open.
fn day_said_twice(hours: &Hours) -> Option<NaiveDate> {
    let all: Vec<&Exception> = hours.exceptions_from(NaiveDate::MIN).collect();
    let closed = |date| all.iter().any(|other| other.date == date && other.span.is_none());
    all.iter().find(|exception| exception.span.is_some() && closed(exception.date)).map(|exception| exception.date)
}
