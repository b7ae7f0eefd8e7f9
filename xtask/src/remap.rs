//! Takes the builder's own folders out of the programs: without this, the same commit built in two places would differ,
//! and a published file would tell where somebody's home is.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{places, tools};

/// Where cargo looks for flags of the browser's target, beside those in `.cargo/config.toml`.
const VARIABLE: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Adds the flags to a command that builds for the browser.
pub fn paths(command: &mut Command) {
    let flags: Vec<String> = names().iter().map(|(path, name)| flag(path, name)).collect();
    command.env(VARIABLE, flags.join(" "));
}

fn flag(path: &Path, name: &str) -> String {
    format!("--remap-path-prefix={}={name}", path.display())
}

/// Folders and what stands for them. A later one wins where both fit, so the narrower come last.
fn names() -> Vec<(PathBuf, String)> {
    let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let cargo = std::env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let mut names = vec![(cargo.clone(), "/cargo".to_owned()), (places::root().to_owned(), "/tukipolku".to_owned())];
    // The folder of a registry has a hash in its name that depends on the registry's address.
    let registries = std::fs::read_dir(cargo.join("registry/src")).into_iter().flatten().flatten();
    names.extend(registries.map(|entry| (entry.path(), "/registry".to_owned())));
    names.extend(standard_library());
    names
}

/// Without the component `rust-src` the standard library's paths begin with the compiler's commit; with it they are
/// those of this machine, and are given the same beginning.
fn standard_library() -> Option<(PathBuf, String)> {
    let ask = |arguments: &[&str]| {
        let output = tools::command("rustc").args(arguments).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let sysroot = PathBuf::from(ask(&["--print", "sysroot"])?.trim());
    let version = ask(&["--version", "--verbose"])?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "))?;
    Some((sysroot.join("lib/rustlib/src/rust"), format!("/rustc/{commit}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_repository_and_the_home_are_named_away() {
        let mut command = Command::new("cargo");
        paths(&mut command);
        let (_, flags) = command.get_envs().find(|(name, _)| *name == VARIABLE).unwrap();
        let flags = flags.unwrap().to_string_lossy().into_owned();
        assert!(flags.contains(&format!("--remap-path-prefix={}=/tukipolku", places::root().display())), "{flags}");
        assert!(flags.contains("=/registry"), "{flags}");
    }
}
