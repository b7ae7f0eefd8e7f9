//! The hashes of a finished site, so that anybody can compare: a release with a build of their own, or a host with a release.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::{Problem, Result, problem};

/// The file in the site that holds them. `sha256sum --check SHA256SUMS` reads it.
pub const FILE: &str = "SHA256SUMS";

/// One file of the site: its hash in 64 lower-case hex digits, and its path with `/` between folders.
pub type Line = (String, String);

/// Writes the hashes of every file in `site` into [`FILE`], in the order of their paths.
pub fn write(site: &Path) -> Result<()> {
    let lines = hashes(site)?;
    let text: String = lines.iter().map(|(hash, path)| format!("{hash}  {path}\n")).collect();
    let file = site.join(FILE);
    fs::write(&file, text).map_err(problem::about(&file))
}

/// The hashes of every file in `site` but the manifest itself.
pub fn hashes(site: &Path) -> Result<Vec<Line>> {
    let mut files = Vec::new();
    collect(site, &mut files)?;
    let mut lines = Vec::new();
    for file in files {
        let path = file.strip_prefix(site).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        if path != FILE {
            lines.push((hash(&fs::read(&file).map_err(problem::about(&file))?), path));
        }
    }
    lines.sort_by(|(_, one), (_, other)| one.cmp(other));
    Ok(lines)
}

/// Reads a manifest.
pub fn read(text: &str) -> Result<Vec<Line>> {
    let line = |line: &str| line.split_once("  ").map(|(hash, path)| (hash.to_owned(), path.to_owned()));
    let lines: Option<Vec<Line>> = text.lines().map(line).collect();
    lines.filter(|lines| !lines.is_empty()).ok_or_else(|| Problem::new(format!("This is no {FILE}.")))
}

/// What differs between two manifests, in words.
pub fn differences(one: &[Line], other: &[Line]) -> Vec<String> {
    let find = |lines: &[Line], path: &str| lines.iter().find(|(_, found)| found == path).map(|(hash, _)| hash.clone());
    let changed = one.iter().filter_map(|(hash, path)| match find(other, path) {
        None => Some(format!("{path} is missing in the second")),
        Some(found) if found != *hash => Some(format!("{path} differs")),
        Some(_) => None,
    });
    let added = other.iter().filter(|(_, path)| find(one, path).is_none());
    changed.chain(added.map(|(_, path)| format!("{path} is missing in the first"))).collect()
}

/// SHA-256 in hex digits.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).map_err(problem::about(folder))?.flatten() {
        match entry.path() {
            path if path.is_dir() => collect(&path, files)?,
            path => files.push(path),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_is_what_sha256sum_reads_and_does_not_name_itself() {
        let site = std::env::temp_dir().join(format!("tukipolku-manifest-{}", std::process::id()));
        fs::create_dir_all(site.join("fi")).unwrap();
        fs::write(site.join("fi/index.html"), "abc").unwrap();
        fs::write(site.join("404.html"), "").unwrap();
        for _ in 0..2 {
            write(&site).unwrap();
            let text = fs::read_to_string(site.join(FILE)).unwrap();
            // FIPS 180-2, appendix B.1, and `printf '' | sha256sum`.
            assert_eq!(
                text,
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  404.html\n\
                 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  fi/index.html\n"
            );
            assert_eq!(read(&text).unwrap(), hashes(&site).unwrap());
        }
        fs::remove_dir_all(&site).unwrap();
    }

    #[test]
    fn every_kind_of_difference_is_named() {
        let line = |hash: &str, path: &str| (hash.to_owned(), path.to_owned());
        let one = [line("1", "same"), line("2", "changed"), line("3", "gone")];
        let other = [line("1", "same"), line("4", "changed"), line("5", "new")];
        let said = differences(&one, &other);
        assert_eq!(said, ["changed differs", "gone is missing in the second", "new is missing in the first"]);
        assert!(differences(&one, &one).is_empty());
        assert!(read("").is_err());
    }
}
