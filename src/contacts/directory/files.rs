//! The two files by which the directory travels to the browser: names first, postal codes when there is time.

use serde::Serialize;

use crate::contacts::BadData;
use crate::domain::{
    CountyCode, MunicipalityCode, Names, PostalCode, json,
    json::{FromJson, Json},
};

use super::postal_area::PostalArea;
use super::{Directory, FormerName, LocalLanguages, Municipality, SamiName};

/// The version of both files. Raised when their form changes.
const VERSION: u16 = 2;

#[derive(Serialize)]
struct NamesFile {
    version: u16,
    municipalities: Vec<MunicipalityRow>,
    former: Vec<FormerRow>,
    sami: Vec<SamiRow>,
}

/// Code, county, languages, Finnish name, Swedish name ("" when the same), whether English uses the Swedish name.
#[derive(Serialize)]
struct MunicipalityRow(MunicipalityCode, CountyCode, LocalLanguages, String, String, u16);

/// Name, year, successors.
#[derive(Serialize)]
struct FormerRow(String, u16, Vec<MunicipalityCode>);

/// Name in a Sámi language, municipality.
#[derive(Serialize)]
struct SamiRow(String, MunicipalityCode);

#[derive(Serialize)]
struct PostalFile {
    version: u16,
    /// A municipality and its postal codes, joined by spaces.
    areas: Vec<Area>,
    /// A postal code at a border and the other municipality.
    borders: Vec<Border>,
}

/// A municipality and its postal codes, joined by spaces.
#[derive(Serialize)]
struct Area(MunicipalityCode, String);

/// A postal code at a border and the other municipality.
#[derive(Serialize)]
struct Border(PostalCode, MunicipalityCode);

impl FromJson for NamesFile {
    fn from_json(json: Json<'_>) -> Option<Self> {
        Some(Self {
            version: json.field("version")?,
            municipalities: json.field("municipalities")?,
            former: json.field("former")?,
            sami: json.field("sami")?,
        })
    }
}

impl FromJson for MunicipalityRow {
    fn from_json(json: Json<'_>) -> Option<Self> {
        Some(Self(json.at(0)?, json.at(1)?, json.at(2)?, json.at(3)?, json.at(4)?, json.at(5)?))
    }
}

impl FromJson for FormerRow {
    fn from_json(json: Json<'_>) -> Option<Self> {
        Some(Self(json.at(0)?, json.at(1)?, json.at(2)?))
    }
}

impl FromJson for SamiRow {
    fn from_json(json: Json<'_>) -> Option<Self> {
        Some(Self(json.at(0)?, json.at(1)?))
    }
}

impl FromJson for PostalFile {
    fn from_json(json: Json<'_>) -> Option<Self> {
        Some(Self { version: json.field("version")?, areas: json.field("areas")?, borders: json.field("borders")? })
    }
}

impl FromJson for Area {
    fn from_json(json: Json<'_>) -> Option<Self> {
        Some(Self(json.at(0)?, json.at(1)?))
    }
}

impl FromJson for Border {
    fn from_json(json: Json<'_>) -> Option<Self> {
        Some(Self(json.at(0)?, json.at(1)?))
    }
}

impl Directory {
    /// The file of municipalities and former names.
    pub fn names_json(&self) -> String {
        let file = NamesFile {
            version: VERSION,
            municipalities: self.municipalities.iter().map(MunicipalityRow::from).collect(),
            former: self.former_names.iter().map(FormerRow::from).collect(),
            sami: self.sami_names.iter().map(|sami| SamiRow(sami.name.clone(), sami.municipality)).collect(),
        };
        serde_json::to_string(&file).unwrap_or_default()
    }

    /// Reads the file of names; postal codes are not known yet.
    ///
    /// # Errors
    /// The file is of another version, or no such file.
    pub fn from_names_json(json: &str) -> Result<Self, BadData> {
        let file: NamesFile = json::read(json).ok_or(BadData::Unreadable)?;
        if file.version != VERSION {
            return Err(BadData::OtherVersion);
        }
        let municipalities = file.municipalities.into_iter().map(Municipality::from).collect();
        let former = file.former.into_iter().map(FormerName::from).collect();
        let sami = file.sami.into_iter().map(|SamiRow(name, municipality)| SamiName { name, municipality });
        Ok(Self::new(municipalities, former).with_sami_names(sami.collect()))
    }

    /// The file of postal codes.
    pub fn postal_codes_json(&self) -> String {
        let codes_of = |municipality: &Municipality| {
            let own = self.postal_areas.iter().filter(|area| area.municipality == municipality.code);
            own.map(|area| area.code.to_string()).collect::<Vec<_>>().join(" ")
        };
        let areas = self.municipalities.iter().map(|municipality| Area(municipality.code, codes_of(municipality)));
        let borders = self.postal_areas.iter().filter_map(|area| Some(Border(area.code, area.alternative?)));
        let file = PostalFile {
            version: VERSION,
            areas: areas.filter(|Area(_, codes)| !codes.is_empty()).collect(),
            borders: borders.collect(),
        };
        serde_json::to_string(&file).unwrap_or_default()
    }

    /// Adds the postal codes.
    ///
    /// # Errors
    /// The file is of another version, or no such file. The directory is then as before.
    pub fn add_postal_codes_json(&mut self, json: &str) -> Result<(), BadData> {
        let file: PostalFile = json::read(json).ok_or(BadData::Unreadable)?;
        if file.version != VERSION {
            return Err(BadData::OtherVersion);
        }
        let mut areas = Vec::new();
        for Area(municipality, codes) in &file.areas {
            for code in codes.split(' ') {
                let code = PostalCode::parse(code).ok_or(BadData::Unreadable)?;
                let alternative =
                    file.borders.iter().find(|Border(border, _)| *border == code).map(|Border(_, other)| *other);
                areas.push(PostalArea { code, municipality: *municipality, alternative });
            }
        }
        self.set_postal_areas(areas);
        Ok(())
    }

    pub(super) fn set_postal_areas(&mut self, mut areas: Vec<PostalArea>) {
        areas.sort_by_key(|area| area.code);
        self.postal_areas = areas;
    }
}

impl From<&Municipality> for MunicipalityRow {
    fn from(municipality: &Municipality) -> Self {
        let Names { fi, sv, en } = &municipality.names;
        let other_swedish = if sv == fi { String::new() } else { sv.clone() };
        Self(
            municipality.code,
            municipality.county,
            municipality.languages,
            fi.clone(),
            other_swedish,
            u16::from(en != fi),
        )
    }
}

impl From<MunicipalityRow> for Municipality {
    fn from(MunicipalityRow(code, county, languages, fi, sv, english_is_swedish): MunicipalityRow) -> Self {
        let sv = if sv.is_empty() { fi.clone() } else { sv };
        let en = if english_is_swedish == 1 { sv.clone() } else { fi.clone() };
        Self { code, county, languages, names: Names { fi, sv, en } }
    }
}

impl From<&FormerName> for FormerRow {
    fn from(former: &FormerName) -> Self {
        Self(former.name.clone(), former.year, former.successors.clone())
    }
}

impl From<FormerRow> for FormerName {
    fn from(FormerRow(name, year, successors): FormerRow) -> Self {
        Self { name, year, successors }
    }
}
