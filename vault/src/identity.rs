//! Reading identity files: bare, or themselves age files under a passphrase, as the stock tool and `cargo xtask keys` write them.

use std::str::from_utf8;

use crate::passphrase::{MAX_IDENTITY_WORK_FACTOR, open_with_passphrase};
use crate::{Identity, SecretString, VaultError};

/// The keys in an identity file, at least one.
///
/// # Errors
/// [`VaultError::CodeNeeded`] when the file is under a passphrase and none is given, [`VaultError::WrongCode`],
/// [`VaultError::TooMuchWork`], [`VaultError::Damaged`], and [`VaultError::NotAgeFile`] when it holds no X25519 key.
pub fn read_identities(file: &[u8], passphrase: Option<SecretString>) -> Result<Vec<Identity>, VaultError> {
    read_identities_within(file, passphrase, MAX_IDENTITY_WORK_FACTOR)
}

pub(crate) fn read_identities_within(
    file: &[u8],
    passphrase: Option<SecretString>,
    max_work_factor: u8,
) -> Result<Vec<Identity>, VaultError> {
    if !file.starts_with(b"age-encryption.org/") {
        return parse(file);
    }
    let passphrase = passphrase.ok_or(VaultError::CodeNeeded)?;
    parse(&open_with_passphrase(passphrase, max_work_factor, file)?)
}

/// Lines that begin with `#` are remarks; every other line must be a key, or the file is not what it should be.
fn parse(text: &[u8]) -> Result<Vec<Identity>, VaultError> {
    let lines = from_utf8(text).map_err(|_| VaultError::NotAgeFile)?.lines().map(str::trim_end);
    let keys: Result<Vec<Identity>, _> =
        lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::parse).collect();
    keys.ok().filter(|keys| !keys.is_empty()).ok_or(VaultError::NotAgeFile)
}
