//! The fact register, `data/facts.toml`: what the guide may state, with law, source and date.

use std::{collections::BTreeMap, path::Path};

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use super::{
    content_error::{ContentError, line_at},
    toml_file::{date, read_text, read_toml},
};

/// The register.
pub(super) const FILE: &str = "data/facts.toml";

/// How sure a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Mark {
    /// Read in the named source.
    #[serde(rename = "")]
    Read,
    /// Not verified: never shown to a citizen.
    #[serde(rename = "U")]
    Unverified,
    /// True of some counties only: shown as an example, and said to vary.
    #[serde(rename = "L")]
    Local,
    /// Older texts say otherwise; the statement is the corrected one.
    #[serde(rename = "O")]
    Corrected,
}

/// One statement that content may rest on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// The name that `data/pages.toml` uses.
    pub id: String,
    /// The fact, in English, for editors.
    pub statement: String,
    /// The act's name in `data/laws.toml`; empty where the fact is not of law.
    #[serde(default)]
    pub law: String,
    /// The section, as in the register of laws; empty where none is known.
    #[serde(default)]
    pub section: String,
    /// Keys of sources; what they stand for is at the end of the file.
    pub source: Vec<String>,
    /// How sure it is.
    pub mark: Mark,
    /// When it was last compared with its source.
    #[serde(deserialize_with = "date")]
    pub checked: NaiveDate,
    /// The line of `data/facts.toml` in which it begins.
    #[serde(skip)]
    pub line: usize,
}

/// Every fact and every source, by name.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    facts: BTreeMap<String, Fact>,
    sources: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    fact: Vec<Spanned<Fact>>,
    source: BTreeMap<String, String>,
}

impl Facts {
    /// Reads `data/facts.toml`.
    ///
    /// # Errors
    /// A line that is no fact, two facts with one name, or a source that nobody has named.
    pub(super) fn read(root: &Path) -> Result<Self, ContentError> {
        let text = read_text(root, FILE)?;
        let File { fact, source } = read_toml(FILE, &text, 0)?;
        let mut facts = Self { facts: BTreeMap::new(), sources: source };
        for fact in fact {
            let line = line_at(&text, fact.span().start);
            let fact = Fact { line, ..fact.into_inner() };
            facts.add(fact).map_err(|what| ContentError::new(FILE, line, what, "Correct this fact."))?;
        }
        Ok(facts)
    }

    fn add(&mut self, fact: Fact) -> Result<(), String> {
        if let Some(unknown) = fact.source.iter().find(|key| !self.sources.contains_key(*key)) {
            return Err(format!("No source is named \"{unknown}\"."));
        }
        match self.facts.insert(fact.id.clone(), fact) {
            Some(twin) => Err(format!("Two facts are named \"{}\".", twin.id)),
            None => Ok(()),
        }
    }

    /// What a source key stands for.
    pub fn source(&self, key: &str) -> Option<&str> {
        self.sources.get(key).map(String::as_str)
    }

    /// The fact with this name.
    pub fn get(&self, id: &str) -> Option<&Fact> {
        self.facts.get(id)
    }

    /// Every fact, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = &Fact> {
        self.facts.values()
    }
}
