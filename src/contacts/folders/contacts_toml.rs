//! Reading `contacts.toml` and `imported.toml`: one `[[contact]]` for each way to reach a service.

use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::is_invented;
use super::toml_file::{TomlFile, check_names, https, keep};
use crate::contacts::register::Provenance;
use crate::contacts::{Channel, ContactPoint, FolderError, Hours};
use crate::domain::{ContactService, CountyCode, MunicipalityCode, Names, PhoneNumber, SourceDate};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContactsToml {
    #[serde(default)]
    leave_out: Vec<String>,
    #[serde(default)]
    contact: Vec<Spanned<ContactToml>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContactToml {
    service: Spanned<String>,
    municipality: Option<Spanned<String>>,
    channel: Spanned<String>,
    value: Spanned<String>,
    label: Spanned<Names>,
    hours: Option<Spanned<Vec<String>>>,
    call_cost: Option<Names>,
    #[serde(default)]
    languages: Vec<String>,
    source: Spanned<String>,
    checked: Spanned<String>,
    replaces: Option<String>,
    register: Option<RegisterToml>,
}

/// Where an imported contact came from; only `imported.toml` has it.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct RegisterToml {
    key: String,
    service: String,
    modified: SourceDate,
}

/// A contact as it stands in a file of a county's folder.
#[derive(Clone, Debug)]
pub struct WrittenContact {
    /// The file, from the root of the project.
    pub file: String,
    /// The line on which the contact begins.
    pub line: usize,
    /// The contact.
    pub contact: ContactPoint,
    /// The key of the imported contact in whose place it stands.
    pub replaces: Option<String>,
    /// Where it came from, when the import wrote it.
    pub provenance: Option<Provenance>,
}

/// The contacts of one file.
#[derive(Default)]
pub(super) struct Written {
    pub(super) contacts: Vec<WrittenContact>,
    /// Keys of imported contacts that are not to be shown.
    pub(super) leave_out: Vec<String>,
}

/// Reads the contacts of a file, each with its line.
pub(super) fn read(root: &Path, path: String) -> Result<Written, Vec<FolderError>> {
    let file = TomlFile::read(root, path)?;
    let toml: ContactsToml = file.parse()?;
    let mut errors = Vec::new();
    let mut contacts = Vec::new();
    for row in &toml.contact {
        let line = file.error(row.span(), "", "").line;
        let contact = contact(&file, row.get_ref(), &mut errors);
        let (replaces, provenance) = (row.get_ref().replaces.clone(), row.get_ref().register.clone().map(Into::into));
        let file = file.path.clone();
        contacts.extend(contact.map(|contact| WrittenContact { file, line, contact, replaces, provenance }));
    }
    if errors.is_empty() { Ok(Written { contacts, leave_out: toml.leave_out }) } else { Err(errors) }
}

/// Invented numbers in a real county, and real numbers in the invented one.
pub(super) fn invented_numbers_out_of_place(county: CountyCode, contacts: &[WrittenContact]) -> Vec<FolderError> {
    let out_of_place = contacts
        .iter()
        .filter(|written| is_invented(&written.contact.channel).is_some_and(|invented| invented != county.is_demo()));
    let told = out_of_place.map(|written| {
        let problem = "Invented numbers (0XX …) belong to the invented county and real numbers to real ones";
        FolderError::new(&written.file, written.line, problem, "Write a number of this county.")
    });
    told.collect()
}

impl From<RegisterToml> for Provenance {
    fn from(RegisterToml { key, service, modified }: RegisterToml) -> Self {
        Self { key, service, modified }
    }
}

fn contact(file: &TomlFile, row: &ContactToml, errors: &mut Vec<FolderError>) -> Option<ContactPoint> {
    let services = ContactService::ALL.map(ContactService::id).join(", ");
    let service =
        keep(errors, file.value("service", &row.service, ContactService::from_id, &format!("one of {services}")));
    let municipality = row.municipality.as_ref();
    let municipality = municipality
        .map(|code| file.value("municipality", code, MunicipalityCode::parse, "three digits, for example 297"));
    let municipality = keep(errors, municipality.transpose());
    let channel = keep(errors, channel(file, row));
    let hours = keep(errors, row.hours.as_ref().map(|hours| read_hours(file, hours)).transpose());
    let is_filled = |text: &str| (!text.trim().is_empty()).then(|| text.to_owned());
    let source = keep(
        errors,
        file.value("source", &row.source, is_filled, "the address of the page where the contact was seen"),
    );
    let checked =
        keep(errors, file.value("checked", &row.checked, SourceDate::parse, "undated or a date like 2026-03-15"));
    check_names(file, "label", &row.label, errors);
    let contact = ContactPoint {
        service: service?,
        municipality: municipality?,
        channel: channel?,
        label: row.label.get_ref().clone(),
        hours: hours?,
        call_cost: row.call_cost.clone(),
        languages: row.languages.clone(),
        source: source?,
        checked: checked?,
    };
    keep(errors, no_mail_in_need(file, row, contact))
}

fn channel(file: &TomlFile, row: &ContactToml) -> Result<Channel, FolderError> {
    let is_filled = |text: &str| (!text.trim().is_empty()).then(|| text.to_owned());
    let is_mail =
        |text: &str| is_filled(text).filter(|text| text.split('@').filter(|part| !part.is_empty()).count() == 2);
    let value = &row.value;
    match row.channel.get_ref().as_str() {
        "phone" => file
            .value("value", value, PhoneNumber::parse, "a Finnish number, for example 029 151 2221")
            .map(Channel::Phone),
        "web" => file.value("value", value, https, "an address that begins with https://").map(Channel::Web),
        "visit" => file.value("value", value, is_filled, "a street address").map(Channel::Visit),
        "address" => file.value("value", value, is_filled, "a postal address").map(Channel::Address),
        "email" => file.value("value", value, is_mail, "an e-mail address").map(Channel::Email),
        other => Err(file.error(
            row.channel.span(),
            format!("channel is \"{other}\""),
            "Write phone, web, visit, address or email.",
        )),
    }
}

fn read_hours(file: &TomlFile, lines: &Spanned<Vec<String>>) -> Result<Hours, FolderError> {
    let mend = "Write [\"always\"], or lines like \"mon-fri 9:00-15:00\" and \"2026-12-24 closed\"; leave hours out when unsure.";
    Hours::parse(lines.get_ref()).map_err(|error| file.error(lines.span(), error.to_string(), mend))
}

fn no_mail_in_need(file: &TomlFile, row: &ContactToml, contact: ContactPoint) -> Result<ContactPoint, FolderError> {
    if contact.service.may_be_emailed() || !matches!(contact.channel, Channel::Email(_)) {
        return Ok(contact);
    }
    let problem =
        "An e-mail address for a worry about a child or an emergency: unprotected e-mail is no safe way to send it";
    Err(file.error(row.channel.span(), problem, "Take the contact away, or give a number or a page."))
}
