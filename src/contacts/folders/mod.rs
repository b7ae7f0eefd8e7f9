//! Reading `counties/<id>/` where the site is made. Every mistake is told with file, line and mend, and all of them at once.

mod contacts_toml;
mod county_toml;
mod privacy_toml;
mod toml_file;

use std::path::Path;

use super::{Channel, CountyRecord, FolderError};

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
    let contacts = contacts_toml::read(root, id);
    let (county, contacts) = match (county, contacts) {
        (Ok(county), Ok(contacts)) => (county, contacts),
        (county, contacts) => {
            let errors = [county.err(), contacts.err()].into_iter().flatten().flatten();
            return Err(errors.collect());
        }
    };
    let strangers = contacts_toml::invented_numbers_out_of_place(id, county.code, &contacts);
    if !strangers.is_empty() {
        return Err(strangers);
    }
    Ok(CountyRecord { contacts: contacts.into_iter().map(|(_, contact)| contact).collect(), ..county })
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
mod tests;
