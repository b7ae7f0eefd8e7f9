//! Why nothing could be sealed, in words.

use crate::{browser::vault::VaultError, delivery, forms::keys};

/// Why a message could not be sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSealed {
    /// Something on the form is not ready.
    NotReady,
    /// The answers are larger than fits.
    TooLarge,
    /// The county cannot be sent to today: not connected, or a key has expired.
    KeyExpired,
    /// The county of the municipality that was answered could not be fetched.
    NoCounty,
    /// The vault could not be had.
    VaultMissing,
    /// This browser gives no secure randomness.
    NoRandomness,
}

impl NotSealed {
    /// The key of its text.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotReady => keys::NOT_READY,
            Self::TooLarge => delivery::keys::TOO_LARGE,
            Self::KeyExpired => delivery::keys::KEY_EXPIRED,
            Self::NoCounty => "app.page.unavailable",
            Self::VaultMissing => delivery::keys::VAULT_MISSING,
            Self::NoRandomness => delivery::keys::NO_RANDOMNESS,
        }
    }
}

impl From<VaultError> for NotSealed {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::NoRandomness => Self::NoRandomness,
            VaultError::BadRecipient => Self::KeyExpired,
            _ => Self::VaultMissing,
        }
    }
}
