//! A saved, unfinished form: what is stored, when it expires, how old versions move forward, and what happens when.
//! Pure: it neither draws, encrypts nor stores. `browser` brings the real shelf, lock and clock; the vault seals and opens.

mod expiry;
mod form_answers;
mod machine;
mod message;
mod migrate;
mod pick;
mod record;
mod restore;
mod shelf;
mod slots;
#[cfg(test)]
mod texts_test;
mod trouble;

pub use expiry::{Age, KeepDays};
pub use form_answers::{form_answers, kept_answers, known_questions};
pub use machine::{Choice, Command, Event, Lock, Machine, Parting, Reading, Saves, State};
pub use message::Message;
pub use migrate::{Unreadable, read_record};
pub use pick::{Pick, Picked, pick};
pub use record::{DraftRecord, KeptAnswer};
pub use restore::{Asks, KnownQuestion, LeftOver, Restored, Why, restore};
pub use shelf::{DraftId, Kept, KeyRecord, Shelf, ShelfError, Shelved};
pub use slots::{Mark, Revision, Slot, SlotName, Slots};
pub use trouble::{SaveFailure, Trouble};
