//! Where a draft stands.

use super::Saves;
use crate::drafts::Trouble;

/// Where the draft of one window stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Answers live in memory only: how every form begins.
    #[default]
    MemoryOnly,
    /// The three ways of keeping are shown; answers still live in memory only.
    Choosing,
    /// Keeping was chosen: the key is being made and stored.
    Starting,
    /// A stored draft is to be opened.
    Locked {
        /// Who holds the lock.
        lock: Lock,
        /// Whether its key has been opened.
        unlocked: bool,
    },
    /// The draft is open here and saved as it is written.
    Open(Saves),
    /// Another window writes this draft: here it can be read and copied.
    ReadOnly {
        /// Whether this window is taking over.
        taking: bool,
    },
    /// Something is in the way. Answers are in memory; where there are `saves`, it is tried again by itself.
    Trouble {
        /// What is in the way.
        kind: Trouble,
        /// How far saving had come.
        saves: Option<Saves>,
    },
    /// Something is being deleted.
    Parting(Parting),
}

/// Who holds the lock of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    /// It has been asked for.
    Asked,
    /// This window.
    Held,
    /// Another window.
    Elsewhere,
}

/// Why something is being deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parting {
    /// The person forgets this draft; what is written here stays in memory.
    Forget,
    /// Its time has run out.
    Expired,
    /// The person erases everything, also what is written here.
    Erase,
}

impl State {
    /// Whether the words of a stored draft stand in this window.
    pub const fn shows_a_draft(&self) -> bool {
        matches!(self, Self::Open(_) | Self::ReadOnly { .. } | Self::Trouble { saves: Some(_), .. })
    }

    /// Whether a stored draft may be opened now.
    pub const fn may_open_another(&self) -> bool {
        matches!(self, Self::MemoryOnly | Self::Choosing | Self::Trouble { saves: None, .. })
    }

    /// The saves of a draft that is open here.
    pub(super) const fn saves(&mut self) -> Option<&mut Saves> {
        match self {
            Self::Open(saves) | Self::Trouble { saves: Some(saves), .. } => Some(saves),
            _ => None,
        }
    }
}
