//! Building the site for publishing.

use clap::Args;

use crate::deployment::Kind;
use crate::headers::Deployment;
use crate::setup::{self, Purpose};
use crate::site_build::{self, Plan};
use crate::verbs::keys::called_out;
use crate::{Result, check_url, deployment, manifest, places};

/// Which site, and how small.
#[derive(Args)]
pub struct Options {
    /// The site of one county: a folder of `counties/`. Without it, the national site.
    #[arg(long, value_name = "ID", conflicts_with = "demo")]
    county: Option<String>,
    /// The demonstration with its invented county.
    #[arg(long)]
    demo: bool,
    /// Where this build's forms send to, instead of the endpoint in the county's folder.
    #[arg(long, value_name = "ORIGIN")]
    endpoint: Option<String>,
    /// Build quickly instead of small, for looking at it.
    #[arg(long)]
    quick: bool,
    /// Build nothing: look at a published site and say which header, file or answer is not as this build's should be.
    #[arg(long, value_name = "URL", conflicts_with = "quick")]
    check_url: Option<String>,
}

/// Builds into `dist/` and says where the header rules lie.
pub fn run(options: &Options) -> Result<()> {
    let kind = match (&options.county, options.demo) {
        (Some(county), _) => Kind::County(county.clone()),
        (None, true) => Kind::Demo,
        (None, false) => Kind::National,
    };
    let mut deployment = deployment::of(&kind)?;
    if let Some(endpoint) = &options.endpoint {
        deployment.endpoint = Some(deployment::origin(endpoint)?);
    }
    if let Some(url) = &options.check_url {
        return look_at(url, &deployment);
    }
    setup::prepare(Purpose::Site)?;
    let late = kind.county().map(called_out).transpose()?.unwrap_or_default();
    site_build::build(&Plan { kind, deployment, small: !options.quick, marked: false })?;
    late.iter().for_each(|key| println!("A KEY IS ABOUT TO EXPIRE: {key}"));
    println!("The site is in {}.", places::short(&places::dist()).display());
    println!("Its hashes are in {}; keep them with the release.", manifest::FILE);
    println!("Header rules for Caddy, nginx and `_headers` hosts are in {}.", site_build::HOSTS);
    Ok(())
}

fn look_at(url: &str, deployment: &Deployment) -> Result<()> {
    let files = check_url::check(url.trim_end_matches('/'), deployment)?;
    println!("{url} sends every header, clears on request, and serves the {files} files of its release.");
    Ok(())
}
