//! A table of a county's contacts as CSV, for the county's own people to go through with a pencil.

use chrono::NaiveDate;

use crate::contacts::folders::WrittenContact;
use crate::contacts::{Channel, CountyRecord};
use crate::domain::Freshness;

const COLUMNS: [&str; 16] = [
    "county",
    "service",
    "municipality",
    "channel",
    "value",
    "label_fi",
    "label_sv",
    "label_en",
    "hours",
    "call_cost_fi",
    "languages",
    "source",
    "checked",
    "freshness",
    "register_key",
    "place",
];

/// The contacts of a county, hidden hours and all, each with the file and line where it can be mended.
///
/// # Errors
/// The table cannot be put together, which is told in words.
pub fn csv_table(county: &CountyRecord, contacts: &[WrittenContact], today: NaiveDate) -> Result<String, String> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let told = |error: csv::Error| error.to_string();
    table.write_record(COLUMNS).map_err(told)?;
    for written in contacts {
        table.write_record(cells(county, written, today).map(|cell| harmless(&cell))).map_err(told)?;
    }
    let bytes = table.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

fn cells(county: &CountyRecord, written: &WrittenContact, today: NaiveDate) -> [String; 16] {
    let contact = &written.contact;
    let (channel, value) = match &contact.channel {
        Channel::Phone(number) => ("phone", number.to_string()),
        Channel::Web(text) => ("web", text.clone()),
        Channel::Visit(text) => ("visit", text.clone()),
        Channel::Address(text) => ("address", text.clone()),
        Channel::Email(text) => ("email", text.clone()),
    };
    let freshness = match contact.checked.freshness(today) {
        Freshness::Fresh => "fresh",
        Freshness::Amber => "over 6 months",
        Freshness::Unconfirmed => "not confirmed",
    };
    [
        county.id.clone(),
        contact.service.id().to_owned(),
        contact.municipality.map(|code| code.to_string()).unwrap_or_default(),
        channel.to_owned(),
        value,
        contact.label.fi.clone(),
        contact.label.sv.clone(),
        contact.label.en.clone(),
        contact.hours.as_ref().map(|hours| hours.to_lines().join("; ")).unwrap_or_default(),
        contact.call_cost.as_ref().map(|cost| cost.fi.clone()).unwrap_or_default(),
        contact.languages.join(" "),
        contact.source.clone(),
        contact.checked.to_string(),
        freshness.to_owned(),
        written.provenance.as_ref().map(|own| own.key.clone()).unwrap_or_default(),
        format!("{}:{}", written.file, written.line),
    ]
}

/// A cell that a spreadsheet does not take for a formula.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t']) { format!("'{cell}") } else { cell.to_owned() }
}
