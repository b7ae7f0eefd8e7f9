//! Why keys were not made or changed.

use std::fmt;
use std::io;
use std::path::PathBuf;

use tukipolku_vault::VaultError;

use super::private::SHORTEST_PASSPHRASE;

/// Why keys were not made, changed or read. No file was overwritten.
#[derive(Debug)]
pub enum KeysError {
    /// The folder lies in a git work tree that does not ignore it: private keys could be committed.
    WouldBeCommitted(PathBuf),
    /// There is a file of that name; replacing it could make messages unreadable for ever.
    AlreadyThere(PathBuf),
    /// The passphrase is shorter than [`SHORTEST_PASSPHRASE`] characters.
    PassphraseTooShort,
    /// A file could not be written.
    Unwritable(PathBuf, io::Error),
    /// A file could not be read.
    Unreadable(PathBuf, io::Error),
    /// A file that should hold public keys does not; what is wrong with it.
    NotPublicKeys(PathBuf, String),
    /// A file that anybody may see holds a private key. The key is not repeated here.
    HoldsASecret(PathBuf),
    /// The keys could not be sealed.
    Vault(VaultError),
}

impl fmt::Display for KeysError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WouldBeCommitted(folder) => {
                let folder = folder.display();
                write!(out, "{folder} lies in a git work tree and is not ignored. Choose a folder outside of it.")
            }
            Self::AlreadyThere(file) => {
                let file = file.display();
                write!(out, "{file} is there already. Without it old messages cannot be read; choose another folder.")
            }
            Self::PassphraseTooShort => write!(out, "The passphrase needs at least {SHORTEST_PASSPHRASE} characters."),
            Self::Unwritable(file, error) => write!(out, "{} cannot be written: {error}", file.display()),
            Self::Unreadable(file, error) => write!(out, "{} cannot be read: {error}", file.display()),
            Self::NotPublicKeys(file, why) => write!(out, "{} holds no public keys: {why}", file.display()),
            Self::HoldsASecret(file) => write!(
                out,
                "{} holds a PRIVATE key. Whoever has seen that file can read what was sealed to it: take it out, and make new keys.",
                file.display()
            ),
            Self::Vault(error) => write!(out, "The keys could not be sealed: {}.", error.name()),
        }
    }
}

impl std::error::Error for KeysError {}
