//! A plain text page: `content/<language>/pages/<id>.md`.

use std::{collections::BTreeSet, path::Path};

use chrono::NaiveDate;
use pulldown_cmark::HeadingLevel;
use serde::Deserialize;

use crate::domain::Language;

use super::{
    content_error::ContentError,
    front_matter,
    page_register::TextEntry,
    prose::{Known, Place, Prose, Resolver},
    service_page::check_header,
    toml_file::{date, read_text, read_toml},
};

/// A plain text page in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextPage {
    /// The page's name.
    pub id: String,
    /// The language of the words.
    pub language: Language,
    /// The title, also the `h1`.
    pub title: String,
    /// The last part of the address; empty for the front page.
    pub path: String,
    /// One or two sentences for the head of the page.
    pub summary: String,
    /// What people call it, for search.
    pub words: Vec<String>,
    /// When somebody last read the page.
    pub checked: NaiveDate,
    /// The words. Headings begin at `h2`.
    pub prose: Prose,
    /// Names of the facts that the page rests on.
    pub facts: Vec<String>,
}

fn file_of(language: Language, id: &str) -> String {
    format!("content/{}/pages/{id}.md", language.code())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    id: String,
    title: String,
    path: String,
    summary: String,
    #[serde(default)]
    words: Vec<String>,
    #[serde(deserialize_with = "date")]
    checked: NaiveDate,
}

impl TextPage {
    /// The page's HTML, without its `h1`.
    pub fn html(&self, resolve: &Resolver<'_>) -> String {
        self.prose.html(resolve)
    }

    /// The file of the page, from the root of the repository.
    pub fn file(&self) -> String {
        file_of(self.language, &self.id)
    }

    /// Reads the page's file in the language that `known` names.
    pub(super) fn read(root: &Path, entry: &TextEntry, known: &Known<'_>) -> Result<Self, Vec<ContentError>> {
        let file = file_of(known.language, &entry.id);
        let text = read_text(root, &file).map_err(|error| vec![error])?;
        let parts = front_matter::split(&file, &text).map_err(|error| vec![error])?;
        let header: Header = read_toml(&file, parts.header, 1).map_err(|error| vec![error])?;
        check_header(&file, &header.id, &entry.id, &header.path).map_err(|error| vec![error])?;
        let place = Place { file: &file, lines_before: parts.lines_before_body, first_heading: HeadingLevel::H2 };
        let prose = Prose::read(parts.body, &place, known, &mut BTreeSet::new())?;
        let Header { id, title, path, summary, words, checked } = header;
        Ok(Self {
            id,
            language: known.language,
            title,
            path,
            summary,
            words,
            checked,
            prose,
            facts: entry.facts.clone(),
        })
    }
}
