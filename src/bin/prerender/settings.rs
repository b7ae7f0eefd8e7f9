//! What kind of site is made, as `cargo xtask build` says in the environment.

use std::{env, path::PathBuf};

use chrono::{NaiveDate, Utc};
use tukipolku::{contacts::CountyRecord, pages::shared::BuildKind};

/// The settings of one build.
#[derive(Debug)]
pub struct Settings {
    /// Where Trunk gathers the site before it becomes `dist`.
    pub staging: PathBuf,
    /// National, one county, or demonstration (`TUKI_BUILD_KIND`).
    pub kind: BuildKind,
    /// The county's folder name in a county build (`TUKI_COUNTY`).
    pub county: Option<String>,
    /// Where the demonstration's inbox stands (`TUKI_ENDPOINT`), such as `http://127.0.0.1:8090`.
    pub endpoint: Option<String>,
    /// The file with the demonstration county's public keys (`TUKI_RECIPIENTS`).
    pub recipients: Option<PathBuf>,
    /// The folder with the vault's built files (`TUKI_VAULT`).
    pub vault: Option<PathBuf>,
    /// The second part of the program (`TUKI_LATER`), in a build that cuts it in two.
    pub later: Option<PathBuf>,
    /// The folder with the finder's built files: `TUKI_FINDER`, or where `cargo xtask build` leaves them.
    pub finder: PathBuf,
    /// The day of the build. Reproducible builds set `SOURCE_DATE_EPOCH`.
    pub built: NaiveDate,
}

impl Settings {
    /// Whether the build is this county's: its own site, or the demonstration for the invented one.
    pub fn is_own(&self, county: &CountyRecord) -> bool {
        match self.kind {
            BuildKind::Demo => county.code.is_demo(),
            BuildKind::County => self.county.as_deref() == Some(county.id.as_str()),
            BuildKind::National => false,
        }
    }

    /// Reads the environment.
    ///
    /// # Errors
    /// A sentence that names the missing or wrong variable.
    pub fn from_environment() -> Result<Self, String> {
        let staging = env::var_os("TRUNK_STAGING_DIR")
            .ok_or("TRUNK_STAGING_DIR is not set: this program is run by Trunk (cargo xtask build)")?;
        let word = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
        Ok(Self {
            staging: staging.into(),
            kind: BuildKind::from_word(&word("TUKI_BUILD_KIND").unwrap_or_default()),
            county: word("TUKI_COUNTY"),
            endpoint: word("TUKI_ENDPOINT"),
            recipients: word("TUKI_RECIPIENTS").map(Into::into),
            vault: word("TUKI_VAULT").map(Into::into),
            later: word("TUKI_LATER").map(Into::into),
            finder: word("TUKI_FINDER").unwrap_or_else(|| "target/site/finder".to_owned()).into(),
            built: build_day(word("SOURCE_DATE_EPOCH"))?,
        })
    }
}

fn build_day(epoch: Option<String>) -> Result<NaiveDate, String> {
    let Some(epoch) = epoch else { return Ok(Utc::now().date_naive()) };
    let seconds = epoch.parse().map_err(|_| format!("SOURCE_DATE_EPOCH is not a number of seconds: {epoch}"))?;
    let instant = chrono::DateTime::from_timestamp(seconds, 0);
    instant.map(|instant| instant.date_naive()).ok_or_else(|| format!("SOURCE_DATE_EPOCH is out of range: {epoch}"))
}
