//! Making the site: the vault and the finder, then Trunk with the right surroundings, then the header rules for hosts.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::deployment::Kind;
use crate::headers::{self, Deployment, emit};
use crate::module_build::{self, FINDER, Module, VAULT};
use crate::{Problem, Result, demo_keys, finish, manifest, places, problem, remap, run, small_cargo, tools};

/// Where the header rules for hosts are written.
pub const HOSTS: &str = "target/site/hosts";

/// Where the inbox listens unless its settings say otherwise.
const INBOX: &str = "127.0.0.1:8480";

/// What to build.
pub struct Plan {
    /// National, one county, or the demonstration.
    pub kind: Kind,
    /// Origins.
    pub deployment: Deployment,
    /// Whether to take the time to make it small, as it is published.
    pub small: bool,
    /// Whether its functions leave marks when they run, for `cargo xtask later`.
    pub marked: bool,
}

/// Builds `dist/`.
pub fn build(plan: &Plan) -> Result<()> {
    // Trunk tells cargo to stay offline, so that it does not look for its own tools either: fetch first.
    run::with_progress("Fetching libraries", tools::command("cargo").arg("fetch"))?;
    if plan.small {
        fetch_library()?;
    }
    let (vault, finder) = (made(&VAULT)?, made(&FINDER)?);
    let saying = format!("Building the {} site", plan.kind.name());
    run::with_progress(&saying, &mut trunk(plan, &vault, &finder)?)?;
    write_hosts(&plan.deployment)?;
    manifest::write(&places::dist())
}

/// Fetches what the standard library itself is built from, where its sources are installed.
fn fetch_library() -> Result<()> {
    let Some(library) = small_cargo::library_sources().filter(|_| small_cargo::sources_are_here()) else {
        println!("The sources of the standard library are not installed: the program will be some kilobytes heavier.");
        return Ok(());
    };
    let mut fetch = tools::command("cargo");
    fetch.args(["fetch", "--locked", "--manifest-path"]).arg(library.join("Cargo.toml")).env("RUSTC_BOOTSTRAP", "1");
    run::with_progress("Fetching what the standard library needs", &mut fetch)
}

/// Builds a program beside the app into a folder that holds nothing else, and gives the folder.
fn made(module: &Module) -> Result<PathBuf> {
    let folder = places::made().join(module.name);
    if is_fresh(&folder, module) {
        return Ok(folder);
    }
    // Names follow content, so yesterday's files would be published beside today's.
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(problem::about(&folder))?;
    }
    let build = || module_build::build(module, places::root(), &folder, nameless);
    let built = run::with_spinner(&format!("Building the {}", module.name), build);
    built.map_err(|error| Problem::new(format!("The {} could not be built: {error}", module.name)))?;
    Ok(folder)
}

/// A tool that leaves none of this machine's folders in what it builds.
fn nameless(program: &str) -> Command {
    let mut command = tools::command(program);
    if program == "cargo" {
        remap::paths(&mut command);
    }
    command
}

/// Whether what was built is younger than everything it is made of; making it small takes ten seconds each time.
fn is_fresh(built: &Path, module: &Module) -> bool {
    let newest = module.sources.iter().flat_map(|source| times(&places::root().join(source))).max();
    let oldest = times(built).into_iter().min();
    oldest.is_some() && newest < oldest
}

/// When each file of a folder, or the one file, was last written.
fn times(path: &Path) -> Vec<SystemTime> {
    if path.is_dir() {
        let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
        return entries.flat_map(|entry| times(&entry.path())).collect();
    }
    path.metadata().and_then(|meta| meta.modified()).into_iter().collect()
}

fn trunk(plan: &Plan, vault: &Path, finder: &Path) -> Result<Command> {
    let mut command = tools::command("trunk");
    command.args(["build", "--offline", "--skip-version-check"]);
    if plan.small {
        command.args(["--release", "--cargo-profile", "web"]);
        let (name, cargo) = small_cargo::real();
        let ours = small_cargo::folder()?;
        // Trunk takes the cargo that started us, where that is named, before the one it would find.
        command.env(name, cargo).env("CARGO", ours.join("cargo")).env("PATH", tools::search_path_after(ours));
    }
    // Trunk reads this as its own switch and refuses every value but true and false.
    remap::paths(&mut command);
    command
        .env_remove("NO_COLOR")
        .env("TUKI_BUILD_KIND", plan.kind.name())
        .env("TUKI_VAULT", vault)
        .env("TUKI_FINDER", finder);
    set(&mut command, finish::MARKS, plan.marked.then_some("1"));
    set(&mut command, "TUKI_COUNTY", plan.kind.county());
    set(&mut command, "TUKI_ENDPOINT", plan.deployment.endpoint.as_deref());
    set(&mut command, "TUKI_ORIGIN", Some(plan.deployment.origin.as_str()).filter(|origin| !origin.is_empty()));
    set(&mut command, "TUKI_RECIPIENTS", recipients(&plan.kind)?.as_deref().and_then(Path::to_str));
    Ok(command)
}

/// The file with the public keys that messages are sealed to.
fn recipients(kind: &Kind) -> Result<Option<PathBuf>> {
    match kind {
        Kind::National => Ok(None),
        Kind::Demo => demo_keys::recipients().map(Some),
        Kind::County(county) => {
            let file = places::root().join("counties").join(county).join(crate::keys::RECIPIENTS_FILE);
            Ok(file.is_file().then_some(file))
        }
    }
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
    write(&folder.join("inbox-Caddyfile"), &emit::caddy_inbox(INBOX))?;
    write(&folder.join("inbox-nginx.conf"), &emit::nginx_inbox(INBOX))?;
    write(&places::dist().join("_headers"), &emit::headers_file(&rules))
}

fn write(file: &Path, text: &str) -> Result<()> {
    std::fs::write(file, text).map_err(problem::about(file))
}
