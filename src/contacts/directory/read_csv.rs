//! Reading the directory from the public registers in `data/*.csv`. Native only.

use std::path::Path;

use crate::contacts::FolderError;
use crate::contacts::table::{Row, Table};
use crate::domain::{CountyCode, MunicipalityCode, Names, PostalCode};

use super::postal_area::PostalArea;
use super::{Directory, FormerName, LocalLanguages, Municipality, SamiName};

impl Directory {
    /// Reads `municipalities.csv`, `former_municipalities.csv`, `sami_names.csv` and `postal_codes.csv` under `<root>/data`.
    ///
    /// # Errors
    /// Every mistake in the four files, each with its file, line and mend.
    pub fn read_csv(root: &Path) -> Result<Self, Vec<FolderError>> {
        let municipalities = Table::read(root, "data/municipalities.csv")?.rows(municipality)?;
        let former = Table::read(root, "data/former_municipalities.csv")?.rows(former_names)?;
        let sami = Table::read(root, "data/sami_names.csv")?.rows(sami_name)?;
        let postal_areas = Table::read(root, "data/postal_codes.csv")?.rows(postal_area)?;
        let former = former.into_iter().flatten().collect();
        let mut directory = Self::new(municipalities, former).with_sami_names(sami);
        directory.set_postal_areas(postal_areas);
        Ok(directory)
    }
}

fn municipality(row: &Row<'_>) -> Result<Municipality, FolderError> {
    let names = Names { fi: row.text("name_fi")?, sv: row.text("name_sv")?, en: row.text("name_en")? };
    if names.en != names.fi && names.en != names.sv {
        return Err(
            row.error("The English name is neither the Finnish nor the Swedish one", "Write one of them in name_en.")
        );
    }
    Ok(Municipality {
        code: row.value("code", MunicipalityCode::parse, "three digits, for example 091")?,
        names,
        county: row.value("wellbeing_county", CountyCode::parse, "two digits: 01 to 21, 90 or 91")?,
        languages: row.value("languages", LocalLanguages::parse, "fi, sv, fi-sv or sv-fi")?,
    })
}

/// The Finnish and, where it differs, the Swedish name of one row.
fn former_names(row: &Row<'_>) -> Result<Vec<FormerName>, FolderError> {
    let year = row.value("year", |text| text.parse().ok(), "a year, for example 2009")?;
    let successor = row.value("code", MunicipalityCode::parse, "three digits, for example 297")?;
    let (finnish, swedish) = (row.text("name_fi")?, row.text("name_sv")?);
    let names = if finnish == swedish { vec![finnish] } else { vec![finnish, swedish] };
    Ok(names.into_iter().map(|name| FormerName { name, year, successors: vec![successor] }).collect())
}

fn sami_name(row: &Row<'_>) -> Result<SamiName, FolderError> {
    let municipality = row.value("code", MunicipalityCode::parse, "three digits, for example 148")?;
    Ok(SamiName { name: row.text("name")?, municipality })
}

fn postal_area(row: &Row<'_>) -> Result<PostalArea, FolderError> {
    let expected = "three digits, or nothing";
    Ok(PostalArea {
        code: row.value("postal_code", PostalCode::parse, "five digits, for example 00100")?,
        municipality: row.value("municipality_code", MunicipalityCode::parse, "three digits, for example 091")?,
        alternative: row.value("alt_municipality_code", optional(MunicipalityCode::parse), expected)?,
    })
}

/// An empty cell is nothing; a filled one must be readable.
fn optional<T>(parse: impl Fn(&str) -> Option<T>) -> impl Fn(&str) -> Option<Option<T>> {
    move |text| if text.is_empty() { Some(None) } else { parse(text).map(Some) }
}
