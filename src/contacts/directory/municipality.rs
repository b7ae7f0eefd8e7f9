//! A municipality as the selector and the municipality pages show it.

use serde::Serialize;

use crate::domain::{CountyCode, MunicipalityCode, Names};

/// A municipality of today, or an invented one of the demonstration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Municipality {
    /// The official code.
    pub code: MunicipalityCode,
    /// The names; the English one is the Finnish or the Swedish name, as Statistics Finland writes it.
    pub names: Names,
    /// Who organises social services there.
    pub county: CountyCode,
    /// The languages of the municipality itself.
    pub languages: LocalLanguages,
}

/// The official languages of a municipality (Statistics Finland's classification "kielisuhde").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum LocalLanguages {
    /// Finnish.
    #[serde(rename = "fi")]
    Finnish,
    /// Swedish.
    #[serde(rename = "sv")]
    Swedish,
    /// Bilingual with a Finnish majority.
    #[serde(rename = "fi-sv")]
    FinnishAndSwedish,
    /// Bilingual with a Swedish majority.
    #[serde(rename = "sv-fi")]
    SwedishAndFinnish,
}

impl LocalLanguages {
    /// Reads the identifier of `municipalities.csv`.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "fi" => Some(Self::Finnish),
            "sv" => Some(Self::Swedish),
            "fi-sv" => Some(Self::FinnishAndSwedish),
            "sv-fi" => Some(Self::SwedishAndFinnish),
            _ => None,
        }
    }
}
