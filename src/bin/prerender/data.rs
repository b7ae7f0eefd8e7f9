//! Municipalities, counties and help lines: read, checked, and written as the files that the browser fetches.

use std::{fs, io, path::Path, sync::Arc};

use serde::Deserialize;
use tukipolku::{
    contacts::{CountyRecord, DEFAULT_EXIT_URL, Directory, HelpLine, Recipient, folders, help_lines_to_json},
    domain::CountyCode,
    guide::Library,
    pages::shared::BuildKind,
};

use crate::{assets::Assets, county::CountyGuide, settings::Settings};

/// The data of the site.
#[derive(Debug)]
pub struct Data {
    /// Every municipality, with the invented ones in the demonstration.
    pub directory: Directory,
    /// Every county.
    pub counties: Vec<CountyRecord>,
    /// The county whose own site this is, in a county build.
    pub own: Option<CountyRecord>,
    /// What the county of this build writes into guide pages: in a county build its own, in the demonstration the invented one's.
    pub county_guide: Option<CountyGuide>,
    /// The national help lines.
    pub help_lines: Arc<Vec<HelpLine>>,
}

/// The file of public keys that `cargo xtask keys` writes.
#[derive(Deserialize)]
struct KeysFile {
    recipients: Vec<Recipient>,
}

impl Data {
    /// Reads `data/` and `counties/`.
    ///
    /// # Errors
    /// Every mistake found, each with file, line and mend.
    pub fn read(root: &Path, settings: &Settings, library: &Library) -> Result<Self, Vec<String>> {
        let words = |errors: Vec<_>| errors.iter().map(ToString::to_string).collect::<Vec<String>>();
        let demo = settings.kind == BuildKind::Demo;
        let mut counties = folders::read_all(root, demo).map_err(words)?;
        connect(&mut counties, settings).map_err(|error| vec![error])?;
        let own = settings.county.as_deref().map(|id| own_county(&counties, id)).transpose();
        let own = own.map_err(|error| vec![error])?;
        let writer = counties.iter().find(|county| settings.is_own(county));
        let county_guide = writer.map(|county| CountyGuide::read(root, county, library)).transpose()?;
        let invented = counties.iter().flat_map(|county| county.municipalities.clone()).collect();
        let directory = Directory::read_csv(root).map_err(words)?.with_municipalities(invented);
        Ok(Self {
            directory,
            counties,
            own,
            county_guide,
            help_lines: Arc::new(HelpLine::read_csv(root).map_err(words)?),
        })
    }

    /// Writes the files the browser fetches when a municipality is looked for or chosen.
    ///
    /// # Errors
    /// A file cannot be written.
    pub fn write(&self, site: &Path, assets: &mut Assets) -> io::Result<()> {
        assets.write(site, "names", "json", self.directory.names_json().as_bytes())?;
        assets.write(site, "postal", "json", self.directory.postal_codes_json().as_bytes())?;
        assets.write(site, "help_lines", "json", help_lines_to_json(&self.help_lines).as_bytes())?;
        for county in &self.counties {
            assets.write(site, &format!("county.{}", county.code), "json", county.to_json().as_bytes())?;
        }
        Ok(())
    }

    /// Where quick exit leads.
    pub fn exit(&self) -> &str {
        self.own.as_ref().map_or(DEFAULT_EXIT_URL, |own| &own.exit_url)
    }

    /// The origin of the county's own site; empty in builds that have none.
    pub fn origin(&self) -> &str {
        self.own.as_ref().and_then(|own| own.origin.as_deref()).unwrap_or_default()
    }

    /// Origins that may frame views of this site: those of its own county, or of the invented one in a demonstration.
    pub fn framed_by(&self) -> &[String] {
        let demo = self.counties.iter().find(|county| county.code.is_demo());
        self.own.as_ref().or(demo).map_or(&[], |county| &county.frame_ancestors)
    }

    /// The county with this code.
    pub fn county(&self, code: CountyCode) -> Option<&CountyRecord> {
        self.counties.iter().find(|county| county.code == code)
    }
}

fn own_county(counties: &[CountyRecord], id: &str) -> Result<CountyRecord, String> {
    let found = counties.iter().find(|county| county.id == id).cloned();
    let names = || counties.iter().map(|county| county.id.as_str()).collect::<Vec<_>>().join(", ");
    found.ok_or_else(|| format!("counties/{id} does not exist. Mend: name one of {}", names()))
}

/// Gives the county of this build its inbox and keys: the invented one in a demonstration, whose keys every machine makes
/// for itself, else the county whose own site is built. Without them it stays unconnected; all others always do.
fn connect(counties: &mut [CountyRecord], settings: &Settings) -> Result<(), String> {
    let (Some(endpoint), Some(file)) = (&settings.endpoint, &settings.recipients) else { return Ok(()) };
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let keys: KeysFile = toml::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?;
    for county in counties.iter_mut().filter(|county| settings.is_own(county)) {
        let connected = county.clone().with_connection(endpoint, keys.recipients.clone());
        *county = connected.map_err(|problem| format!("{}: {problem}", file.display()))?;
    }
    Ok(())
}
