//! The npm packages of `tests/package.json`: wasm-opt (binaryen), terser, the accessibility checker (axe-core) and a list of hostile
//! texts for the tests (big-list-of-naughty-strings).

use std::path::Path;

use crate::{Result, places, run, tools};

const PACKAGES: [&str; 4] = ["axe-core", "big-list-of-naughty-strings", "binaryen", "terser"];

/// Installs what the lock file names, unless exactly that is here.
pub fn install() -> Result<()> {
    let folder = places::root().join("tests");
    if PACKAGES.iter().all(|package| is_here(&folder, package)) {
        return Ok(());
    }
    println!("Something of {} is missing; they make the program small and test it.", PACKAGES.join(", "));
    let mut command = tools::command("npm");
    command.arg("ci").current_dir(&folder);
    run::with_progress("Installing them with npm", &mut command)
}

/// Whether the installed version is the one in the lock file.
fn is_here(folder: &Path, package: &str) -> bool {
    let wanted = version_at(&folder.join("package-lock.json"), &["packages", &format!("node_modules/{package}")]);
    let found = version_at(&folder.join(format!("node_modules/{package}/package.json")), &[]);
    wanted.is_some() && wanted == found
}

fn version_at(file: &Path, keys: &[&str]) -> Option<String> {
    let json: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(file).ok()?).ok()?;
    let place = keys.iter().try_fold(&json, |json, key| json.get(key))?;
    Some(place.get("version")?.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_names_no_registry() {
        let lock = std::fs::read_to_string(places::root().join("tests/package-lock.json")).unwrap();
        assert!(lock.contains("node_modules/axe-core") && lock.contains("node_modules/binaryen"));
        assert!(!lock.contains("://"), "run npm with tests/.npmrc in force, which leaves addresses out");
    }
}
