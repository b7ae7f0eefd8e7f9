//! The shelf a draft is kept on: what it can do, in words of bytes and numbers. It never sees what is inside.

use std::future::Future;
use std::pin::Pin;

use super::{Mark, Revision, Slot, Slots};

/// What a shelf gives, later.
pub type Shelved<'a, T> = Pin<Box<dyn Future<Output = Result<T, ShelfError>> + 'a>>;

/// Keeps sealed drafts on this device. `browser` brings the real one.
pub trait Shelf: Send + Sync {
    /// What is kept, without opening anything. Never creates anything either: looking leaves no trace.
    fn list(&self) -> Shelved<'_, Vec<Kept>>;

    /// Begins a new draft by storing its key. Its number is drawn, so that one that was forgotten is not used again:
    /// a window that still writes to or deletes a forgotten draft can never touch another one.
    fn begin(&self, key: KeyRecord) -> Shelved<'_, DraftId>;

    /// The key of a draft; `None` where there is no such draft.
    fn key(&self, draft: DraftId) -> Shelved<'_, Option<KeyRecord>>;

    /// Both slots of a draft, read in one transaction.
    fn slots(&self, draft: DraftId) -> Shelved<'_, Slots>;

    /// Writes one save into the slot of its revision; ready only when the storage has said *complete*.
    /// In the same transaction it looks whether the draft's key is still there ([`ShelfError::Forgotten`])
    /// and whether [`Slots::accept`] agrees ([`ShelfError::Stale`]). `seen` is [`Slots::newest_mark`] of the slots
    /// that were read when this writing began.
    fn write(&self, draft: DraftId, slot: Slot, seen: Option<Mark>) -> Shelved<'_, Revision>;

    /// Deletes the key, after which the slots can never be opened again.
    fn delete_key(&self, draft: DraftId) -> Shelved<'_, ()>;

    /// The unsent message kept beside a draft, sealed with the draft's key.
    fn message(&self, draft: DraftId) -> Shelved<'_, Option<Vec<u8>>>;

    /// Keeps an unsent message beside a draft, or lets go of it. Like a save it needs the draft's key to be there.
    fn keep_message(&self, draft: DraftId, sealed: Option<Vec<u8>>) -> Shelved<'_, ()>;

    /// Deletes both slots, and the unsent message.
    fn delete_slots(&self, draft: DraftId) -> Shelved<'_, ()>;
}

/// The number of a draft on this device. It says nothing about which form it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(pub u32);

/// The key of a draft as it is stored beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRecord {
    /// Whether `identity` is itself an age file that opens with a code.
    pub with_code: bool,
    /// The age identity, bare or sealed with the code.
    pub identity: Vec<u8>,
    /// The age recipient that every save is sealed to.
    pub recipient: String,
}

/// What can be told about a draft without opening it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its number.
    pub draft: DraftId,
    /// Whether it opens with a code only.
    pub with_code: bool,
    /// When it was last saved and when it expires, in UNIX seconds; `None` before the first save.
    pub times: Option<(i64, i64)>,
}

/// Why the shelf could not do as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShelfError {
    /// Storage is switched off, or this is a private window without storage.
    Disabled,
    /// There is no room.
    Full,
    /// Another window holds the storage.
    Blocked,
    /// The storage answered with something that cannot be read.
    Damaged,
    /// A newer version of the program has changed the storage.
    Newer,
    /// A newer save is already there: nothing was written.
    Stale,
    /// The draft is no longer there: nothing was written.
    Forgotten,
}
