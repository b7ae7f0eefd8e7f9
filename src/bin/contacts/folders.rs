//! The project's folders as the commands need them, with their mistakes in words.

use std::path::Path;

use chrono::{NaiveDate, Utc};
use tukipolku::contacts::{CountyRecord, Directory, FolderError, folders};

/// The top of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Today, as far as a command needs it: a contact is no hour younger or older than a day.
pub fn today() -> NaiveDate {
    Utc::now().date_naive()
}

/// Every county, or those that were asked for.
pub fn counties(root: &Path, ids: &[String], include_demo: bool) -> Result<Vec<CountyRecord>, String> {
    let all = folders::read_all(root, include_demo).map_err(in_words)?;
    if let Some(unknown) = ids.iter().find(|id| !all.iter().any(|county| county.id == **id)) {
        let known: Vec<&str> = all.iter().map(|county| county.id.as_str()).collect();
        return Err(format!("There is no folder counties/{unknown}. There are: {}.", known.join(", ")));
    }
    Ok(all.into_iter().filter(|county| ids.is_empty() || ids.contains(&county.id)).collect())
}

/// The municipalities of the country.
pub fn directory(root: &Path) -> Result<Directory, String> {
    Directory::read_csv(root).map_err(in_words)
}

/// Mistakes one under the other.
pub fn in_words(errors: Vec<FolderError>) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Writes a file, its folder made first.
pub fn write(file: &Path, text: &str) -> Result<(), String> {
    let made = file.parent().map_or(Ok(()), std::fs::create_dir_all);
    made.and_then(|()| std::fs::write(file, text)).map_err(|error| format!("{}: {error}", file.display()))
}
