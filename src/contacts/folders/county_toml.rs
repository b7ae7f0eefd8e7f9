//! Reading `county.toml`: who the county is, and whether and how it receives messages.

use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::privacy_toml::PrivacyToml;
use super::toml_file::{TomlFile, check_names, https, keep, origin};
use crate::contacts::{Connection, CountyRecord, DEFAULT_EXIT_URL, FolderError, LocalLanguages, Municipality};
use crate::domain::{CountyCode, MunicipalityCode, Names};

/// A draft is kept for a week unless the county says otherwise.
const DEFAULT_DRAFT_DAYS: u8 = 7;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CountyToml {
    code: Spanned<String>,
    id: Spanned<String>,
    names: Spanned<Names>,
    brand: Option<String>,
    site: Spanned<String>,
    languages: Vec<String>,
    #[serde(default = "yes")]
    mainland_law: bool,
    exit_url: Option<Spanned<String>>,
    draft_days: Option<Spanned<u8>>,
    origin: Option<Spanned<String>>,
    #[serde(default)]
    frame_ancestors: Vec<Spanned<String>>,
    connection: Option<Spanned<ConnectionToml>>,
    privacy: Option<Spanned<PrivacyToml>>,
    #[serde(default)]
    municipality: Vec<MunicipalityToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConnectionToml {
    team: Names,
    reading_hours: Names,
    /// Where the county's inbox listens. The build for this county sends there once the keys are in its folder.
    endpoint: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MunicipalityToml {
    code: Spanned<String>,
    languages: Spanned<String>,
    names: Names,
}

fn yes() -> bool {
    true
}

/// Reads the county of a folder; its contacts are still missing.
pub(super) fn read(root: &Path, id: &str) -> Result<CountyRecord, Vec<FolderError>> {
    let file = TomlFile::read(root, format!("counties/{id}/county.toml"))?;
    let toml: CountyToml = file.parse()?;
    let mut errors = Vec::new();
    let county = county(&file, toml, id, &mut errors);
    county.filter(|_| errors.is_empty()).ok_or(errors)
}

/// Checks every field before any is used, so that all mistakes are told.
fn county(file: &TomlFile, toml: CountyToml, id: &str, errors: &mut Vec<FolderError>) -> Option<CountyRecord> {
    let is_folder = |text: &str| (text == id).then(|| text.to_owned());
    let code = keep(errors, file.value("code", &toml.code, CountyCode::parse, "two digits: 01 to 21, 90 or 91"));
    let own_id = keep(errors, file.value("id", &toml.id, is_folder, &format!("\"{id}\", the name of the folder")));
    let site = keep(errors, file.value("site", &toml.site, https, "an address that begins with https://"));
    let exit_url = exit_url(file, toml.exit_url.as_ref(), errors);
    let draft_days = draft_days(file, toml.draft_days.as_ref(), errors);
    let origin = own_origin(file, toml.origin.as_ref(), errors);
    let frame_ancestors = frame_ancestors(file, &toml.frame_ancestors, errors);
    let municipalities = code.map(|code| municipalities(file, &toml.municipality, code, errors));
    let privacy = toml.privacy.as_ref().and_then(|privacy| privacy.get_ref().check(file, privacy.span(), errors));
    check_names(file, "name", &toml.names, errors);
    check_connection(file, &toml, errors);
    Some(CountyRecord {
        code: code?,
        id: own_id?,
        names: toml.names.into_inner(),
        brand: toml.brand,
        site: site?,
        languages: toml.languages,
        mainland_law: toml.mainland_law,
        exit_url: exit_url?,
        draft_days: draft_days?,
        origin,
        frame_ancestors,
        municipalities: municipalities?,
        contacts: Vec::new(),
        connection: toml.connection.map(|connection| connection.into_inner().into()),
        privacy,
    })
}

fn check_connection(file: &TomlFile, toml: &CountyToml, errors: &mut Vec<FolderError>) {
    let Some(connection) = &toml.connection else { return };
    if toml.privacy.is_none() {
        let problem = "The county has a [connection] but no [privacy]: people must read who handles what they write before they write it";
        errors.push(file.error(
            connection.span(),
            problem,
            "Add [privacy] with all its parts, or take [connection] away.",
        ));
    }
    let ConnectionToml { team, reading_hours, endpoint } = connection.get_ref();
    if let Some(written) = endpoint {
        let expected = "scheme and host alone, for example https://viestit.example.fi";
        keep(errors, file.value("endpoint", written, origin, expected));
    }
    if team.missing().chain(reading_hours.missing()).next().is_some() {
        let mend = "Write team and reading_hours in fi, sv and en.";
        errors.push(file.error(connection.span(), "A text of [connection] is empty", mend));
    }
}

fn exit_url(file: &TomlFile, written: Option<&Spanned<String>>, errors: &mut Vec<FolderError>) -> Option<String> {
    let Some(written) = written else { return Some(DEFAULT_EXIT_URL.to_owned()) };
    keep(errors, file.value("exit_url", written, https, "an address that begins with https://"))
}

fn draft_days(file: &TomlFile, written: Option<&Spanned<u8>>, errors: &mut Vec<FolderError>) -> Option<u8> {
    let Some(days) = written else { return Some(DEFAULT_DRAFT_DAYS) };
    let in_range = (1..=14).contains(days.get_ref());
    let wrong = || file.error(days.span(), format!("draft_days is {}", days.get_ref()), "Write a number from 1 to 14.");
    keep(errors, in_range.then_some(*days.get_ref()).ok_or_else(wrong))
}

fn own_origin(file: &TomlFile, written: Option<&Spanned<String>>, errors: &mut Vec<FolderError>) -> Option<String> {
    let expected = "scheme and host alone, for example https://apua.example.fi";
    written.and_then(|written| keep(errors, file.value("origin", written, origin, expected)))
}

fn frame_ancestors(file: &TomlFile, written: &[Spanned<String>], errors: &mut Vec<FolderError>) -> Vec<String> {
    let expected = "scheme and host alone, for example https://www.example.fi";
    written.iter().filter_map(|host| keep(errors, file.value("frame_ancestors", host, origin, expected))).collect()
}

/// Invented municipalities have codes outside the official range, and only the invented county has them.
fn municipalities(
    file: &TomlFile,
    rows: &[MunicipalityToml],
    county: CountyCode,
    errors: &mut Vec<FolderError>,
) -> Vec<Municipality> {
    let invented = |text: &str| MunicipalityCode::parse(text).filter(|_| county.is_demo() && text >= "993");
    let expected =
        "a code from 993 to 999, and only in the invented county: real municipalities stand in data/municipalities.csv";
    let read = |row: &MunicipalityToml, errors: &mut Vec<FolderError>| {
        let code = keep(errors, file.value("code", &row.code, invented, expected))?;
        let languages =
            keep(errors, file.value("languages", &row.languages, LocalLanguages::parse, "fi, sv, fi-sv or sv-fi"))?;
        Some(Municipality { code, names: row.names.clone(), county, languages })
    };
    rows.iter().filter_map(|row| read(row, errors)).collect()
}

impl From<ConnectionToml> for Connection {
    fn from(ConnectionToml { team, reading_hours, .. }: ConnectionToml) -> Self {
        Self { team, reading_hours, endpoint: None, recipients: Vec::new() }
    }
}
