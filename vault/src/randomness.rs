//! Randomness, asked for before it is needed: age itself would panic without it.

use crate::VaultError;

/// Fails kindly where the browser has no `crypto.getRandomValues`, before anything is sealed.
///
/// # Errors
/// [`VaultError::NoRandomness`].
pub fn require() -> Result<(), VaultError> {
    fill(&mut [0; 1])
}

/// Fills `bytes` from the system's secure source.
///
/// # Errors
/// [`VaultError::NoRandomness`].
pub fn fill(bytes: &mut [u8]) -> Result<(), VaultError> {
    getrandom::getrandom(bytes).map_err(|_| VaultError::NoRandomness)
}
