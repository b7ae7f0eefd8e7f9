//! The fact register, `data/facts.toml`: what the guide may state, with law, source and date.

use std::{collections::BTreeMap, path::Path};

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use super::{
    content_error::{ContentError, line_at},
    toml_file::{date, read_text, read_toml},
};

const FILE: &str = "data/facts.toml";

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
    /// Keys of the sources listed in `data/SOURCES-facts.md`.
    pub source: Vec<String>,
    /// How sure it is.
    pub mark: Mark,
    /// When it was last compared with its source.
    #[serde(deserialize_with = "date")]
    pub checked: NaiveDate,
}

/// Every fact, by name.
#[derive(Clone, Debug, Default)]
pub struct Facts(BTreeMap<String, Fact>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    fact: Vec<Spanned<Fact>>,
}

impl Facts {
    /// Reads `data/facts.toml`.
    ///
    /// # Errors
    /// A line that is no fact, or two facts with one name.
    pub(super) fn read(root: &Path) -> Result<Self, ContentError> {
        let text = read_text(root, FILE)?;
        let mut facts = BTreeMap::new();
        for fact in read_toml::<File>(FILE, &text, 0)?.fact {
            let line = line_at(&text, fact.span().start);
            let fact = fact.into_inner();
            if let Some(twin) = facts.insert(fact.id.clone(), fact) {
                let what = format!("Two facts are named \"{}\".", twin.id);
                return Err(ContentError::new(FILE, line, what, "Give one of them another name."));
            }
        }
        Ok(Self(facts))
    }

    /// The fact with this name.
    pub fn get(&self, id: &str) -> Option<&Fact> {
        self.0.get(id)
    }

    /// Every fact, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = &Fact> {
        self.0.values()
    }
}
