//! Files that a passphrase opens: the draft a person carries away, and the key of a draft or of a team.

use age::{DecryptError, scrypt};
use zeroize::Zeroizing;

use crate::sealed::{decryptor, read_all, seal_to};
use crate::{SecretString, VaultError};

/// The work (log2 of scrypt's N) for the code of a draft: 32 MiB, and one to two seconds on a slow phone.
pub const DRAFT_WORK_FACTOR: u8 = 15;

/// The most work that a draft may ask of a phone (64 MiB); one step above what we make, so that a later version can rise.
pub const MAX_DRAFT_WORK_FACTOR: u8 = 16;

/// The work for a team's identity file, which is what the stock tool chooses (256 MiB).
pub const IDENTITY_WORK_FACTOR: u8 = 18;

/// The most work an identity file may ask. Above the stock tool's own choice nobody has a reason to go.
pub const MAX_IDENTITY_WORK_FACTOR: u8 = 18;

/// Seals `bytes` under a passphrase with scrypt of N = 2^`work_factor`.
///
/// # Errors
/// [`VaultError::BadRequest`] for a work factor of 0 or above [`MAX_IDENTITY_WORK_FACTOR`], [`VaultError::NoRandomness`].
pub fn seal_with_passphrase(passphrase: SecretString, work_factor: u8, bytes: &[u8]) -> Result<Vec<u8>, VaultError> {
    if !(1..=MAX_IDENTITY_WORK_FACTOR).contains(&work_factor) {
        return Err(VaultError::BadRequest);
    }
    let mut recipient = scrypt::Recipient::new(passphrase);
    recipient.set_work_factor(work_factor);
    seal_to(std::iter::once(&recipient as &dyn age::Recipient), bytes)
}

/// Opens a file with a passphrase, if it asks for no more work than 2^`max_work_factor`.
///
/// # Errors
/// [`VaultError::WrongCode`], [`VaultError::TooMuchWork`], [`VaultError::NotForThisKey`] when no passphrase opens it,
/// [`VaultError::Damaged`], [`VaultError::NotAgeFile`].
pub fn open_with_passphrase(
    passphrase: SecretString,
    max_work_factor: u8,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let decryptor = decryptor(sealed)?;
    if !decryptor.is_scrypt() {
        return Err(VaultError::NotForThisKey);
    }
    let mut identity = scrypt::Identity::new(passphrase);
    identity.set_max_work_factor(max_work_factor);
    read_all(decryptor, std::iter::once(&identity as &dyn age::Identity)).map_err(passphrase_error)
}

/// Whether a passphrase opens this file.
pub fn is_under_passphrase(sealed: &[u8]) -> bool {
    decryptor(sealed).is_ok_and(|decryptor| decryptor.is_scrypt())
}

fn passphrase_error(error: DecryptError) -> VaultError {
    match error {
        DecryptError::ExcessiveWork { .. } => VaultError::TooMuchWork,
        // A changed scrypt stanza looks the same as a wrong passphrase: the authentication of the file key is all there is.
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed | DecryptError::NoMatchingKeys => {
            VaultError::WrongCode
        }
        _ => VaultError::Damaged,
    }
}
