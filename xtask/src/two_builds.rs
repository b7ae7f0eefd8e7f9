//! The same commit built twice from nothing, in two folders with names of different length: whatever a build takes from its
//! surroundings shows as a difference.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::{Problem, Result, manifest, places, problem, run, tools};

/// What is too large to fetch twice and comes from lock files: tools, and the packages that bring wasm-opt.
const SHARED: [&str; 2] = [".tools", "tests/node_modules"];

/// How many differences are named.
const SHOWN: usize = 20;

/// Builds the national site twice and gives how many files were compared; a difference is a problem, and then both builds
/// stay to be looked at.
pub fn compare() -> Result<usize> {
    let base = std::env::temp_dir().join(format!("tukipolku-two-builds-{}", std::process::id()));
    let day = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()).to_string();
    // Named once: somebody may commit while the first is being built.
    let commit = commit()?;
    let one = build(&base.join("one"), &commit, &day)?;
    let other = build(&base.join("another-with-a-longer-name"), &commit, &day)?;
    let differences = manifest::differences(&one, &other);
    if !differences.is_empty() {
        // A program that differs gives every page another address of it; the last lines name the programs themselves.
        let said = differences[differences.len().saturating_sub(SHOWN)..].join("\n");
        return Err(Problem::new(format!("The two builds differ in {} files, among them:\n{said}", differences.len()))
            .mend(format!("compare the two in {}.", base.display())));
    }
    std::fs::remove_dir_all(&base).map_err(problem::about(&base))?;
    Ok(one.len())
}

/// What is committed now.
fn commit() -> Result<String> {
    let said = tools::command("git").args(["rev-parse", "HEAD"]).output();
    let said = said.map_err(|error| Problem::new(format!("git could not be run: {error}")))?;
    let commit = String::from_utf8_lossy(&said.stdout).trim().to_owned();
    match said.status.success() {
        true => Ok(commit),
        false => Err(Problem::new("git names no commit here.").mend("run this in a clone of the repository.")),
    }
}

/// A fresh clone of a commit, built as it is published; its hashes.
fn build(folder: &Path, commit: &str, day: &str) -> Result<Vec<manifest::Line>> {
    let saying = format!("Cloning into {}", folder.display());
    run::with_progress(&saying, tools::command("git").args(["clone", "--quiet"]).arg(places::root()).arg(folder))?;
    let mut checkout = tools::command("git");
    checkout.args(["checkout", "--quiet", "--detach", commit]).current_dir(folder);
    run::with_progress(&format!("Taking {commit}"), &mut checkout)?;
    SHARED.iter().try_for_each(|name| share(folder, name))?;
    let mut cargo = tools::command("cargo");
    cargo.args(["xtask", "build"]).current_dir(folder);
    // Each builds into its own folder, and both on the same day.
    cargo.env_remove("CARGO_TARGET_DIR").env("SOURCE_DATE_EPOCH", day);
    run::with_progress(&format!("Building in {}", folder.display()), &mut cargo)?;
    let file = folder.join("dist").join(manifest::FILE);
    manifest::read(&std::fs::read_to_string(&file).map_err(problem::about(&file))?)
}

/// Lets a clone use something of this folder, if it is here.
fn share(folder: &Path, name: &str) -> Result<()> {
    let (ours, theirs): (PathBuf, PathBuf) = (places::root().join(name), folder.join(name));
    match ours.exists() {
        true => std::os::unix::fs::symlink(ours, &theirs).map_err(problem::about(&theirs)),
        false => Ok(()),
    }
}
