//! What can happen to a draft.

use crate::drafts::{Age, Pick, Revision, SaveFailure, Trouble};

/// Something that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// An answer changed, at this moment of a clock that never jumps (milliseconds).
    Typed {
        /// Milliseconds since any fixed moment.
        at: u64,
    },
    /// The last answer was taken out, at this moment: there is nothing here any more that leaving would lose.
    Emptied {
        /// Milliseconds since any fixed moment.
        at: u64,
    },
    /// The timer has run out.
    Timer,
    /// The page has been hidden: save at once.
    Hidden,
    /// The page is being left: save as far as still possible.
    PageHide,
    /// The person wants to see the ways of keeping.
    ShowChoices,
    /// The person has chosen.
    Choose(Choice),
    /// Key made and stored, lock held.
    Started,
    /// The key could not be made or stored.
    StartFailed(Trouble),
    /// The person wants to go on with a stored draft.
    Resume {
        /// What the clocks say about it.
        age: Age,
        /// Whether it may replace what has been written here.
        anyway: bool,
    },
    /// This window holds the lock.
    LockGranted,
    /// Another window holds the lock.
    LockBusy,
    /// Another window has taken the lock over.
    LockLost,
    /// The key of the draft is open.
    Unlocked,
    /// The code did not open the key.
    WrongCode,
    /// The person does not open the draft after all, such as without its code.
    StopOpening,
    /// The slots have been read.
    Read(Reading),
    /// The person takes the draft over from the other window.
    TakeOver {
        /// Whether the stored draft may replace what has been written here.
        anyway: bool,
    },
    /// This revision is sealed.
    Sealed(Revision),
    /// The storage has said *complete* for this revision.
    Saved(Revision),
    /// This revision could not be sealed or stored.
    SaveFailed(Revision, SaveFailure),
    /// The revision to prove was read back: whether it opens.
    Proven(bool),
    /// The person forgets this draft.
    Forget,
    /// The person erases everything.
    Erase,
    /// What was to be deleted is gone.
    Gone,
    /// Deleted, but the site's clearing address did not answer, or something was found afterwards.
    PartlyGone,
    /// Deleting failed.
    GoneFailed(Trouble),
    /// Nobody has touched the page for a while, and the draft is behind a code.
    Idle,
    /// Quick exit, or the page came back out of the back-forward cache.
    Leave,
}

/// The three ways of keeping, none of them chosen beforehand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Do not keep: this is a shared device.
    DoNotKeep,
    /// Keep on this device, with a code.
    WithCode,
    /// Keep on this device.
    WithoutCode,
}

/// What reading the slots gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A record opened.
    Opened {
        /// The revision to save next.
        next: Revision,
        /// Whether a newer save is there that did not open.
        older: bool,
        /// Whether the record was moved forward from an older version.
        moved: bool,
    },
    /// Nothing had been saved yet.
    Nothing,
    /// A newer program wrote it.
    Newer,
    /// None of what is there opens.
    NoneOpens,
    /// The slots could not be read.
    Failed(Trouble),
}

impl From<&Pick> for Reading {
    fn from(pick: &Pick) -> Self {
        match pick {
            Pick::Nothing => Self::Nothing,
            Pick::Newer { .. } => Self::Newer,
            Pick::NoneOpens => Self::NoneOpens,
            Pick::Opened(picked) => Self::Opened { next: picked.next, older: picked.older, moved: picked.moved },
        }
    }
}
