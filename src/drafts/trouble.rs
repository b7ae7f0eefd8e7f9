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
    /// Every trouble.
    pub const ALL: [Self; 6] = [Self::Disabled, Self::Full, Self::Blocked, Self::Damaged, Self::Newer, Self::NoVault];

    /// The key of the text that says what happened.
    pub fn what_key(self) -> String {
        format!("drafts.trouble.{}.what", self.name())
    }

    /// The key of the text that says what to do now.
    pub fn now_key(self) -> String {
        format!("drafts.trouble.{}.now", self.name())
    }

    /// The key of the text that says whether saving goes on by itself or has to be chosen anew. Nothing where neither helps.
    pub const fn next_key(self, tries_again: bool) -> Option<&'static str> {
        match (tries_again, self) {
            (true, _) => Some("drafts.trouble.tries_again"),
            (false, Self::Full | Self::Blocked | Self::NoVault) => Some("drafts.trouble.choose_again"),
            (false, Self::Disabled | Self::Damaged | Self::Newer) => None,
        }
    }

    /// The part of its text keys that names it.
    const fn name(self) -> &'static str {
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

impl From<ShelfError> for Trouble {
    fn from(error: ShelfError) -> Self {
        match error {
            ShelfError::Disabled => Self::Disabled,
            ShelfError::Full => Self::Full,
            ShelfError::Damaged => Self::Damaged,
            ShelfError::Newer => Self::Newer,
            // Outside of saving, a draft that another window changes or deletes is one that is in use there.
            ShelfError::Blocked | ShelfError::Stale | ShelfError::Forgotten => Self::Blocked,
        }
    }
}

impl From<ShelfError> for SaveFailure {
    fn from(error: ShelfError) -> Self {
        match error {
            ShelfError::Stale => Self::Stale,
            ShelfError::Forgotten => Self::Forgotten,
            other => Self::Trouble(other.into()),
        }
    }
}
