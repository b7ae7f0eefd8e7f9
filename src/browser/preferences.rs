//! What a person asked to have remembered, in localStorage: their municipality, and what leaving in a hurry does. Never
//! a word of a draft.

use gloo_storage::{LocalStorage, Storage};

use crate::drafts::ShelfError;

/// A preference that can be remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// The three-digit code of the chosen municipality.
    Municipality,
    /// Whether leaving in a hurry erases everything that is kept here; any value means yes.
    EraseOnExit,
}

impl Preference {
    const fn key(self) -> &'static str {
        match self {
            Self::Municipality => "place",
            Self::EraseOnExit => "exit",
        }
    }

    /// What is remembered; `None` also where storage is switched off.
    pub fn read(self) -> Option<String> {
        is_available().then(|| LocalStorage::get(self.key()).ok()).flatten()
    }

    /// Remembers a value, after the person has asked for it.
    ///
    /// # Errors
    /// [`ShelfError::Disabled`] where storage is switched off, [`ShelfError::Full`] where there is no room.
    pub fn keep(self, value: &str) -> Result<(), ShelfError> {
        if !is_available() {
            return Err(ShelfError::Disabled);
        }
        LocalStorage::set(self.key(), value).map_err(|_| ShelfError::Full)
    }

    /// Forgets the value.
    pub fn forget(self) {
        if is_available() {
            LocalStorage::delete(self.key());
        }
    }
}

/// `gloo-storage` panics where storage is switched off, so this is asked before each use of it.
fn is_available() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}
