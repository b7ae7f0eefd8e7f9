//! The published test vectors of the age format: C2SP/CCTV, as packed in the npm package `cctv-age` 0.2.0 (licence 0BSD, CC0 or
//! Unlicense). Armoured files and hybrid (post-quantum) keys are no part of the vault; those vectors must be refused.

use std::io::Read;
use std::path::Path;

use tukipolku_vault::digest::digest;
use tukipolku_vault::identity::read_identities;
use tukipolku_vault::passphrase::{MAX_IDENTITY_WORK_FACTOR, open_with_passphrase};
use tukipolku_vault::sealed::open;
use tukipolku_vault::{SecretString, VaultError};

/// The age crate also reads headers of 2021, whose stanzas could end without a short line. What such a file holds is
/// authenticated all the same: the crate's own run of these vectors allows the two as well.
const OLD_HEADERS: [&str; 2] = ["stanza_missing_body", "stanza_missing_final_line"];

struct Vector {
    name: String,
    header: Vec<(String, String)>,
    file: Vec<u8>,
}

impl Vector {
    fn read(path: &Path) -> Self {
        let bytes = std::fs::read(path).unwrap();
        let end = bytes.windows(2).position(|pair| pair == b"\n\n").expect("an empty line ends the header");
        let header = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let pairs = header.lines().filter_map(|line| line.split_once(": "));
        let header = pairs.map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        Self { name, header, file: bytes[end + 2..].to_vec() }.unpacked()
    }

    fn unpacked(mut self) -> Self {
        if self.get("compressed").is_some() {
            let mut file = Vec::new();
            flate2::read::ZlibDecoder::new(&self.file[..]).read_to_end(&mut file).unwrap();
            self.file = file;
        }
        self
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.header.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// Why the vault has nothing to do with this vector.
    fn not_ours(&self) -> Option<&'static str> {
        let hybrid =
            self.header.iter().any(|(key, value)| key == "identity" && value.starts_with("AGE-SECRET-KEY-PQ-"));
        if self.get("armored").is_some() {
            return Some("armoured");
        }
        hybrid.then_some("hybrid")
    }

    fn opened(&self) -> Result<Vec<u8>, VaultError> {
        let opened = match self.get("passphrase") {
            Some(text) => open_with_passphrase(SecretString::from(text), MAX_IDENTITY_WORK_FACTOR, &self.file),
            None => open(&read_identities(self.identities().as_bytes(), None)?, &self.file),
        };
        opened.map(|bytes| bytes.to_vec())
    }

    fn identities(&self) -> String {
        let lines = self.header.iter().filter(|(key, _)| key == "identity").map(|(_, value)| value.as_str());
        lines.collect::<Vec<_>>().join("\n")
    }

    fn check(&self) {
        let opened = self.opened();
        let name = &self.name;
        match self.get("expect").expect("every vector says what to expect") {
            "success" => assert_eq!(Some(digest(&opened.unwrap()).as_str()), self.get("payload"), "{name}"),
            "no match" => {
                assert!(matches!(opened, Err(VaultError::NotForThisKey | VaultError::WrongCode)), "{name}: {opened:?}");
            }
            _ => {
                use VaultError::{Damaged, NotAgeFile, NotForThisKey, TooMuchWork};
                let refused = matches!(opened, Err(Damaged | NotAgeFile | NotForThisKey | TooMuchWork));
                assert!(refused, "{name}: {opened:?}");
            }
        }
    }
}

fn vectors() -> Vec<Vector> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cctv");
    std::fs::read_dir(folder).unwrap().map(|entry| Vector::read(&entry.unwrap().path())).collect()
}

#[test]
fn the_vault_agrees_with_every_applicable_vector() {
    let applicable: Vec<Vector> = vectors().into_iter().filter(|vector| vector.not_ours().is_none()).collect();
    let (old, others): (Vec<&Vector>, _) =
        applicable.iter().partition(|vector| OLD_HEADERS.contains(&vector.name.as_str()));
    others.iter().for_each(|vector| vector.check());
    assert!(old.iter().all(|vector| vector.opened().is_ok()), "the crate became stricter: take this exception out");
    assert_eq!((others.len(), old.len()), (90, 2));
}

#[test]
fn armoured_files_and_hybrid_keys_are_refused() {
    let others: Vec<Vector> = vectors().into_iter().filter(|vector| vector.not_ours().is_some()).collect();
    for vector in &others {
        assert!(vector.opened().is_err(), "{}", vector.name);
    }
    assert_eq!(others.len(), 51);
}
