//! The scripts of embeds: `/embed/1.js` for the host's page, and those of the frame with a hash in their names.

use std::{collections::BTreeMap, fs, io, path::Path};

use tukipolku::domain::Language;

use crate::{
    assets::{Assets, integrity},
    page::Sources,
};

/// What stands in `element.js` where the titles belong.
const TITLES: &str = "\"the build puts the titles of frames here\"";

/// The tags of the scripts, each for its page.
pub struct Tags {
    /// For every framed view.
    pub frame: String,
    /// For the page where snippets are made.
    pub builder: String,
    /// For the page that tests one.
    pub tester: String,
}

/// Writes all of them, and gives their tags.
///
/// # Errors
/// A script cannot be read or written, or has lost the place for what the build puts in.
pub fn write(sources: &Sources, assets: &mut Assets, site: &Path) -> io::Result<Tags> {
    let file = site.join("embed/1.js");
    fs::create_dir_all(site.join("embed"))?;
    fs::write(file, filled(&source("element")?, TITLES, &titles(sources))?)?;
    let theme = assets.write(site, "theme", "js", source("theme")?.as_bytes())?;
    let mut tag = |name: &str| -> io::Result<String> {
        let script = filled(&source(name)?, "./theme.js", &theme)?;
        let address = assets.write(site, name, "js", script.as_bytes())?;
        let hash = integrity(script.as_bytes());
        Ok(format!(
            "<script type=\"module\" crossorigin=\"anonymous\" src=\"{address}\" integrity=\"{hash}\"></script>"
        ))
    };
    Ok(Tags { frame: tag("frame")?, builder: tag("builder")?, tester: tag("tester")? })
}

fn source(name: &str) -> io::Result<String> {
    fs::read_to_string(format!("src/embed/{name}.js"))
}

fn filled(script: &str, gap: &str, with: &str) -> io::Result<String> {
    match script.contains(gap) {
        true => Ok(script.replacen(gap, with, 1)),
        false => Err(io::Error::other(format!("a script of src/embed has lost its gap {gap}"))),
    }
}

/// What frames are called, by language and kind, as JSON.
fn titles(sources: &Sources) -> String {
    let of = |language: Language| {
        let texts = &sources.texts[&language];
        let kinds = ["contacts", "guide", "start", "search"];
        let titles =
            kinds.map(|kind| (kind, texts.find(&format!("embed.frame.{kind}")).unwrap_or_default().to_owned()));
        (language.code(), BTreeMap::from(titles))
    };
    let all: BTreeMap<_, _> = Language::ALL.map(of).into();
    serde_json::to_string(&all).expect("a table of strings is valid JSON")
}
