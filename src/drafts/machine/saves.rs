//! The saves of an open draft: when to save, which revision is on its way, and what is safely stored.

use super::Command as Do;
use crate::drafts::{Message, Revision};

/// Saving waits this long after the last change (milliseconds).
const PAUSE: u64 = 300;

/// Saving never waits longer than this after the first unsaved change (milliseconds).
const LONGEST_WAIT: u64 = 2_000;

/// The longest wait between two attempts while something is in the way (milliseconds).
const LONGEST_RETRY: u32 = 60_000;

/// The saves of one open draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saves {
    next: Revision,
    saved: Option<Revision>,
    /// Since when there are changes that no save has taken along.
    unsaved_since: Option<u64>,
    on_its_way: Option<OnItsWay>,
    /// A save was asked for while another was on its way.
    hurry: bool,
    proof: Proof,
    failures: u32,
}

/// A save that has been begun and not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct OnItsWay {
    revision: Revision,
    since: u64,
}

/// A moved record must be seen to open in its new slot before its old slot may be overwritten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Proof {
    NotNeeded,
    Needed,
    Asked,
}

impl Saves {
    pub(super) const fn new(next: Revision, moved: bool) -> Self {
        let proof = if moved { Proof::Needed } else { Proof::NotNeeded };
        Self { next, saved: None, unsaved_since: None, on_its_way: None, hurry: false, proof, failures: 0 }
    }

    /// The last revision this window has stored.
    pub const fn saved(&self) -> Option<Revision> {
        self.saved
    }

    /// Whether there are changes that are not safely stored yet.
    pub const fn has_unsaved(&self) -> bool {
        self.unsaved_since.is_some() || self.on_its_way.is_some()
    }

    /// Whether this very save is on its way.
    pub(super) fn is_saving(&self, revision: Revision) -> bool {
        self.on_its_way.is_some_and(|save| save.revision == revision)
    }

    pub(super) fn typed(&mut self, at: u64) -> Vec<Do> {
        let since = *self.unsaved_since.get_or_insert(at);
        // While a save is on its way, its end starts the timer; while something is in the way, the timer runs already.
        if self.on_its_way.is_some() || self.failures > 0 {
            return vec![];
        }
        let left = (since + LONGEST_WAIT).saturating_sub(at);
        vec![start_timer(PAUSE.min(left) as u32)]
    }

    pub(super) fn timer(&mut self) -> Vec<Do> {
        if self.on_its_way.is_some() { vec![] } else { self.begin() }
    }

    /// Saves everything now, also when nothing has been written since.
    pub(super) fn save_all(&mut self) -> Vec<Do> {
        self.unsaved_since.get_or_insert(0);
        self.begin()
    }

    /// Begins a save if there is something to save.
    pub(super) fn begin(&mut self) -> Vec<Do> {
        if self.on_its_way.is_some() {
            self.hurry = true;
            return vec![];
        }
        let Some(since) = self.unsaved_since.take() else { return vec![] };
        self.hurry = false;
        self.on_its_way = Some(OnItsWay { revision: self.next, since });
        vec![Do::StopTimer, Do::Seal(self.next)]
    }

    pub(super) fn sealed(&self, revision: Revision) -> Vec<Do> {
        if self.is_saving(revision) { vec![Do::Write { slot: revision.slot(), revision }] } else { vec![] }
    }

    /// The storage has said *complete* for this revision. A moved record is acknowledged only once it opens.
    pub(super) fn complete(&mut self, revision: Revision) -> Vec<Do> {
        match self.proof {
            _ if !self.is_saving(revision) => vec![],
            Proof::NotNeeded => self.acknowledge(revision),
            Proof::Asked => vec![],
            Proof::Needed => {
                self.proof = Proof::Asked;
                vec![Do::Prove(revision)]
            }
        }
    }

    pub(super) fn proven(&mut self, opens: bool) -> Vec<Do> {
        match self.on_its_way {
            Some(save) if self.proof == Proof::Asked && opens => {
                self.proof = Proof::NotNeeded;
                self.acknowledge(save.revision)
            }
            Some(_) if self.proof == Proof::Asked => self.failed(),
            _ => vec![],
        }
    }

    fn acknowledge(&mut self, revision: Revision) -> Vec<Do> {
        (self.on_its_way, self.saved, self.failures) = (None, Some(revision), 0);
        self.next = revision.after_saved();
        let told = Do::Tell(Message::Saved(revision));
        [told].into_iter().chain(self.go_on()).collect()
    }

    /// The save on its way has failed: its changes are unsaved again, and it is tried again, each time later.
    pub(super) fn failed(&mut self) -> Vec<Do> {
        let Some(save) = self.on_its_way.take() else { return vec![] };
        if self.proof == Proof::Asked {
            self.proof = Proof::Needed;
        }
        self.next = save.revision.after_failed();
        self.unsaved_since = Some(save.since);
        self.hurry = false;
        let wait = (LONGEST_WAIT as u32 * (1 << self.failures)).min(LONGEST_RETRY);
        self.failures = (self.failures + 1).min(5);
        vec![start_timer(wait)]
    }

    /// Goes on with what was written while a save was on its way.
    fn go_on(&mut self) -> Vec<Do> {
        match self.unsaved_since {
            Some(_) if self.hurry => self.begin(),
            Some(_) => vec![start_timer(PAUSE as u32)],
            None => vec![],
        }
    }
}

const fn start_timer(milliseconds: u32) -> Do {
    Do::StartTimer { milliseconds }
}
