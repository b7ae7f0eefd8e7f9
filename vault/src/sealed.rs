//! Files that the holder of a key opens: what a county receives, and every save of a draft.

use std::io::{Read, Write};

use age::{DecryptError, Decryptor, EncryptError, Encryptor};
use zeroize::Zeroizing;

use crate::{Identity, Recipient, VaultError, randomness};

/// Seals `bytes` so that each of `recipients` can open them.
///
/// # Errors
/// [`VaultError::BadRecipient`] when there is nobody to seal to, [`VaultError::NoRandomness`].
pub fn seal(recipients: &[Recipient], bytes: &[u8]) -> Result<Vec<u8>, VaultError> {
    seal_to(recipients.iter().map(|recipient| recipient as &dyn age::Recipient), bytes)
}

/// Opens a file with whichever of `identities` it was made for.
///
/// # Errors
/// [`VaultError::NotForThisKey`], [`VaultError::Damaged`], [`VaultError::NotAgeFile`].
pub fn open(identities: &[Identity], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let identities = identities.iter().map(|identity| identity as &dyn age::Identity);
    read_all(decryptor(sealed)?, identities).map_err(|error| match error {
        DecryptError::NoMatchingKeys => VaultError::NotForThisKey,
        _ => VaultError::Damaged,
    })
}

/// Reads public keys, one a line.
///
/// # Errors
/// [`VaultError::BadRecipient`] for any line that is no X25519 key (post-quantum and plugin keys are refused), or for none.
pub fn recipients(lines: &str) -> Result<Vec<Recipient>, VaultError> {
    let keys: Result<Vec<Recipient>, _> = lines.lines().map(str::parse).collect();
    keys.ok().filter(|keys| !keys.is_empty()).ok_or(VaultError::BadRecipient)
}

pub(crate) fn seal_to<'a>(
    recipients: impl Iterator<Item = &'a dyn age::Recipient>,
    bytes: &[u8],
) -> Result<Vec<u8>, VaultError> {
    randomness::require()?;
    let encryptor = Encryptor::with_recipients(recipients).map_err(|error| match error {
        EncryptError::MissingRecipients => VaultError::BadRecipient,
        _ => VaultError::BadRequest,
    })?;
    // Header, nonce and one tag per chunk: room for all, so that the buffer does not move while it grows.
    let mut sealed = Vec::with_capacity(bytes.len() + bytes.len() / 1024 + 1024);
    write_all(encryptor, &mut sealed, bytes).map_err(|_| VaultError::BadRequest)?;
    Ok(sealed)
}

fn write_all(encryptor: Encryptor, sealed: &mut Vec<u8>, bytes: &[u8]) -> std::io::Result<()> {
    let mut writer = encryptor.wrap_output(sealed)?;
    writer.write_all(bytes)?;
    writer.finish().map(|_| ())
}

/// The header of an age file, read and found well formed.
pub(crate) fn decryptor(sealed: &[u8]) -> Result<Decryptor<&[u8]>, VaultError> {
    const BEGINNING: &[u8] = b"age-encryption.org/v1\n";
    if !sealed.starts_with(BEGINNING) {
        return Err(VaultError::NotAgeFile);
    }
    Decryptor::new_buffered(sealed).map_err(|_| VaultError::Damaged)
}

pub(crate) fn read_all<'a>(
    decryptor: Decryptor<&[u8]>,
    identities: impl Iterator<Item = &'a dyn age::Identity>,
) -> Result<Zeroizing<Vec<u8>>, DecryptError> {
    let mut bytes = Zeroizing::new(Vec::new());
    decryptor.decrypt(identities)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}
