//! What a build is for, and what its county's folder says about where it will stand.

use serde::Deserialize;

use crate::headers::Deployment;
use crate::{Problem, Result, places, problem};

/// The folder name of the invented county of the demonstration.
pub const DEMO_COUNTY: &str = "esimerkki";

/// The code of its first municipality, as `counties/esimerkki/county.toml` names it.
pub const DEMO_MUNICIPALITY: &str = "995";

/// Which site is built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Everybody's: choose a municipality, nothing can be sent.
    National,
    /// One county under its own name.
    County(String),
    /// The invented county, connected to an inbox on this machine.
    Demo,
}

impl Kind {
    /// How the app's build is told.
    pub fn name(&self) -> &'static str {
        match self {
            Self::National => "national",
            Self::County(_) => "county",
            Self::Demo => "demo",
        }
    }

    /// The county folder this build is for.
    pub fn county(&self) -> Option<&str> {
        match self {
            Self::National => None,
            Self::County(id) => Some(id),
            Self::Demo => Some(DEMO_COUNTY),
        }
    }
}

/// The part of `county.toml` that matters to whoever serves the site.
#[derive(Default, Deserialize)]
struct CountyFile {
    origin: Option<String>,
    #[serde(default)]
    frame_ancestors: Vec<String>,
    #[serde(default)]
    connection: Connection,
}

/// How the county receives.
#[derive(Default, Deserialize)]
struct Connection {
    endpoint: Option<String>,
}

/// What the county's folder says about origins.
pub fn of(kind: &Kind) -> Result<Deployment> {
    let county = kind.county().map(read).transpose()?.unwrap_or_default();
    Ok(Deployment {
        origin: county.origin.as_deref().map(origin).transpose()?.unwrap_or_default(),
        endpoint: county.connection.endpoint.as_deref().map(origin).transpose()?,
        framed_by: county.frame_ancestors.iter().map(|host| origin(host)).collect::<Result<_>>()?,
        https_for_good: matches!(kind, Kind::County(_)),
    })
}

fn read(county: &str) -> Result<CountyFile> {
    let file = places::root().join("counties").join(county).join("county.toml");
    if !file.is_file() {
        return Err(Problem::new(format!("There is no county folder “{county}”."))
            .at(&places::short(&file), None)
            .mend("name one of the folders in counties/."));
    }
    let text = std::fs::read_to_string(&file).map_err(problem::about(&file))?;
    toml::from_str(&text).map_err(|error| {
        let line = error.span().map(|span| text[..span.start].lines().count().max(1));
        Problem::new(error.message().to_owned()).at(&places::short(&file), line).mend("correct the line there.")
    })
}

/// An origin: scheme, host, perhaps a port, and nothing after. A site below a path would share its storage, its
/// workers and its clearing with whatever else stands on that host.
pub fn origin(text: &str) -> Result<String> {
    let text = text.strip_suffix('/').unwrap_or(text);
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://127.0.0.1").map(|_| "local"));
    match host {
        Some(host) if !host.is_empty() && !text[8..].contains(['/', '?', '#', ' ', ';', ',']) => Ok(text.to_owned()),
        _ => Err(Problem::new(format!("“{text}” is not an origin of its own."))
            .mend("write it as https://host, without a path: Tukipolku needs a whole host to itself.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_below_a_path_is_refused() {
        assert!(origin("https://county.example/tuki").is_err());
        assert!(origin("http://county.example").is_err());
        assert!(origin("https://").is_err());
        assert!(origin("https://a.example; script-src *").is_err());
        assert_eq!(origin("https://tuki.county.example/").unwrap(), "https://tuki.county.example");
        assert_eq!(origin("http://127.0.0.1:8081").unwrap(), "http://127.0.0.1:8081");
    }

    #[test]
    fn the_demo_county_has_the_municipality_we_point_to() {
        let file = places::root().join("counties").join(DEMO_COUNTY).join("county.toml");
        let text = std::fs::read_to_string(file).unwrap();
        assert!(text.contains(&format!("code = \"{DEMO_MUNICIPALITY}\"")));
    }

    #[test]
    fn a_county_that_is_not_there_is_named_with_its_file() {
        let said = of(&Kind::County("atlantis".into())).unwrap_err().to_string();
        assert!(said.contains("counties/atlantis/county.toml"), "{said}");
    }
}
