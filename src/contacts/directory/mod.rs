//! Every municipality of Finland: its names, its county, what it was called before and which postal codes lie in it.

mod files;
mod fold;
mod former_name;
mod municipality;
mod one_edit;
mod place_index;
mod postal_area;
#[cfg(not(target_arch = "wasm32"))]
mod read_csv;
mod sami_name;
mod search;

#[cfg(test)]
mod tests;

pub use former_name::FormerName;
pub use municipality::{LocalLanguages, Municipality};
pub use search::{Match, Why};

use crate::domain::{CountyCode, MunicipalityCode, PostalCode};
use place_index::PlaceIndex;
use postal_area::PostalArea;
pub use sami_name::SamiName;

/// The municipalities with all that leads to them. Built from `data/*.csv` where the site is made and from two JSON files
/// in the browser: the names first, the postal codes when they have come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directory {
    /// Sorted by code.
    municipalities: Vec<Municipality>,
    /// Sorted by name; no name among them is a municipality's name of today.
    former_names: Vec<FormerName>,
    /// Names in the Sámi languages, as in their table.
    sami_names: Vec<SamiName>,
    /// Sorted by postal code.
    postal_areas: Vec<PostalArea>,
    index: PlaceIndex,
}

impl Directory {
    /// Gathers municipalities and former names. A former name that a municipality bears today is left out, so that nobody who
    /// types the name of a living municipality is led elsewhere.
    pub fn new(mut municipalities: Vec<Municipality>, former_names: Vec<FormerName>) -> Self {
        municipalities.sort_by_key(|municipality| municipality.code);
        let former_names = former_name::without_names_in_use(former_names, &municipalities);
        let index = PlaceIndex::new(&municipalities, &former_names);
        Self { municipalities, former_names, sami_names: Vec::new(), postal_areas: Vec::new(), index }
    }

    /// The same directory, which also knows municipalities by their names in the Sámi languages.
    pub fn with_sami_names(mut self, names: Vec<SamiName>) -> Self {
        self.index.add_sami_names(&names);
        Self { sami_names: names, ..self }
    }

    /// The same directory with further municipalities, as the invented county brings its own.
    pub fn with_municipalities(mut self, further: Vec<Municipality>) -> Self {
        self.municipalities.extend(further);
        let postal_areas = std::mem::take(&mut self.postal_areas);
        let with_names = Self::new(self.municipalities, self.former_names).with_sami_names(self.sami_names);
        Self { postal_areas, ..with_names }
    }

    /// The municipality that bears this very name today, in any language: what a link by name leads to. Capitals, dots and
    /// rings do not count; former names and mistakes lead nowhere, since nobody is there to choose.
    pub fn named(&self, name: &str) -> Option<&Municipality> {
        let query = place_index::Query::new(name);
        let fits =
            |entry: &&place_index::Entry| entry.is_of_today() && entry.fit(&query) == Some(place_index::Fit::Exact);
        let entry = self.index.entries.iter().find(fits)?;
        self.municipalities_of(entry.owner).into_iter().next()
    }

    /// The municipality with this code.
    pub fn get(&self, code: MunicipalityCode) -> Option<&Municipality> {
        let place = self.municipalities.binary_search_by_key(&code, |municipality| municipality.code).ok()?;
        Some(&self.municipalities[place])
    }

    /// Every municipality, sorted by code.
    pub fn all(&self) -> &[Municipality] {
        &self.municipalities
    }

    /// The municipalities of a county, sorted by code.
    pub fn in_county(&self, county: CountyCode) -> impl Iterator<Item = &Municipality> {
        self.municipalities.iter().filter(move |municipality| municipality.county == county)
    }

    /// Names that are no longer the name of a municipality, sorted.
    pub fn former_names(&self) -> &[FormerName] {
        &self.former_names
    }

    /// The municipalities in which a postal code lies: one, two at a border where sources disagree, or none.
    pub fn at_postal_code(&self, code: PostalCode) -> impl Iterator<Item = &Municipality> {
        let place = self.postal_areas.binary_search_by_key(&code, |area| area.code).ok();
        place.into_iter().flat_map(|place| self.postal_areas[place].municipalities()).filter_map(|code| self.get(code))
    }

    /// Whether postal codes are known yet.
    pub fn knows_postal_codes(&self) -> bool {
        !self.postal_areas.is_empty()
    }
}
