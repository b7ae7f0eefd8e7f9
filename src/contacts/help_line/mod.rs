//! National help lines: the second row of numbers, after 112 and the county's social emergency service.

#[cfg(not(target_arch = "wasm32"))]
mod read_csv;

use chrono::NaiveDate;
use serde::Serialize;

use super::{BadData, Channel, Hours};
use crate::domain::{
    Freshness, Names, SourceDate, json,
    json::{FromJson, Json},
};

/// The version of the browser's file of help lines.
const VERSION: u16 = 1;

/// A phone or chat that answers people from the whole country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HelpLine {
    /// The identifier in `data/national.csv`.
    pub id: String,
    /// What it is called.
    pub names: Names,
    /// A number or a chat's page.
    pub channel: Channel,
    /// Hours as the source told them. Shown only through [`HelpLine::hours_on`], which knows how old they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    hours: Option<Hours>,
    /// What a call costs.
    pub cost: CallCost,
    /// The languages in which it answers (ISO 639 codes); empty when the source does not tell.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// The line's own page, where hours can be checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// Where the line was seen.
    pub source: String,
    /// When it was seen there.
    pub checked: SourceDate,
}

/// What a call costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CallCost {
    /// Nothing.
    Free,
    /// What the caller's own operator charges for a call.
    OwnOperator,
    /// The source does not tell.
    Unknown,
}

impl HelpLine {
    /// The hours, unless they are older than twelve months or of unknown age.
    pub fn hours_on(&self, today: NaiveDate) -> Option<&Hours> {
        self.hours.as_ref().filter(|_| self.checked.freshness(today) != Freshness::Unconfirmed)
    }
}

#[derive(Serialize)]
struct HelpLinesFile<Lines> {
    version: u16,
    lines: Lines,
}

impl FromJson for HelpLinesFile<Vec<HelpLine>> {
    fn from_json(json: Json<'_>) -> Option<Self> {
        Some(Self { version: json.field("version")?, lines: json.field("lines")? })
    }
}

impl FromJson for HelpLine {
    fn from_json(json: Json<'_>) -> Option<Self> {
        Some(Self {
            id: json.field("id")?,
            names: json.field("names")?,
            channel: json.field("channel")?,
            hours: json.field("hours")?,
            cost: json.field("cost")?,
            languages: json.field("languages")?,
            site: json.field("site")?,
            source: json.field("source")?,
            checked: json.field("checked")?,
        })
    }
}

/// The browser's file of help lines.
pub fn help_lines_to_json(lines: &[HelpLine]) -> String {
    serde_json::to_string(&HelpLinesFile { version: VERSION, lines }).unwrap_or_default()
}

/// Reads the browser's file of help lines.
///
/// # Errors
/// The file is of another version, or no such file.
pub fn help_lines_from_json(json: &str) -> Result<Vec<HelpLine>, BadData> {
    let file: HelpLinesFile<Vec<HelpLine>> = json::read(json).ok_or(BadData::Unreadable)?;
    if file.version == VERSION { Ok(file.lines) } else { Err(BadData::OtherVersion) }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn lines() -> Vec<HelpLine> {
        HelpLine::read_csv(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the data of the project")
    }

    #[test]
    fn every_shown_line_has_a_way_and_no_line_of_the_past_is_among_them() {
        let lines = lines();
        assert!(lines.len() >= 15);
        assert!(lines.iter().all(|line| line.id != "emergency" && line.id != "mll-parents"));
        assert!(lines.iter().all(|line| line.names.missing().next().is_none()));
        let nollalinja = lines.iter().find(|line| line.id == "nollalinja").expect("Nollalinja");
        assert_eq!(nollalinja.channel.phone().and_then(|number| number.tel()).as_deref(), Some("tel:+35880005005"));
        assert_eq!((nollalinja.cost, nollalinja.site.as_deref()), (CallCost::Free, Some("https://nollalinja.fi/en")));
    }

    #[test]
    fn hours_of_unknown_age_or_older_than_a_year_are_not_shown() {
        let lines = lines();
        let day = |text| SourceDate::parse(text).and_then(SourceDate::earliest).expect("a day");
        let hours = |id: &str, today| {
            lines.iter().find(|line| line.id == id).and_then(|line| line.hours_on(day(today))).is_some()
        };
        assert!(!hours("nollalinja", "2026-11-21"), "undated");
        assert!(hours("mll-children-sv", "2026-10-31"));
        assert!(!hours("mll-children-sv", "2026-11-21"), "of November 2025");
    }

    #[test]
    fn the_lines_survive_the_way_to_the_browser() {
        assert_eq!(help_lines_from_json(&help_lines_to_json(&lines())), Ok(lines()));
        assert_eq!(help_lines_from_json("{\"version\":9,\"lines\":[]}"), Err(BadData::OtherVersion));
    }
}
