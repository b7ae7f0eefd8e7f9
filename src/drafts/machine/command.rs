//! What a draft asks to have done.

use crate::drafts::{Message, Revision, SlotName};

/// Something to do. The commands of one answer are run in order, each after the one before has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Starts the only timer, or starts it afresh. Ends in `Timer`.
    StartTimer {
        /// Milliseconds from now.
        milliseconds: u32,
    },
    /// Stops the timer.
    StopTimer,
    /// Makes a key in the vault, stores it with `Shelf::begin`, takes the lock of the new draft.
    /// Ends in `Started` or `StartFailed`.
    MakeKey {
        /// Whether the key is sealed with a code.
        with_code: bool,
    },
    /// Asks for the draft's lock. Ends in `LockGranted` or `LockBusy`.
    AskLock,
    /// Takes the draft's lock from the other window. Ends in `LockGranted`.
    StealLock,
    /// Gives the lock back, if it is held.
    ReleaseLock,
    /// Reads and opens both slots. Ends in `Read`.
    ReadSlots,
    /// Shows the draft that was read, in place of what stands in the form.
    ShowDraft,
    /// Takes the answers as they are at this very moment and seals them. Ends in `Sealed` or `SaveFailed`.
    /// A window never gives two saves the same revision, so what is sealed may wait under its number.
    Seal(Revision),
    /// Writes what was sealed. Ends in `Saved` or `SaveFailed`.
    Write {
        /// The slot of the revision.
        slot: SlotName,
        /// The revision that was sealed.
        revision: Revision,
    },
    /// Reads this revision back and opens it. Ends in `Proven`.
    Prove(Revision),
    /// Has the vault forget every key.
    DropKeys,
    /// Drops the answers from memory.
    DropAnswers,
    /// Deletes the draft's key from the shelf. A failure does not stop the commands after it.
    DeleteKey,
    /// Deletes both slots. A failure does not stop the commands after it.
    DeleteSlots,
    /// Calls the clearing address if nothing else is kept on this device. Ends in `Gone`, in `PartlyGone` when the
    /// address did not answer, or in `GoneFailed` when one of the two deletions failed.
    ClearIfLast,
    /// Deletes everything, calls the clearing address and looks what is left. Ends in `Gone`, `PartlyGone` or
    /// `GoneFailed`.
    ClearAll,
    /// Tells the person.
    Tell(Message),
}
