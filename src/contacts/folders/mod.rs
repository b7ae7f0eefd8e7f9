//! Reading `counties/<id>/` where the site is made. Every mistake is told with file, line and mend, and all of them at once.

mod contacts_toml;
mod county_toml;
mod privacy_toml;
mod toml_file;

use std::path::Path;

use super::register::ImportedRow;
use super::{Channel, CountyRecord, FolderError};
use contacts_toml::Written;
pub use contacts_toml::WrittenContact;

/// Reads every county folder under `<root>/counties`, sorted by code. The invented county is only among them when asked for.
///
/// # Errors
/// Every mistake in every folder.
pub fn read_all(root: &Path, include_demo: bool) -> Result<Vec<CountyRecord>, Vec<FolderError>> {
    let (mut counties, mut errors) = (Vec::new(), Vec::new());
    for id in folder_names(root)? {
        match read_folder(root, &id) {
            Ok(county) => counties.push(county),
            Err(more) => errors.extend(more),
        }
    }
    errors.extend(same_codes(&mut counties));
    counties.retain(|county| include_demo || !county.code.is_demo());
    if errors.is_empty() { Ok(counties) } else { Err(errors) }
}

fn folder_names(root: &Path) -> Result<Vec<String>, Vec<FolderError>> {
    let entries = std::fs::read_dir(root.join("counties")).map_err(|error| {
        vec![FolderError::new(
            "counties",
            1,
            format!("The folder cannot be read ({error})"),
            "Put it back in its place.",
        )]
    })?;
    let folders = entries.flatten().filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = folders.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    Ok(names)
}

/// One folder: the county, then its contacts.
fn read_folder(root: &Path, id: &str) -> Result<CountyRecord, Vec<FolderError>> {
    let county = county_toml::read(root, id);
    let contacts = read_contacts(root, id);
    let (county, contacts) = match (county, contacts) {
        (Ok(county), Ok(contacts)) => (county, contacts),
        (county, contacts) => {
            let errors = [county.err(), contacts.err()].into_iter().flatten().flatten();
            return Err(errors.collect());
        }
    };
    let strangers = contacts_toml::invented_numbers_out_of_place(county.code, &contacts);
    if !strangers.is_empty() {
        return Err(strangers);
    }
    Ok(CountyRecord { contacts: contacts.into_iter().map(|written| written.contact).collect(), ..county })
}

/// The contacts of a folder that are shown, each with its file and line: those written by hand, then the imported ones that no
/// hand has replaced or left out.
///
/// # Errors
/// Every mistake in the folder's files of contacts.
pub fn read_contacts(root: &Path, id: &str) -> Result<Vec<WrittenContact>, Vec<FolderError>> {
    let by_hand = contacts_toml::read(root, format!("counties/{id}/contacts.toml"));
    let (by_hand, imported) = match (by_hand, read_import_file(root, id)) {
        (Ok(by_hand), Ok(imported)) => (by_hand, imported),
        (by_hand, imported) => return Err([by_hand.err(), imported.err()].into_iter().flatten().flatten().collect()),
    };
    let replaced = by_hand.contacts.iter().filter_map(|written| written.replaces.as_ref());
    let hidden: Vec<String> = replaced.chain(&by_hand.leave_out).cloned().collect();
    let is_hidden = |written: &WrittenContact| written.provenance.as_ref().is_some_and(|own| hidden.contains(&own.key));
    let shown = imported.contacts.into_iter().filter(|written| !is_hidden(written));
    Ok(by_hand.contacts.into_iter().chain(shown).collect())
}

/// What the last import wrote into a folder, hidden contacts among it; nothing when there was no import.
///
/// # Errors
/// Every mistake in `imported.toml`.
pub fn read_imported(root: &Path, id: &str) -> Result<Vec<ImportedRow>, Vec<FolderError>> {
    let rows = read_import_file(root, id)?.contacts.into_iter();
    Ok(rows.filter_map(|row| Some(ImportedRow { contact: row.contact, provenance: row.provenance? })).collect())
}

fn read_import_file(root: &Path, id: &str) -> Result<Written, Vec<FolderError>> {
    let path = format!("counties/{id}/imported.toml");
    if root.join(&path).exists() { contacts_toml::read(root, path) } else { Ok(Written::default()) }
}

/// Puts the counties in order and tells of two with the same code.
fn same_codes(counties: &mut [CountyRecord]) -> Vec<FolderError> {
    counties.sort_by_key(|county| county.code);
    let pairs = counties.windows(2).filter(|pair| pair[0].code == pair[1].code);
    let told = pairs.map(|pair| {
        let problem = format!("The code {} is also that of counties/{}", pair[1].code, pair[0].id);
        FolderError::new(&format!("counties/{}/county.toml", pair[1].id), 1, problem, "Give each county its own code.")
    });
    told.collect()
}

/// Whether a phone number of this channel is invented; nothing for other channels.
fn is_invented(channel: &Channel) -> Option<bool> {
    channel.phone().map(|number| number.is_demo())
}

#[cfg(test)]
mod hostile_test;
#[cfg(test)]
mod tests;
