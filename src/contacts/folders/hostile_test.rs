//! County folders that somebody broke: read or refused with file, line and mend, and never a panic.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use proptest::prelude::*;

use super::*;

/// The files of the invented county, which is complete.
const COUNTY: &str = include_str!("../../../counties/esimerkki/county.toml");
const CONTACTS: &str = include_str!("../../../counties/esimerkki/contacts.toml");

/// A folder with these two files, gone with the value.
struct Folder(PathBuf);

impl Folder {
    fn of(county: &str, contacts: &str) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let root = std::env::temp_dir().join(format!("tukipolku-folders-{}-{number}", std::process::id()));
        let folder = root.join("counties/esimerkki");
        std::fs::create_dir_all(&folder).expect("a temporary folder");
        std::fs::write(folder.join("county.toml"), county).expect("county.toml");
        std::fs::write(folder.join("contacts.toml"), contacts).expect("contacts.toml");
        Self(root)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left in the temporary folder harms nobody.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// One harm done to a file: a piece of it replaced by something that has no place there.
fn harm() -> impl Strategy<Value = (usize, usize, String)> {
    let piece = prop_oneof![
        Just(String::new()),
        "[\\[\\]{}=\"'#,.\n a-z0-9-]{0,12}",
        "\\PC{0,20}",
        Just("\u{0}\u{202e}<script>".to_owned()),
        Just("\n[[municipality]]\n".to_owned()),
        Just("\n[connection]\n".to_owned()),
        Just(" = -9223372036854775809\n".to_owned()),
        Just("[".repeat(2_000)),
    ];
    (any::<usize>(), 0_usize..60, piece)
}

fn harmed(text: &str, harms: &[(usize, usize, String)]) -> String {
    let harm = |text: String, (place, length, piece): &(usize, usize, String)| {
        let letters: Vec<char> = text.chars().collect();
        let from = place % (letters.len() + 1);
        let to = (from + length).min(letters.len());
        letters[..from].iter().copied().chain(piece.chars()).chain(letters[to..].iter().copied()).collect()
    };
    harms.iter().fold(text.to_owned(), harm)
}

/// Read, or refused with every mistake in its file and on a line of it.
fn is_answered(folder: &Folder) -> bool {
    match read_folder(&folder.0, "esimerkki") {
        Ok(county) => CountyRecord::from_json(&county.to_json()).is_ok(),
        Err(errors) => {
            !errors.is_empty() && errors.iter().all(|error| error.to_string().contains("counties/esimerkki/"))
        }
    }
}

#[test]
fn the_sound_folder_is_read() {
    assert!(read_folder(&Folder::of(COUNTY, CONTACTS).0, "esimerkki").is_ok());
}

proptest! {
    #[test]
    fn no_harm_to_a_county_folder_makes_reading_panic(
        county in prop::collection::vec(harm(), 0..3),
        contacts in prop::collection::vec(harm(), 0..3),
    ) {
        let folder = Folder::of(&harmed(COUNTY, &county), &harmed(CONTACTS, &contacts));
        prop_assert!(is_answered(&folder));
    }
}
