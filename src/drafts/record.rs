//! The draft as it stands inside the ciphertext: the border type between the form and what is kept.
//! It uses no type of `forms` or `domain`, so that a rename there never breaks somebody's saved draft.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// One unfinished form. Written as JSON with short names that never change their meaning within a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftRecord {
    /// The version of this layout; see [`DraftRecord::VERSION`].
    #[serde(rename = "v")]
    pub version: u32,
    /// Which form this is, for example `self_referral`.
    #[serde(rename = "f")]
    pub form: String,
    /// The version of that form's questions.
    #[serde(rename = "fv")]
    pub form_version: u32,
    /// The language it was written in: `fi`, `sv` or `en`.
    #[serde(rename = "l")]
    pub language: String,
    /// The three-digit code of the chosen municipality.
    #[serde(rename = "m", default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<String>,
    /// The step that was open, by name.
    #[serde(rename = "s")]
    pub step: String,
    /// The answers by the name of their question.
    #[serde(rename = "a")]
    pub answers: BTreeMap<String, KeptAnswer>,
    /// Answers given meanwhile in other forms, by the id of the form: they are kept together with the open one, so that
    /// turning to another form loses nothing. Drafts of the first program have none.
    #[serde(rename = "o", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub others: BTreeMap<String, BTreeMap<String, KeptAnswer>>,
    /// When it was saved, in UNIX seconds.
    #[serde(rename = "at")]
    pub saved_at: i64,
    /// When it expires, in UNIX seconds.
    #[serde(rename = "ex")]
    pub expires_at: i64,
}

/// One answer as it was given, unchecked: a draft keeps also what is not ready.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeptAnswer {
    /// Words the person wrote.
    #[serde(rename = "t")]
    Text(String),
    /// Codes of what they chose, one or several.
    #[serde(rename = "c")]
    Codes(Vec<String>),
    /// Rows of a repeated group, each with its answers by name.
    #[serde(rename = "r")]
    Rows(Vec<BTreeMap<String, KeptAnswer>>),
}

impl DraftRecord {
    /// The version of the layout that this program writes.
    pub const VERSION: u32 = 1;

    /// The record as JSON, ready to be sealed.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("a record has only text keys, so it always becomes JSON")
    }
}

impl KeptAnswer {
    /// Whether there is nothing in it that a person could miss.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::Codes(codes) => codes.is_empty(),
            Self::Rows(rows) => rows.iter().flat_map(BTreeMap::values).all(Self::is_empty),
        }
    }

    /// The answer as plain text, for showing and copying when no question fits it any more.
    pub fn as_text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Codes(codes) => codes.join(", "),
            Self::Rows(rows) => rows.iter().map(row_as_text).collect::<Vec<_>>().join("\n"),
        }
    }
}

fn row_as_text(row: &BTreeMap<String, KeptAnswer>) -> String {
    row.values().filter(|cell| !cell.is_empty()).map(KeptAnswer::as_text).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_reads_as_one_line_a_row() {
        let row = |name: &str, age: &str| {
            BTreeMap::from([
                ("age".to_owned(), KeptAnswer::Text(age.to_owned())),
                ("name".to_owned(), KeptAnswer::Text(name.to_owned())),
            ])
        };
        let rows = KeptAnswer::Rows(vec![row("Veikko", "4"), row("Lempi", "")]);
        assert_eq!(rows.as_text(), "4, Veikko\nLempi");
        assert!(!rows.is_empty());
        assert!(KeptAnswer::Rows(vec![row("", "")]).is_empty());
    }
}
