//! Everything that differs between those who organise social services: the 21 counties, Helsinki, Åland, the invented one.

use serde::Serialize;

use super::{BadData, Connection, ContactPoint, Municipality, PrivacyNotice};
use crate::domain::{
    CountyCode, Names, json,
    json::{FromJson, Json},
};

/// The version of the browser's county file. Raised when its form changes.
const VERSION: u16 = 1;

/// Where quick exit leads when a county names no page of its own: the Finnish Meteorological Institute.
pub const DEFAULT_EXIT_URL: &str = "https://www.ilmatieteenlaitos.fi/";

/// One county's folder, read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CountyRecord {
    /// The code of the classification.
    pub code: CountyCode,
    /// The name of its folder and of its pages: "pohjois-savo".
    pub id: String,
    /// What it is called.
    pub names: Names,
    /// The short name it uses of itself, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brand: Option<String>,
    /// Its own site, a full address.
    pub site: String,
    /// The languages it serves in (ISO 639 codes).
    pub languages: Vec<String>,
    /// Whether the law of mainland Finland holds. Not in Åland: no deadline, form or legal text of ours is shown there.
    pub mainland_law: bool,
    /// Where quick exit leads.
    pub exit_url: String,
    /// For how many days a draft is kept on a device, 1 to 14.
    pub draft_days: u8,
    /// The origin at which the county runs the site itself, "https://…".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// The origins of sites that may show the guide and the selector in a frame.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub frame_ancestors: Vec<String>,
    /// Invented municipalities; only the invented county has them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub municipalities: Vec<Municipality>,
    /// Who answers.
    pub contacts: Vec<ContactPoint>,
    /// How it receives messages; nothing when it is not connected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connection: Option<Connection>,
    /// What it tells people before they write.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub privacy: Option<PrivacyNotice>,
}

/// The county as it travels to the browser.
#[derive(Serialize)]
struct CountyFile<Record> {
    version: u16,
    county: Record,
}

impl FromJson for CountyFile<CountyRecord> {
    fn from_json(json: Json<'_>) -> Option<Self> {
        Some(Self { version: json.field("version")?, county: json.field("county")? })
    }
}

impl CountyRecord {
    /// The browser's file of this county.
    pub fn to_json(&self) -> String {
        serde_json::to_string(&CountyFile { version: VERSION, county: self }).unwrap_or_default()
    }

    /// Reads the browser's file.
    ///
    /// # Errors
    /// The file is of another version, or no such file.
    pub fn from_json(json: &str) -> Result<Self, BadData> {
        let file: CountyFile<Self> = json::read(json).ok_or(BadData::Unreadable)?;
        if file.version == VERSION { Ok(file.county) } else { Err(BadData::OtherVersion) }
    }
}
