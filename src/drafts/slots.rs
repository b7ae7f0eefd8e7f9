//! The two slots of a draft: saves alternate between them, so that the save before always stays whole.

/// The number of a save, growing from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(u64);

/// What tells one save from every other: its number, and the writing it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The number of the save.
    pub revision: Revision,
    /// A number drawn each time a draft is opened for writing. Without it two windows that failed and tried again
    /// could pass each other by number alone, and the later would go over words it has never seen.
    pub writer: u32,
}

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
    /// The writing it belongs to; see [`Mark`].
    pub writer: u32,
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

    /// This revision, or the lowest above `used` that belongs to the same slot.
    pub fn beyond(self, used: Option<Self>) -> Self {
        let mut free = self;
        while used.is_some_and(|used| free <= used) {
            free = free.after_failed();
        }
        free
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

    /// What stands newest, whether it opens or not.
    pub fn newest_mark(&self) -> Option<Mark> {
        self.newest_first().first().map(|slot| slot.mark())
    }

    /// Whether this save may be written: it is newer than all there is, and what stands newest is either
    /// what its writer saw on opening the draft (`seen`) or an earlier save of the same writing.
    pub fn accept(&self, save: Mark, seen: Option<Mark>) -> bool {
        let Some(newest) = self.newest_mark() else { return seen.is_none() };
        save.revision > newest.revision && (newest.writer == save.writer || seen == Some(newest))
    }
}

impl Slot {
    /// What tells this save from every other.
    pub const fn mark(&self) -> Mark {
        Mark { revision: self.revision, writer: self.writer }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(number: u64) -> Option<Slot> {
        Revision::new(number).map(|revision| Slot { revision, writer: 1, saved_at: 0, expires_at: 0, sealed: vec![] })
    }

    fn mark(number: u64, writer: u32) -> Mark {
        Mark { revision: Revision(number), writer }
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
    fn a_used_revision_is_passed_over_within_its_slot() {
        let beyond = |number, used| Revision(number).beyond(Revision::new(used)).number();
        assert_eq!([beyond(3, 0), beyond(3, 2), beyond(3, 3), beyond(3, 4), beyond(4, 7)], [3, 3, 5, 5, 8]);
    }

    #[test]
    fn the_next_save_never_goes_over_the_slot_that_opened() {
        use SlotName::{A, B};
        for (held, opened, next) in
            [(slots(3, 2), A, 4), (slots(3, 2), B, 5), (slots(3, 4), B, 5), (slots(3, 4), A, 6), (slots(0, 0), B, 1)]
        {
            let revision = held.next_beside(opened);
            assert_eq!(revision.number(), next);
            assert!(revision.slot() != opened && held.accept(mark(next, 2), held.newest_mark()));
        }
    }

    #[test]
    fn only_a_save_that_has_seen_the_newest_is_accepted() {
        let held = slots(3, 4);
        let newest = Some(mark(4, 1));
        for (save, seen, accepted) in [
            (mark(5, 2), newest, true),
            (mark(6, 2), newest, true),
            (mark(5, 1), Some(mark(2, 9)), true),
            (mark(4, 2), newest, false),
            (mark(3, 1), newest, false),
            (mark(5, 2), Some(mark(3, 1)), false),
            (mark(6, 2), Some(mark(4, 3)), false),
            (mark(5, 2), None, false),
        ] {
            assert_eq!(held.accept(save, seen), accepted, "{save:?} having seen {seen:?}");
        }
    }

    #[test]
    fn an_empty_draft_takes_only_a_save_that_saw_it_empty() {
        assert!(Slots::default().accept(mark(1, 1), None));
        assert!(!Slots::default().accept(mark(5, 1), Some(mark(4, 1))), "it has been emptied since");
    }
}
