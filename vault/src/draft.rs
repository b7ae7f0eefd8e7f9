//! The key of one kept draft: made when somebody chooses to keep it, unlocked once per visit, wiped on leaving.

use zeroize::Zeroizing;

use crate::identity::read_identities_within;
use crate::passphrase::{DRAFT_WORK_FACTOR, MAX_DRAFT_WORK_FACTOR, seal_with_passphrase};
use crate::sealed::{open, seal};
use crate::{ExposeSecret, Identity, Recipient, SecretString, VaultError, randomness};

/// The unlocked key of a draft. Dropping it wipes it from memory.
pub struct DraftKey(Identity);

impl DraftKey {
    /// Makes the key of a new draft, and what is stored of it: an age file under `code`, or the bare key without one.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`].
    pub fn new(code: Option<SecretString>) -> Result<(Self, Zeroizing<Vec<u8>>), VaultError> {
        randomness::require()?;
        let identity = Identity::generate();
        let text = identity.to_string();
        let stored = match code {
            Some(code) => seal_with_passphrase(code, DRAFT_WORK_FACTOR, text.expose_secret().as_bytes())?,
            None => text.expose_secret().as_bytes().to_vec(),
        };
        Ok((Self(identity), Zeroizing::new(stored)))
    }

    /// Takes the stored key of a draft back into use.
    ///
    /// # Errors
    /// [`VaultError::CodeNeeded`], [`VaultError::WrongCode`], [`VaultError::TooMuchWork`], [`VaultError::Damaged`],
    /// [`VaultError::NotAgeFile`].
    pub fn unlock(stored: &[u8], code: Option<SecretString>) -> Result<Self, VaultError> {
        let mut keys = read_identities_within(stored, code, MAX_DRAFT_WORK_FACTOR)?;
        keys.pop().filter(|_| keys.is_empty()).map(Self).ok_or(VaultError::Damaged)
    }

    /// The public key that every save is sealed to.
    pub fn recipient(&self) -> Recipient {
        self.0.to_public()
    }

    /// Seals one state of the draft.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`].
    pub fn save(&self, bytes: &[u8]) -> Result<Vec<u8>, VaultError> {
        seal(&[self.recipient()], bytes)
    }

    /// Opens one state of the draft.
    ///
    /// # Errors
    /// As [`open`].
    pub fn read(&self, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        open(std::slice::from_ref(&self.0), sealed)
    }
}
