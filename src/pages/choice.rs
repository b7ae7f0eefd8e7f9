//! The chosen municipality with its county: chosen once, followed by everything on the site.

use std::sync::Arc;

use crate::{
    contacts::{CountyRecord, Directory, Municipality},
    domain::{Language, MunicipalityCode},
};

/// A municipality and whoever organises its social services.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The municipality.
    pub municipality: Municipality,
    /// Its county, Helsinki or Åland.
    pub county: Arc<CountyRecord>,
}

impl Choice {
    /// The municipality's code.
    pub fn code(&self) -> MunicipalityCode {
        self.municipality.code
    }

    /// The municipality's name.
    pub fn name(&self, language: Language) -> &str {
        self.municipality.names.in_language(language)
    }

    /// The county's name.
    pub fn county_name(&self, language: Language) -> &str {
        self.county.names.in_language(language)
    }

    /// What the prerenderer writes into a municipality's page: a directory of one, and the county's file.
    pub fn to_blocks(&self) -> (String, String) {
        (Directory::new(vec![self.municipality.clone()], Vec::new()).names_json(), self.county.to_json())
    }

    /// Reads what [`Choice::to_blocks`] wrote.
    pub fn from_blocks(names: &str, county: &str) -> Option<Self> {
        let municipality = Directory::from_names_json(names).ok()?.all().first()?.clone();
        Some(Self { municipality, county: Arc::new(CountyRecord::from_json(county).ok()?) })
    }
}
