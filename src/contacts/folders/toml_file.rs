//! A TOML file that knows its lines.

use std::ops::Range;
use std::path::Path;

use serde::de::DeserializeOwned;
use toml::Spanned;

use crate::contacts::FolderError;
use crate::domain::Names;

/// The text of a TOML file and its path from the root of the project.
pub(super) struct TomlFile {
    pub(super) path: String,
    text: String,
}

impl TomlFile {
    pub(super) fn read(root: &Path, path: String) -> Result<Self, Vec<FolderError>> {
        match std::fs::read_to_string(root.join(&path)) {
            Ok(text) => Ok(Self { path, text }),
            Err(error) => {
                let problem = format!("The file cannot be read ({error})");
                Err(vec![FolderError::new(
                    &path,
                    1,
                    problem,
                    "Every county folder has a county.toml and a contacts.toml.",
                )])
            }
        }
    }

    /// The file as a value of known form.
    pub(super) fn parse<T: DeserializeOwned>(&self) -> Result<T, Vec<FolderError>> {
        toml::from_str(&self.text).map_err(|error| {
            let place = error.span().unwrap_or(0..0);
            vec![self.error(place, error.message().to_owned(), "Compare with counties/esimerkki, which is complete.")]
        })
    }

    /// A spanned text as a value, or a mistake on its line.
    pub(super) fn value<T>(
        &self,
        field: &str,
        text: &Spanned<String>,
        parse: impl Fn(&str) -> Option<T>,
        expected: &str,
    ) -> Result<T, FolderError> {
        let wrong =
            || self.error(text.span(), format!("{field} is \"{}\"", text.get_ref()), format!("Write {expected}."));
        parse(text.get_ref()).ok_or_else(wrong)
    }

    /// A mistake at a place in the file.
    pub(super) fn error(
        &self,
        place: Range<usize>,
        problem: impl Into<String>,
        mend: impl Into<String>,
    ) -> FolderError {
        let before = self.text.as_bytes().iter().take(place.start);
        let line = 1 + before.filter(|byte| **byte == b'\n').count();
        FolderError::new(&self.path, line, problem, mend)
    }
}

/// A full address of a page. Plain http is allowed for none: an address that can be changed on its way is no safe way on.
pub(super) fn https(text: &str) -> Option<String> {
    let host = text.strip_prefix("https://")?;
    let sound = !host.is_empty() && !host.starts_with('/') && !text.contains([' ', '"', '<', '>']);
    sound.then(|| text.to_owned())
}

/// An origin: scheme and host, no slash at the end.
pub(super) fn origin(text: &str) -> Option<String> {
    https(text).filter(|address| !address["https://".len()..].contains(['/', '?', '#']))
}

/// Gives the value, or keeps the mistake and gives nothing, so that all mistakes of a file are told at once.
pub(super) fn keep<T>(errors: &mut Vec<FolderError>, result: Result<T, FolderError>) -> Option<T> {
    result.map_err(|error| errors.push(error)).ok()
}

/// Tells a name or label that is empty in some language.
pub(super) fn check_names(file: &TomlFile, field: &str, names: &Spanned<Names>, errors: &mut Vec<FolderError>) {
    if let Some(language) = names.get_ref().missing().next() {
        let problem = format!("The {field} in {} is empty", language.own_name());
        errors.push(file.error(names.span(), problem, format!("Write the {field} in fi, sv and en.")));
    }
}
