//! A drill: a message is sealed now, to every key in the county's file, and each private file at hand must open it.

use std::fmt;
use std::io;
use std::path::Path;

use tukipolku_vault::identity::read_identities;
use tukipolku_vault::sealed::{open, recipients, seal};
use tukipolku_vault::{Identity, SecretString, VaultError};

use super::public::{PublicKey, PublicKeys};

/// A private file that opened the message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The county's key that it is the private half of.
    pub key: PublicKey,
    /// Whether it lay there without a passphrase.
    pub lies_open: bool,
}

/// Why a private file did not open the message.
#[derive(Debug)]
pub enum Failure {
    /// The file could not be read from the disk.
    Unreadable(io::Error),
    /// It is no file of a private key, or it was damaged.
    NotAKey(VaultError),
    /// The passphrase is another one.
    WrongPassphrase,
    /// It is a key, and none that the county's file names: an old one, or another county's.
    NotOfThisCounty,
    /// It should have opened the message and did not.
    DidNotOpen(VaultError),
    /// The test message could not be sealed to the county's keys.
    NotSealed(VaultError),
}

/// Tries one private file. `passphrase` is asked for only where the file is under one.
///
/// # Errors
/// See [`Failure`].
pub fn drill(public: &PublicKeys, file: &Path, passphrase: impl FnOnce() -> SecretString) -> Result<Opened, Failure> {
    let bytes = std::fs::read(file).map_err(Failure::Unreadable)?;
    let (identities, lies_open) = match read_identities(&bytes, None) {
        Ok(identities) => (identities, true),
        Err(VaultError::CodeNeeded) => (read_identities(&bytes, Some(passphrase())).map_err(failure)?, false),
        Err(error) => return Err(failure(error)),
    };
    let key = public.keys.iter().find(|key| identities.iter().any(|own| own.to_public().to_string() == key.key));
    let key = key.cloned().ok_or(Failure::NotOfThisCounty)?;
    open_a_fresh_message(public, &identities)?;
    Ok(Opened { key, lies_open })
}

/// Seals as the forms do, to all keys at once, and opens with these alone.
fn open_a_fresh_message(public: &PublicKeys, identities: &[Identity]) -> Result<(), Failure> {
    // The public half of a key that nobody keeps: words that were never sealed before.
    let message = format!("Tukipolku, drill: {}\n", Identity::generate().to_public());
    let sealed = recipients(&public.lines()).and_then(|keys| seal(&keys, message.as_bytes()));
    let opened = open(identities, &sealed.map_err(Failure::NotSealed)?).map_err(Failure::DidNotOpen)?;
    if **opened == *message.as_bytes() { Ok(()) } else { Err(Failure::DidNotOpen(VaultError::Damaged)) }
}

fn failure(error: VaultError) -> Failure {
    match error {
        VaultError::WrongCode => Failure::WrongPassphrase,
        error => Failure::NotAKey(error),
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => write!(out, "the file cannot be read: {error}"),
            Self::NotAKey(error) => {
                write!(out, "this is no file of a private key, or it was damaged ({})", error.name())
            }
            Self::WrongPassphrase => out.write_str("the passphrase is another one"),
            Self::NotOfThisCounty => out.write_str(
                "it is none of the keys that messages are sealed to now. If it is an old key, keep it for old messages",
            ),
            Self::DidNotOpen(error) => write!(out, "it did not open the message ({})", error.name()),
            Self::NotSealed(error) => write!(out, "nothing could be sealed to the county's keys ({})", error.name()),
        }
    }
}
