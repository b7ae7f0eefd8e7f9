//! The two slots of a draft: saves alternate between them, so that the save before always stays whole.

/// The number of a save, growing from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(u64);

/// The name of a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SlotName {
    /// Holds the odd revisions.
    A,
    /// Holds the even revisions.
    B,
}

/// What stands in a slot. Only the sealed bytes are secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Which save this is.
    pub revision: Revision,
    /// When it was saved, in UNIX seconds.
    pub saved_at: i64,
    /// When it expires, in UNIX seconds; in the clear, so that a locked draft can expire.
    pub expires_at: i64,
    /// The record as an age file.
    pub sealed: Vec<u8>,
}

/// Both slots of one draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slots {
    /// The slot of odd revisions.
    pub a: Option<Slot>,
    /// The slot of even revisions.
    pub b: Option<Slot>,
}

impl Revision {
    /// The first save of a draft.
    pub const FIRST: Self = Self(1);

    /// The revision with this number; zero never existed.
    pub fn new(number: u64) -> Option<Self> {
        (number > 0).then_some(Self(number))
    }

    /// Its number.
    pub const fn number(self) -> u64 {
        self.0
    }

    /// The slot it belongs to.
    pub const fn slot(self) -> SlotName {
        if self.0 % 2 == 1 { SlotName::A } else { SlotName::B }
    }

    /// The revision after this one has been saved: it goes into the other slot.
    pub const fn after_saved(self) -> Self {
        Self(self.0 + 1)
    }

    /// The revision after this one has failed: it goes into the same slot, because the other one holds the last
    /// whole save. The number still grows, in case the failed save did reach the disk.
    pub const fn after_failed(self) -> Self {
        Self(self.0 + 2)
    }
}

impl SlotName {
    /// Both names.
    pub const BOTH: [Self; 2] = [Self::A, Self::B];

    /// The letter it is stored under.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
        }
    }
}

impl Slots {
    /// The content of one slot.
    pub const fn get(&self, name: SlotName) -> Option<&Slot> {
        match name {
            SlotName::A => self.a.as_ref(),
            SlotName::B => self.b.as_ref(),
        }
    }

    /// Replaces one slot.
    pub fn set(&mut self, name: SlotName, slot: Option<Slot>) {
        match name {
            SlotName::A => self.a = slot,
            SlotName::B => self.b = slot,
        }
    }

    /// The highest revision that stands in a slot, whether it opens or not.
    pub fn highest(&self) -> Option<Revision> {
        self.newest_first().first().map(|slot| slot.revision)
    }

    /// The slots that hold something, highest revision first.
    pub fn newest_first(&self) -> Vec<&Slot> {
        let mut slots: Vec<_> = [&self.a, &self.b].into_iter().flatten().collect();
        slots.sort_by_key(|slot| std::cmp::Reverse(slot.revision));
        slots
    }

    /// The revision to save next when the slot `opened` must stay: above everything there, and in the other slot.
    pub fn next_beside(&self, opened: SlotName) -> Revision {
        let above = self.highest().map_or(Revision::FIRST, Revision::after_saved);
        if above.slot() == opened { above.after_saved() } else { above }
    }

    /// Whether a save with this revision would be newer than all there is.
    pub fn accept(&self, revision: Revision) -> bool {
        self.highest().is_none_or(|highest| revision > highest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(number: u64) -> Option<Slot> {
        Revision::new(number).map(|revision| Slot { revision, saved_at: 0, expires_at: 0, sealed: vec![] })
    }

    fn slots(a: u64, b: u64) -> Slots {
        Slots { a: slot(a), b: slot(b) }
    }

    #[test]
    fn saves_alternate_and_failures_stay_in_their_slot() {
        assert_eq!(Revision::FIRST.slot(), SlotName::A);
        assert_eq!(Revision::FIRST.after_saved().slot(), SlotName::B);
        assert_eq!(Revision::FIRST.after_failed().slot(), SlotName::A);
    }

    #[test]
    fn the_next_save_never_goes_over_the_slot_that_opened() {
        use SlotName::{A, B};
        for (held, opened, next) in
            [(slots(3, 2), A, 4), (slots(3, 2), B, 5), (slots(3, 4), B, 5), (slots(3, 4), A, 6), (slots(0, 0), B, 1)]
        {
            let revision = held.next_beside(opened);
            assert_eq!(revision.number(), next);
            assert!(revision.slot() != opened && held.accept(revision));
        }
    }

    #[test]
    fn a_stale_revision_is_not_accepted() {
        let held = slots(3, 4);
        let accepted = |number| held.accept(Revision::new(number).expect("not zero"));
        assert_eq!([3, 4, 5].map(accepted), [false, false, true]);
        assert!(Slots::default().accept(Revision::FIRST));
    }
}
