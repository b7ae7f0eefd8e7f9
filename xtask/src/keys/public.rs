//! The public halves of a county's keys, and the file they stand in. Anybody may see it.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use clap::ValueEnum;
use serde::Deserialize;
use tukipolku_vault::digest::fingerprint;
use tukipolku_vault::sealed::recipients;

use super::error::KeysError;
use super::private::write_new;

/// The name of the file with the public keys. It may be copied anywhere.
pub const RECIPIENTS_FILE: &str = "recipients.toml";

/// How the text of a private key begins.
const PRIVATE: &str = "AGE-SECRET-KEY-";

/// Who holds the private half of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, ValueEnum)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The team that reads, daily.
    Team,
    /// The county's safe, should the team lose its key.
    Recovery,
}

impl Role {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Team, Self::Recovery];

    /// The word in files and file names.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Team => "team",
            Self::Recovery => "recovery",
        }
    }
}

/// The public halves of a county's keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKeys {
    /// The county's id, the name of its folder.
    pub county: String,
    /// Every key that messages are sealed to.
    pub keys: Vec<PublicKey>,
}

/// One public key.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct PublicKey {
    /// Who holds the private half.
    pub role: Role,
    /// An age X25519 recipient, `age1…`.
    pub key: String,
    /// What people compare: 16 hex digits of the SHA-256 of the key's text, in groups of four.
    pub fingerprint: String,
    /// The last day on which messages are sealed to it.
    #[serde(deserialize_with = "day")]
    pub expires: NaiveDate,
}

#[derive(Deserialize)]
struct File {
    recipients: Vec<PublicKey>,
}

fn day<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    let text = String::deserialize(deserializer)?;
    text.parse().map_err(|_| serde::de::Error::custom("expires is no day like 2027-11-30"))
}

impl PublicKeys {
    /// Reads a file of public keys and checks each: a key that is none, or a fingerprint that is another key's, is a mistake
    /// that people would notice too late.
    ///
    /// # Errors
    /// [`KeysError::Unreadable`], [`KeysError::HoldsASecret`], [`KeysError::NotPublicKeys`].
    pub fn read(file: &Path, county: &str) -> Result<Self, KeysError> {
        let text = fs::read_to_string(file).map_err(|error| KeysError::Unreadable(file.to_owned(), error))?;
        if text.to_uppercase().contains(PRIVATE) {
            return Err(KeysError::HoldsASecret(file.to_owned()));
        }
        let wrong = |why: String| KeysError::NotPublicKeys(file.to_owned(), why);
        let read: File = toml::from_str(&text).map_err(|error| wrong(error.message().to_owned()))?;
        match read.recipients.iter().find_map(PublicKey::mistake) {
            Some(mistake) => Err(wrong(mistake)),
            None => Ok(Self { county: county.to_owned(), keys: read.recipients }),
        }
    }

    /// The keys, one a line, as the vault takes them.
    pub fn lines(&self) -> String {
        self.keys.iter().map(|key| key.key.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// The text of `recipients.toml`.
    pub fn to_toml(&self) -> String {
        let mut text =
            format!("# Public keys of {}. Made by `cargo xtask keys`; they may be shown to anybody.\n", self.county);
        for key in &self.keys {
            text += &format!(
                "\n[[recipients]]\nrole = \"{}\"\nkey = \"{}\"\nfingerprint = \"{}\"\nexpires = \"{}\"\n",
                key.role.word(),
                key.key,
                key.fingerprint,
                key.expires
            );
        }
        text
    }

    /// Writes the file where there is none.
    pub(super) fn write_new(&self, file: &Path) -> Result<(), KeysError> {
        write_new(file, self.to_toml().as_bytes())
    }

    /// Puts the file in the place of the old one, whole or not at all.
    pub(super) fn replace(&self, file: &Path) -> Result<(), KeysError> {
        let beside = file.with_extension("toml.new");
        let written = fs::write(&beside, self.to_toml()).and_then(|()| fs::rename(&beside, file));
        written.map_err(|error| KeysError::Unwritable(file.to_owned(), error))
    }
}

impl PublicKey {
    /// The public half of a new key.
    pub(super) fn new(role: Role, key: String, expires: NaiveDate) -> Self {
        Self { role, fingerprint: fingerprint(&key), key, expires }
    }

    fn mistake(&self) -> Option<String> {
        let role = self.role.word();
        if recipients(&self.key).is_err() {
            return Some(format!("the {role} key is no age recipient (age1…)"));
        }
        let right = fingerprint(&self.key);
        (self.fingerprint != right)
            .then(|| format!("the fingerprint beside the {role} key is another key's; that of this key is {right}"))
    }
}
