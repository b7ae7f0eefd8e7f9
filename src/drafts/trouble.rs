//! What can go wrong while keeping a draft, as the person meets it.

use super::ShelfError;

/// Why a draft cannot be kept or opened just now. The answers stay in memory all the while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Storage is switched off, or this is a private window without storage.
    Disabled,
    /// The device has no room.
    Full,
    /// Another window holds the storage.
    Blocked,
    /// What is stored does not open.
    Damaged,
    /// A newer version of the program wrote it; it is left alone.
    Newer,
    /// The program that seals could not be fetched or stopped working.
    NoVault,
}

/// Why one save failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveFailure {
    /// Something is in the way; it is tried again.
    Trouble(Trouble),
    /// A newer save is already there, from another window.
    Stale,
    /// The draft has been forgotten in another window.
    Forgotten,
}

impl Trouble {
    /// The last part of its text keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Disabled => "disabled",
            Self::Full => "full",
            Self::Blocked => "blocked",
            Self::Damaged => "damaged",
            Self::Newer => "newer",
            Self::NoVault => "no_vault",
        }
    }
}

impl From<ShelfError> for SaveFailure {
    fn from(error: ShelfError) -> Self {
        match error {
            ShelfError::Disabled => Self::Trouble(Trouble::Disabled),
            ShelfError::Full => Self::Trouble(Trouble::Full),
            ShelfError::Blocked => Self::Trouble(Trouble::Blocked),
            ShelfError::Damaged => Self::Trouble(Trouble::Damaged),
            ShelfError::Newer => Self::Trouble(Trouble::Newer),
            ShelfError::Stale => Self::Stale,
            ShelfError::Forgotten => Self::Forgotten,
        }
    }
}
