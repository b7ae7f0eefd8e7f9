//! Writes the staff reader: three pages, one per language, out of one skeleton and the words in `content/`, and the
//! scripts and style they share. No page is made while the inbox runs.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const SKELETON: &str = include_str!("../reader/index.html");
/// The files that are copied as they are.
const SHARED: [(&str, &str); 10] = [
    ("reader.js", include_str!("../reader/reader.js")),
    ("vault.js", include_str!("../reader/vault.js")),
    ("inbox.js", include_str!("../reader/inbox.js")),
    ("words.js", include_str!("../reader/words.js")),
    ("message.js", include_str!("../reader/message.js")),
    ("parts.js", include_str!("../reader/parts.js")),
    ("keys.js", include_str!("../reader/keys.js")),
    ("idle.js", include_str!("../reader/idle.js")),
    ("reader.css", include_str!("../reader/reader.css")),
    ("icon.svg", include_str!("../reader/icon.svg")),
];
const LANGUAGES: [&str; 3] = ["fi", "sv", "en"];

type Words = BTreeMap<String, String>;

/// Writes the reader into `out`: `fi/index.html`, `sv/index.html`, `en/index.html` and what they share. `content` is the
/// folder with `fi/texts/reader.toml` and its siblings; `vault_worker` is the address of the vault's module worker on
/// the reader's own origin. The vault's files themselves are put there by whoever builds the vault.
pub fn write_reader(content: &Path, vault_worker: &str, out: &Path) -> Result<(), ReaderFilesError> {
    for language in LANGUAGES {
        let source = content.join(language).join("texts/reader.toml");
        let page = page(language, &read_words(&source)?, vault_worker).map_err(|reason| at(&source, reason))?;
        write(&out.join(language).join("index.html"), &page)?;
    }
    SHARED.iter().try_for_each(|(name, contents)| write(&out.join(name), contents))
}

/// One page: every `{{key}}` of the skeleton becomes the words of that key. The words that scripts say stand in a
/// `<template>`, so the page needs no further request for them.
fn page(language: &str, words: &Words, vault_worker: &str) -> Result<String, String> {
    let mut page = String::new();
    let mut rest = SKELETON;
    while let Some((before, after)) = rest.split_once("{{") {
        let (key, after) = after.split_once("}}").ok_or("the skeleton has an open {{")?;
        page += before;
        page += &match key {
            "language" => language.to_owned(),
            "vault_worker" => escaped(vault_worker),
            "spoken" => spoken(words),
            _ => escaped(words.get(key).ok_or(format!("{key} is missing"))?),
        };
        rest = after;
    }
    Ok(page + rest)
}

fn spoken(words: &Words) -> String {
    let said = words.iter().filter(|(key, _)| key.starts_with("reader.said."));
    said.map(|(key, text)| format!("<p data-key=\"{}\">{}</p>\n", escaped(key), escaped(text))).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn read_words(source: &Path) -> Result<Words, ReaderFilesError> {
    let text = std::fs::read_to_string(source).map_err(|error| at(source, error))?;
    let table: toml::Table = toml::from_str(&text).map_err(|error| at(source, error))?;
    let mut words = Words::new();
    flatten("reader.", &table, &mut words);
    Ok(words)
}

fn flatten(prefix: &str, table: &toml::Table, words: &mut Words) {
    for (name, value) in table {
        match value {
            toml::Value::Table(inner) => flatten(&format!("{prefix}{name}."), inner, words),
            toml::Value::String(text) => _ = words.insert(format!("{prefix}{name}"), text.trim().to_owned()),
            _ => {}
        }
    }
}

fn write(path: &Path, contents: &str) -> Result<(), ReaderFilesError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).and_then(|()| std::fs::write(path, contents)).map_err(|error| at(path, error))
}

fn at(path: &Path, reason: impl std::fmt::Display) -> ReaderFilesError {
    ReaderFilesError { path: path.to_owned(), reason: reason.to_string() }
}

/// Which file could not be read or written, and why.
#[derive(Debug)]
pub struct ReaderFilesError {
    /// The file.
    pub path: PathBuf,
    /// Why, in words.
    pub reason: String,
}

impl std::fmt::Display for ReaderFilesError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.reason)
    }
}

impl std::error::Error for ReaderFilesError {}
