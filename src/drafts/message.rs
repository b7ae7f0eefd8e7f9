//! What the state machine asks to have told. The words are in `content/<language>/texts/drafts.toml`.

use super::{Revision, Trouble};

/// Something to tell the person, once, where they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    /// This revision is safely stored.
    Saved(Revision),
    /// The code does not open the draft.
    WrongCode,
    /// The newest save did not open; this is the one before it.
    OlderSave,
    /// Another window has this draft open: here it can be read only.
    OtherTab,
    /// Another window has taken the draft over.
    TakenOver,
    /// Opening the stored draft would replace what has been written here.
    WouldReplace,
    /// The device's clock and the draft do not fit together; nothing has been deleted.
    ClockDoubtful,
    /// The draft is no longer kept on this device.
    Forgotten,
    /// The draft was forgotten in another window; what is written here stays in memory.
    ForgottenElsewhere,
    /// The draft could not be deleted.
    NotForgotten,
    /// Its time had run out and it has been deleted, as promised.
    Expired,
    /// Nobody touched the page for a while, so a draft behind a code was locked; every word of it is stored.
    TimedOut,
    /// Everything kept on this device is gone, and that has been checked.
    Erased,
    /// Something may still be left on this device.
    ErasedPartly,
    /// Something is in the way; the answers are in memory only.
    Trouble(Trouble),
}

impl Message {
    /// The key of its text.
    pub fn key(self) -> String {
        let name = match self {
            Self::Trouble(trouble) => return trouble.what_key(),
            Self::Saved(_) => "saved",
            Self::WrongCode => "wrong_code",
            Self::OlderSave => "older_save",
            Self::OtherTab => "other_tab",
            Self::TakenOver => "taken_over",
            Self::WouldReplace => "would_replace",
            Self::ClockDoubtful => "clock_doubtful",
            Self::Forgotten => "forgotten",
            Self::ForgottenElsewhere => "forgotten_elsewhere",
            Self::NotForgotten => "not_forgotten",
            Self::Expired => "expired",
            Self::TimedOut => "timed_out",
            Self::Erased => "erased",
            Self::ErasedPartly => "erased_partly",
        };
        format!("drafts.message.{name}")
    }
}
