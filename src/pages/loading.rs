//! Data that is fetched when somebody needs it: the directory, a county's record, the help lines. Each once a visit.

use std::{collections::BTreeMap, sync::Arc};

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{
        files::fetch_text,
        vault::{Addresses, Vault, VaultError},
    },
    contacts::{CountyRecord, Directory, HelpLine, help_lines_from_json},
    domain::{
        MunicipalityCode,
        json::{self, FromJson, Json},
    },
    i18n::Texts,
    pages::{choice::Choice, shared::Shared},
};

/// Name → address of the site's data files.
pub type Files = BTreeMap<String, String>;

/// The table as it is written: one object of texts.
struct Table(Files);

impl FromJson for Table {
    fn from_json(json: Json<'_>) -> Option<Self> {
        Some(Self(json.texts()?.collect()))
    }
}

/// The file of this name, fetched.
async fn fetch(shared: Shared, name: &str) -> Option<String> {
    let address = files(shared).await?.get(name)?.clone();
    fetch_text(&address).await.ok()
}

/// The table of data files.
pub async fn files(shared: Shared) -> Option<Arc<Files>> {
    if let Some(files) = shared.files.get_untracked() {
        return Some(files);
    }
    let json = fetch_text(&shared.files_address.get_value()).await.ok()?;
    let files = Arc::new(json::read::<Table>(&json)?.0);
    shared.files.set(Some(Arc::clone(&files)));
    Some(files)
}

/// All municipalities. Postal codes follow by themselves a moment later.
pub async fn directory(shared: Shared) -> Option<Arc<Directory>> {
    if let Some(directory) = shared.directory.get_untracked() {
        return Some(directory);
    }
    let directory = Arc::new(Directory::from_names_json(&fetch(shared, "names").await?).ok()?);
    shared.directory.set(Some(Arc::clone(&directory)));
    spawn_local(async move {
        add_postal_codes(shared).await;
    });
    Some(directory)
}

async fn add_postal_codes(shared: Shared) -> Option<()> {
    let json = fetch(shared, "postal").await?;
    let mut directory = Directory::clone(&*shared.directory.get_untracked()?);
    directory.add_postal_codes_json(&json).ok()?;
    shared.directory.set(Some(Arc::new(directory)));
    Some(())
}

/// Chooses the municipality: from now on everything follows it. `None` when its data cannot be had.
pub async fn choose(shared: Shared, code: MunicipalityCode) -> Option<()> {
    let municipality = directory(shared).await?.get(code)?.clone();
    let name = format!("county.{}", municipality.county);
    let county = CountyRecord::from_json(&fetch(shared, &name).await?).ok()?;
    shared.choice.set(Some(Choice { municipality, county: Arc::new(county) }));
    Some(())
}

/// Chooses the municipality of this name, if there is one.
pub async fn choose_named(shared: Shared, name: &str) -> Option<()> {
    let code = directory(shared).await?.named(name)?.code;
    choose(shared, code).await
}

/// The national help lines.
pub async fn help_lines(shared: Shared) -> Option<Arc<Vec<HelpLine>>> {
    if let Some(lines) = shared.help_lines.get_untracked() {
        return Some(lines);
    }
    let lines = Arc::new(help_lines_from_json(&fetch(shared, "help_lines").await?).ok()?);
    shared.help_lines.set(Some(Arc::clone(&lines)));
    Some(lines)
}

/// The interface texts of a language.
pub async fn texts(shared: Shared, language: crate::domain::Language) -> Option<Arc<Texts>> {
    let lines = fetch(shared, &format!("texts.{}", language.code())).await?;
    Texts::from_lines(&lines).ok().map(Arc::new)
}

/// The list of words out of which a code is offered, in the language of the frame.
pub async fn words(shared: Shared) -> Option<String> {
    fetch(shared, &format!("words.{}", shared.language().code())).await
}

/// The vault. Nothing of it is fetched or started by this alone.
///
/// # Errors
/// Its address is not known: the table of files could not be fetched, or the build has none.
pub async fn vault(shared: Shared) -> Result<Vault, VaultError> {
    let files = files(shared).await.ok_or(VaultError::Unavailable)?;
    let address = |name: &str| files.get(name).cloned().ok_or(VaultError::Unavailable);
    Ok(Vault::new(Addresses { script: address("vault.js")?, program: address("vault.wasm")? }))
}
