//! Building the site for publishing.

use clap::Args;

use crate::deployment::Kind;
use crate::setup::{self, Purpose};
use crate::site_build::{self, Plan};
use crate::{Result, deployment, places};

/// Which site, and how small.
#[derive(Args)]
pub struct Options {
    /// The site of one county: a folder of `counties/`. Without it, the national site.
    #[arg(long, value_name = "ID", conflicts_with = "demo")]
    county: Option<String>,
    /// The demonstration with its invented county.
    #[arg(long)]
    demo: bool,
    /// Where this build's forms send to, instead of what the county's folder says.
    #[arg(long, value_name = "ORIGIN")]
    endpoint: Option<String>,
    /// Build quickly instead of small, for looking at it.
    #[arg(long)]
    quick: bool,
}

/// Builds into `dist/` and says where the header rules lie.
pub fn run(options: &Options) -> Result<()> {
    setup::prepare(Purpose::Site)?;
    let kind = match (&options.county, options.demo) {
        (Some(county), _) => Kind::County(county.clone()),
        (None, true) => Kind::Demo,
        (None, false) => Kind::National,
    };
    let mut deployment = deployment::of(&kind)?;
    if let Some(endpoint) = &options.endpoint {
        deployment.endpoint = Some(deployment::origin(endpoint)?);
    }
    site_build::build(&Plan { kind, deployment, small: !options.quick })?;
    println!("The site is in {}.", places::short(&places::dist()).display());
    println!("Header rules for Caddy, nginx and `_headers` hosts are in {}.", site_build::HOSTS);
    Ok(())
}
