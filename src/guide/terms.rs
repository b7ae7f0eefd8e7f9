//! Explained terms, `content/<language>/terms.toml`.

use std::{collections::BTreeMap, path::Path};

use serde::Deserialize;

use crate::domain::Language;

use super::{
    content_error::ContentError,
    toml_file::{read_text, read_toml},
};

/// A word of the trade with its plain meaning.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The word as the site writes it.
    pub word: String,
    /// One or two plain sentences.
    pub meaning: String,
}

/// Every term of one language, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms(BTreeMap<String, Term>);

impl Terms {
    /// Reads `content/<language>/terms.toml`.
    pub(super) fn read(root: &Path, language: Language) -> Result<Self, ContentError> {
        let file = format!("content/{}/terms.toml", language.code());
        read_toml(&file, &read_text(root, &file)?, 0).map(Self)
    }

    /// Terms gathered from pairs of name and term.
    #[cfg(test)]
    pub(super) fn of(pairs: &[(&str, &str, &str)]) -> Self {
        let term = |word: &str, meaning: &str| Term { word: word.to_owned(), meaning: meaning.to_owned() };
        Self(pairs.iter().map(|(id, word, meaning)| ((*id).to_owned(), term(word, meaning))).collect())
    }

    /// The term with this name.
    pub fn get(&self, id: &str) -> Option<&Term> {
        self.0.get(id)
    }

    /// Every term with its name, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Term)> {
        self.0.iter().map(|(id, term)| (id.as_str(), term))
    }
}
