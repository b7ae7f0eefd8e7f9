//! The register of acts, `data/laws.toml`, and references to their sections.

use std::{collections::BTreeMap, path::Path};

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use crate::domain::Language;

use super::{
    content_error::{ContentError, line_at},
    toml_file::{date, read_text, read_toml},
};

/// The register.
pub(super) const FILE: &str = "data/laws.toml";

/// An act of Parliament that pages refer to.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// The name in code and data, for example `child_welfare_act`.
    pub id: String,
    /// The number in the Statutes of Finland, for example `417/2007`.
    pub number: String,
    /// The name in Finnish.
    pub fi: String,
    /// The name in Swedish.
    pub sv: String,
    /// The name in English. It has no official standing.
    pub en: String,
    /// The sections that pages may refer to.
    pub sections: Vec<String>,
    /// When the references were last compared with the sources.
    #[serde(deserialize_with = "date")]
    pub checked: NaiveDate,
    /// The line of `data/laws.toml` in which it begins.
    #[serde(skip)]
    pub line: usize,
}

impl Act {
    /// The act's name in a language.
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::Fi => &self.fi,
            Language::Sv => &self.sv,
            Language::En => &self.en,
        }
    }

    /// The consolidated act in Finlex. English pages lead to the Finnish text: there is no English one in force.
    /// `None` when the number is not of the form `417/2007`.
    pub fn address(&self, language: Language) -> Option<String> {
        let (number, year) = self.number.split_once('/')?;
        let number: u32 = number.parse().ok()?;
        Some(match language {
            Language::Sv => format!("https://finlex.fi/sv/laki/ajantasa/{year}/{year}{number:04}"),
            Language::Fi | Language::En => format!("https://finlex.fi/fi/laki/ajantasa/{year}/{year}{number:04}"),
        })
    }
}

/// Sections of one act that a page rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawReference {
    /// The act.
    pub act: Act,
    /// Its sections, for example `["25", "25a"]`.
    pub sections: Vec<String>,
}

/// Every act, by name.
#[derive(Clone, Debug, Default)]
pub struct Laws(BTreeMap<String, Act>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    act: Vec<Spanned<Act>>,
}

impl Laws {
    /// Reads `data/laws.toml`.
    ///
    /// # Errors
    /// A line that is no act, or an act without a proper number.
    pub(super) fn read(root: &Path) -> Result<Self, ContentError> {
        let text = read_text(root, FILE)?;
        let read = read_toml::<File>(FILE, &text, 0)?.act.into_iter();
        let acts: Vec<Act> =
            read.map(|act| Act { line: line_at(&text, act.span().start), ..act.into_inner() }).collect();
        if let Some(wrong) = acts.iter().find(|act| act.address(Language::Fi).is_none()) {
            let what = format!("\"{}\" is not the number of an act.", wrong.number);
            return Err(ContentError::new(FILE, wrong.line, what, "Write it as \"417/2007\"."));
        }
        Ok(Self(acts.into_iter().map(|act| (act.id.clone(), act)).collect()))
    }

    /// The act with this name.
    pub fn get(&self, id: &str) -> Option<&Act> {
        self.0.get(id)
    }

    /// Every act, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = &Act> {
        self.0.values()
    }

    /// A reference to sections of an act, or what is wrong with it.
    pub(super) fn reference(&self, id: &str, sections: &[String]) -> Result<LawReference, String> {
        let act = self.get(id).ok_or_else(|| format!("No act is named \"{id}\" in {FILE}."))?;
        match sections.iter().find(|section| !act.sections.contains(section)) {
            Some(unknown) => Err(format!("Section {unknown} of \"{id}\" is not in {FILE}.")),
            None => Ok(LawReference { act: act.clone(), sections: sections.to_vec() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn act(number: &str) -> Act {
        let text = format!(
            "id = \"a\"\nnumber = \"{number}\"\nfi = \"laki\"\nsv = \"lag\"\nen = \"Act\"\nsections = [\"25\"]\nchecked = \"2026-11-21\""
        );
        toml::from_str(&text).unwrap()
    }

    #[test]
    fn addresses_follow_the_pattern_of_finlex() {
        assert_eq!(
            act("417/2007").address(Language::En).as_deref(),
            Some("https://finlex.fi/fi/laki/ajantasa/2007/20070417")
        );
        assert_eq!(
            act("1301/2014").address(Language::Sv).as_deref(),
            Some("https://finlex.fi/sv/laki/ajantasa/2014/20141301")
        );
        assert_eq!(act("soon").address(Language::Fi), None);
    }

    #[test]
    fn only_registered_sections_can_be_referred_to() {
        let laws = Laws(BTreeMap::from([("a".to_owned(), act("417/2007"))]));
        assert!(laws.reference("a", &["25".to_owned()]).is_ok());
        assert!(laws.reference("a", &["99".to_owned()]).unwrap_err().contains("99"));
        assert!(laws.reference("b", &[]).unwrap_err().contains("\"b\""));
    }
}
