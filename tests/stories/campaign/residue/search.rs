//! Searching a whole profile for a marker and for bare keys.

use std::path::{Path, PathBuf};

use memchr::memmem;

use super::files;
use crate::campaign::find;
use crate::harness::Told;

/// What was found, and how much was looked through.
#[derive(Debug, Default)]
pub struct Hits {
    /// Files that hold the marker, with the dress it wears there.
    pub words: Vec<String>,
    /// Files that hold an age identity in the clear.
    pub keys: Vec<String>,
    /// How many files were read.
    pub files: usize,
    /// How many readings of them were searched: as they are, and unpacked in each way that fits.
    pub views: usize,
    /// How many bytes that was.
    pub bytes: usize,
}

/// How an age identity begins, and how many letters follow.
const IDENTITY: &[u8] = b"AGE-SECRET-KEY-1";
const IDENTITY_LETTERS: usize = 58;

/// Searches every file below this folder.
pub fn search(profile: &Path, marker: &str) -> Told<Hits> {
    let mut hits = Hits::default();
    for file in all_files(profile) {
        // A running browser removes files while they are listed.
        let Ok(bytes) = std::fs::read(&file) else { continue };
        let name = file.strip_prefix(profile).unwrap_or(&file).display().to_string();
        hits.files += 1;
        for view in files::views(&file, bytes) {
            hits.views += 1;
            hits.bytes += view.len();
            if let Some(dress) = find::in_any_dress(&view, marker) {
                hits.words.push(format!("{name} ({dress})"));
            }
            if holds_identity(&view) {
                hits.keys.push(name.clone());
            }
        }
    }
    Ok(hits)
}

fn all_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let below = |path: PathBuf| if path.is_dir() { all_files(&path) } else { vec![path] };
    entries.flat_map(|entry| below(entry.path())).collect()
}

/// A whole identity, in bytes or in UTF-16; the vault's program holds only how one begins.
fn holds_identity(bytes: &[u8]) -> bool {
    let wide: Vec<u8> = IDENTITY.iter().flat_map(|byte| [*byte, 0]).collect();
    let whole = |at: usize, step: usize| {
        let letters = bytes[at..].iter().step_by(step).skip(IDENTITY.len()).take(IDENTITY_LETTERS);
        letters.clone().count() == IDENTITY_LETTERS && letters.into_iter().all(u8::is_ascii_alphanumeric)
    };
    memmem::find_iter(bytes, IDENTITY).any(|at| whole(at, 1)) || memmem::find_iter(bytes, &wide).any(|at| whole(at, 2))
}
