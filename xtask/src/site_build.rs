//! Making the site: the vault, then Trunk with the right surroundings, then the header rules for hosts.

use std::path::Path;
use std::process::Command;

use crate::deployment::Kind;
use crate::headers::{self, Deployment, emit};
use crate::{Result, places, problem, run, tools};

/// Where the header rules for hosts are written.
pub const HOSTS: &str = "target/site/hosts";

/// What to build.
pub struct Plan {
    /// National, one county, or the demonstration.
    pub kind: Kind,
    /// Origins.
    pub deployment: Deployment,
    /// Whether to take the time to make it small, as it is published.
    pub small: bool,
}

/// Builds `dist/`.
pub fn build(plan: &Plan) -> Result<()> {
    // Trunk tells cargo to stay offline, so that it does not look for its own tools either: fetch first.
    run::with_progress("Fetching libraries", tools::command("cargo").arg("fetch"))?;
    let saying = format!("Building the {} site", plan.kind.name());
    run::with_progress(&saying, &mut trunk(plan))?;
    write_hosts(&plan.deployment)
}

fn trunk(plan: &Plan) -> Command {
    let mut command = tools::command("trunk");
    command.args(["build", "--offline", "--skip-version-check"]);
    if plan.small {
        command.args(["--release", "--cargo-profile", "web"]);
    }
    // Trunk reads this as its own switch and refuses every value but true and false.
    command.env_remove("NO_COLOR").env("TUKI_BUILD_KIND", plan.kind.name());
    set(&mut command, "TUKI_COUNTY", plan.kind.county());
    set(&mut command, "TUKI_ENDPOINT", plan.deployment.endpoint.as_deref());
    set(&mut command, "TUKI_ORIGIN", Some(plan.deployment.origin.as_str()).filter(|origin| !origin.is_empty()));
    command
}

/// Sets a variable, or makes sure that one from outside does not leak into the build.
fn set(command: &mut Command, name: &str, value: Option<&str>) {
    match value {
        Some(value) => command.env(name, value),
        None => command.env_remove(name),
    };
}

/// Writes the header rules for each kind of host; `_headers` also into the site, where such hosts look for it.
fn write_hosts(deployment: &Deployment) -> Result<()> {
    let rules = headers::rules(deployment);
    let folder = places::root().join(HOSTS);
    std::fs::create_dir_all(&folder).map_err(problem::about(&folder))?;
    write(&folder.join("Caddyfile"), &emit::caddy(&rules))?;
    write(&folder.join("nginx.conf"), &emit::nginx(&rules))?;
    write(&folder.join("_headers"), &emit::headers_file(&rules))?;
    write(&places::dist().join("_headers"), &emit::headers_file(&rules))
}

fn write(file: &Path, text: &str) -> Result<()> {
    std::fs::write(file, text).map_err(problem::about(file))
}
