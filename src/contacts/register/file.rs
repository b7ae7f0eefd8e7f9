//! `counties/<id>/imported.toml`: what the register told, each contact with where it came from. Only the import writes it.

use std::fmt::Write;

use crate::contacts::{Channel, ContactPoint};
use crate::domain::{Names, SourceDate};

/// The first lines of every such file.
const HEAD: &str = "\
# Taken over from the national service register by `cargo xtask contacts import`. Do not edit: the next import writes it anew.
# To correct a contact, write your own in contacts.toml with `replaces = \"<key>\"`; to hide one, add its key to `leave_out` there.
";

/// A contact out of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedRow {
    /// The contact.
    pub contact: ContactPoint,
    /// Where it came from.
    pub provenance: Provenance,
}

/// Where an imported contact came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// Matter, channel, way and municipality: the same from import to import, also when the number changes.
    pub key: String,
    /// The identifier of the service in the register.
    pub service: String,
    /// The day on which the channel's owner last touched it.
    pub modified: SourceDate,
}

/// The whole file. The same rows give the same bytes.
pub fn imported_text(rows: &[ImportedRow]) -> String {
    rows.iter().fold(HEAD.to_owned(), |text, row| text + &row_text(row))
}

fn row_text(row: &ImportedRow) -> String {
    let contact = &row.contact;
    let (channel, value) = channel_text(&contact.channel);
    let mut text = String::from("\n[[contact]]\n");
    let mut line = |field: &str, value: String| {
        // Writing into a text cannot fail.
        let _ = writeln!(text, "{field} = {value}");
    };
    line("service", quoted(contact.service.id()));
    if let Some(municipality) = contact.municipality {
        line("municipality", quoted(&municipality.to_string()));
    }
    line("channel", quoted(channel));
    line("value", quoted(&value));
    line("label", names_text(&contact.label));
    if let Some(hours) = &contact.hours {
        line("hours", list_text(&hours.to_lines()));
    }
    if let Some(cost) = &contact.call_cost {
        line("call_cost", names_text(cost));
    }
    if !contact.languages.is_empty() {
        line("languages", list_text(&contact.languages));
    }
    line("source", quoted(&contact.source));
    line("checked", quoted(&contact.checked.to_string()));
    let Provenance { key, service, modified } = &row.provenance;
    let register = [("key", key.as_str()), ("service", service), ("modified", &modified.to_string())];
    line("register", table_text(&register));
    text
}

fn channel_text(channel: &Channel) -> (&'static str, String) {
    match channel {
        Channel::Phone(number) => ("phone", number.to_string()),
        Channel::Web(url) => ("web", url.clone()),
        Channel::Visit(place) => ("visit", place.clone()),
        Channel::Address(address) => ("address", address.clone()),
        Channel::Email(address) => ("email", address.clone()),
    }
}

fn names_text(names: &Names) -> String {
    table_text(&[("fi", &names.fi), ("sv", &names.sv), ("en", &names.en)])
}

fn table_text(fields: &[(&str, &str)]) -> String {
    let fields: Vec<String> = fields.iter().map(|(field, value)| format!("{field} = {}", quoted(value))).collect();
    format!("{{ {} }}", fields.join(", "))
}

fn list_text(values: &[String]) -> String {
    format!("[{}]", values.iter().map(|value| quoted(value)).collect::<Vec<_>>().join(", "))
}

/// A text as TOML writes it, every odd character escaped.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
