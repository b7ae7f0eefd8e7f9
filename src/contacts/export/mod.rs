//! A county's contacts for others: HSDS 3.0, schema.org, and a table for the county's own check. Native only.
//!
//! What is exported is what a visitor would be shown on that day: no address that must not be offered, and no hours of a contact
//! that is older than twelve months or of unknown age.

mod hsds;
mod schema_org;
mod table;

#[cfg(test)]
mod tests;

pub use hsds::services;
pub use schema_org::organisation;
pub use table::csv_table;

use std::collections::BTreeMap;

use chrono::{NaiveDate, Weekday};

use super::{ContactPoint, CountyRecord};
use crate::domain::{ContactService, Freshness, Language, MunicipalityCode};

/// What an export needs beside the county: its language, its day, and the words of the site.
pub struct Export<'a> {
    /// The language of names and words.
    pub language: Language,
    /// The day for which it holds.
    pub today: NaiveDate,
    /// The words of the site: a text for a key such as `contacts.service_name.child_welfare`.
    pub words: &'a dyn Fn(&str) -> String,
    /// The names of the county's municipalities.
    pub municipalities: BTreeMap<MunicipalityCode, String>,
}

impl Export<'_> {
    fn service_name(&self, service: ContactService) -> String {
        (self.words)(&format!("contacts.service_name.{}", service.id()))
    }

    /// What a visitor would be shown of a kind of matter today.
    fn shown(&self, county: &CountyRecord, service: ContactService) -> Vec<ContactPoint> {
        let of_service = county.contacts.iter().filter(|contact| contact.service == service && contact.may_be_shown());
        of_service.cloned().map(|contact| self.as_shown(contact)).collect()
    }

    fn as_shown(&self, contact: ContactPoint) -> ContactPoint {
        let certain = contact.checked.freshness(self.today) != Freshness::Unconfirmed;
        ContactPoint { hours: contact.hours.clone().filter(|_| certain), ..contact }
    }

    /// Whom a contact serves, by name.
    fn area(&self, county: &CountyRecord, contact: &ContactPoint) -> String {
        let own = contact.municipality.and_then(|code| self.municipalities.get(&code).cloned());
        own.unwrap_or_else(|| county.names.in_language(self.language).to_owned())
    }
}

/// The days from one weekday to another, both counted.
fn days(first: Weekday, last: Weekday) -> Vec<Weekday> {
    let mut days = vec![first];
    while let Some(day) = days.last().copied().filter(|day| *day != last) {
        days.push(day.succ());
    }
    days
}

/// "09:00"; the end of a day is "24:00".
fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
