//! Where messages are kept. `Store` is the only door to a database: everything above it speaks in the small types here.
//! What differs between databases stands in `sqlite.rs` and `postgres.rs`, the statements they share in `messages.rs` and
//! `staff.rs`, and backups in `copy.rs`.

mod copy;
mod messages;
mod open;
mod postgres;
mod sqlite;
mod staff;

pub use open::Store;
use open::{Engine, Pools};

use crate::digest::Digest;
use crate::idempotency::KeyHash;
use crate::minute::Minute;

/// A message that has arrived whole and is to be kept.
pub struct Arrival<'a> {
    /// The county's name.
    pub county: &'a str,
    /// The sender's key for this message.
    pub key: KeyHash,
    /// The SHA-256 of `sealed`.
    pub digest: Digest,
    /// When it arrived.
    pub minute: Minute,
    /// The age file.
    pub sealed: &'a [u8],
}

/// What became of an arrival. All three are facts on disk by the time they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Committed now.
    New,
    /// The same message had come before, in this minute.
    Before(Minute),
    /// The key had brought another message before.
    OtherMessage,
}

/// A message as staff see it before they pull it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number in this inbox, in order of arrival.
    pub id: i64,
    /// SHA-256 of the sealed file.
    pub digest: Digest,
    /// When it arrived.
    pub arrived: Minute,
    /// Size of the sealed file in bytes.
    pub size: i64,
    /// When its bytes were first given to staff.
    pub pulled: Option<Minute>,
    /// When staff marked it handled.
    pub handled: Option<Minute>,
}

/// Who holds a staff token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The county the token opens.
    pub county: String,
    /// The name given when the token was made: a team or a workstation.
    pub name: String,
}

/// What staff did to a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Fetched its bytes.
    Pulled,
    /// Marked it handled.
    Handled,
    /// Deleted it.
    Deleted,
}

impl Action {
    /// The word in the trail.
    pub fn word(self) -> &'static str {
        match self {
            Action::Pulled => "pulled",
            Action::Handled => "handled",
            Action::Deleted => "deleted",
        }
    }
}

/// One line of the trail: who did what to which message, and nothing of what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// When.
    pub at: Minute,
    /// Name of the token.
    pub who: String,
    /// The word of an `Action`.
    pub action: String,
    /// The message's reference.
    pub reference: String,
}

/// What one round of tidying did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tidied {
    /// Messages whose bytes were deleted.
    pub messages: u64,
    /// Receipts that were old enough to forget.
    pub receipts: u64,
}

/// Why the store cannot do what it was asked, in words for whoever runs the inbox.
#[derive(Clone, Debug)]
pub struct StoreError(pub String);

impl std::fmt::Display for StoreError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for StoreError {}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        StoreError(format!("the database answered: {error}"))
    }
}
