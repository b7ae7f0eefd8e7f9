//! The state machine against a simple model: two windows, one shelf, one lock, and everything that can go wrong.
//!
//! A text is a number that grows with every change; the model checks after each step that
//! what was acknowledged can still be read, that no save goes over one it has not seen, that nothing is deleted
//! without being asked, and that "saved" is never said before the storage has said *complete*.

use std::collections::{BTreeMap, VecDeque};

use super::*;
use crate::drafts::{Mark, Slot, SlotName, Slots};

const SEQUENCES: u64 = 100_000;
const STEPS: usize = 60;

/// One window (tab) of the browser.
#[derive(Default)]
struct Window {
    machine: Machine,
    /// What stands in the form.
    text: u64,
    /// What the form was when it was last read from or written to the shelf.
    seen: u64,
    /// Lists of commands with the draft they are about, each waiting at something that takes time.
    waiting: Vec<(u64, VecDeque<Command>)>,
    /// What was sealed, by revision.
    sealed: BTreeMap<Revision, Sealed>,
    /// The writing this window is in.
    writer: u32,
    /// What stood newest on the shelf when this writing began.
    mark: Option<Mark>,
    /// The draft this window is about: the number of its key.
    key: u64,
    read: u64,
    timer: bool,
    complete: Option<Revision>,
    may_delete: bool,
    lock_taken_away: bool,
}

/// A text on its way to the shelf.
#[derive(Clone, Copy)]
struct Sealed {
    text: u64,
    /// The text it grew out of.
    grown_from: u64,
    writer: u32,
    mark: Option<Mark>,
}

#[derive(Clone, Copy)]
struct Held {
    revision: Revision,
    writer: u32,
    text: u64,
    opens: bool,
    old: bool,
}

#[derive(Default)]
struct World {
    random: u64,
    windows: [Window; 2],
    slots: [Option<Held>; 2],
    /// The number of the stored key; `None` where nothing is kept. A number is never used again.
    key: Option<u64>,
    keys_made: u64,
    writings: u32,
    holder: Option<usize>,
    changes: u64,
    acknowledged: u64,
    told: Vec<Message>,
    damaged: bool,
    proven: bool,
    clock: u64,
    faults: bool,
}

impl World {
    fn new(seed: u64) -> Self {
        let mut world = Self { random: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1, faults: true, ..Self::default() };
        if world.chance(3) {
            world.keep_an_old_draft();
        }
        world
    }

    /// A draft that an older version of the program has left.
    fn keep_an_old_draft(&mut self) {
        (self.changes, self.acknowledged, self.keys_made, self.key) = (1, 1, 1, Some(1));
        let old = self.chance(2);
        self.slots[0] = Some(Held { revision: Revision::FIRST, writer: 0, text: 1, opens: true, old });
    }

    /// A number below `below`, from a xorshift generator: the same sequences in every run.
    fn below(&mut self, below: u64) -> u64 {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        (self.random >> 11) % below
    }

    /// True once in `times`.
    fn chance(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    fn fault(&mut self, times: u64) -> bool {
        self.chance(times) && self.faults
    }

    fn step(&mut self) {
        let window = self.below(2) as usize;
        match self.below(20) {
            0 if self.chance(10) => self.empties(window),
            0..=4 => self.types(window),
            5..=11 => self.goes_on(window),
            12 | 13 => self.timer_runs_out(window),
            14 => self.kills_or_damages(window),
            _ => self.person_acts(window),
        }
        self.deliver_lost_locks();
        self.check();
    }

    fn types(&mut self, window: usize) {
        if self.windows[window].machine.may_write() {
            self.changes += 1;
            self.windows[window].text = self.changes;
            self.clock += self.random % 900;
            self.send(window, Event::Typed { at: self.clock });
        }
    }

    /// Takes everything out: nothing is there to be asked about, and what is kept is told of it.
    fn empties(&mut self, window: usize) {
        if self.windows[window].machine.may_write() {
            self.types(window);
            self.send(window, Event::Emptied { at: self.clock });
            let machine = &self.windows[window].machine;
            let in_memory = matches!(machine.state(), State::MemoryOnly | State::Choosing | State::Starting);
            assert!(!in_memory || !machine.asks_before_leaving(), "nothing is left to be lost");
        }
    }

    fn timer_runs_out(&mut self, window: usize) {
        if std::mem::take(&mut self.windows[window].timer) {
            self.send(window, Event::Timer);
        }
    }

    fn person_acts(&mut self, window: usize) {
        let event = if self.chance(2) { self.sensible(window) } else { self.any_event() };
        let Some(event) = event else { return };
        let starting = *self.windows[window].machine.state() == State::Starting;
        let called_off = starting && event == Event::Leave;
        self.windows[window].may_delete |= called_off || matches!(event, Event::Forget | Event::Erase);
        self.points_at_the_draft(window, event);
        let written = self.windows[window].text;
        self.send(window, event);
        // Another window may have forgotten the draft, or the disk lost it, before this one was locked.
        let kept = self.key == Some(self.windows[window].key) && !self.damaged;
        let locked = event == Event::Idle && self.windows[window].text == 0;
        assert!(!locked || !kept || self.readable() >= written, "a lock drops only what is stored");
    }

    /// What a person who wants to keep a draft does next.
    fn sensible(&mut self, window: usize) -> Option<Event> {
        let (rarely, either) = (self.chance(4), self.chance(2));
        match self.windows[window].machine.state() {
            State::MemoryOnly | State::Trouble { saves: None, .. } if self.key.is_some() => {
                Some(Event::Resume { age: Age::Fresh, anyway: either })
            }
            State::MemoryOnly | State::Trouble { saves: None, .. } => Some(Event::ShowChoices),
            State::Choosing => Some(Event::Choose(Choice::WithCode)),
            State::Locked { unlocked: false, .. } => Some(Event::Unlocked),
            State::ReadOnly { taking: false } if rarely => Some(Event::TakeOver { anyway: either }),
            State::Open(_) if rarely => Some(Event::Hidden),
            _ => None,
        }
    }

    fn any_event(&mut self) -> Option<Event> {
        let event = match self.below(25) {
            0..=3 => Event::ShowChoices,
            4..=6 => Event::Choose(Choice::WithoutCode),
            7 => Event::Choose(Choice::DoNotKeep),
            8..=11 if self.key.is_some() => Event::Resume { age: Age::Fresh, anyway: self.chance(2) },
            12..=14 => Event::Unlocked,
            15 if self.chance(3) => Event::StopOpening,
            15 => Event::WrongCode,
            16 | 17 => Event::Hidden,
            18 => Event::PageHide,
            19 | 20 => Event::TakeOver { anyway: self.chance(2) },
            21 if self.chance(5) => Event::Forget,
            22 if self.chance(5) => Event::Erase,
            23 if self.chance(5) => Event::Leave,
            24 => Event::Idle,
            _ => return None,
        };
        Some(event)
    }

    /// A window without a draft takes the one on the list, to open or to forget it.
    fn points_at_the_draft(&mut self, window: usize, event: Event) {
        let state = self.windows[window].machine.state();
        let without = !matches!(state, State::Open(_) | State::ReadOnly { .. } | State::Parting(_));
        if without && matches!(event, Event::Resume { .. } | Event::Forget) {
            self.windows[window].key = self.key.unwrap_or_default();
        }
    }

    /// The browser is killed, or a slot on the disk is damaged.
    fn kills_or_damages(&mut self, window: usize) {
        if self.fault(2) {
            self.windows[window] = Window::default();
            self.holder = self.holder.filter(|holder| *holder != window);
        } else if self.fault(4) {
            let slot = self.below(2) as usize;
            if let Some(held) = &mut self.slots[slot] {
                held.opens = false;
                self.damaged = true;
            }
            self.acknowledged = self.acknowledged.min(self.readable());
        }
    }

    fn deliver_lost_locks(&mut self) {
        for window in 0..2 {
            if self.windows[window].lock_taken_away && (!self.faults || self.chance(3)) {
                self.windows[window].lock_taken_away = false;
                self.send(window, Event::LockLost);
            }
        }
    }

    fn send(&mut self, window: usize, event: Event) {
        let commands = self.windows[window].machine.on(event);
        self.run(window, self.windows[window].key, commands.into());
    }

    /// Runs commands up to the first that takes time.
    fn run(&mut self, window: usize, draft: u64, mut commands: VecDeque<Command>) {
        while let Some(command) = commands.front().copied() {
            if !self.at_once(window, command) {
                self.windows[window].waiting.push((draft, commands));
                return;
            }
            commands.pop_front();
        }
    }

    /// Runs a command that takes no time; false for the others.
    fn at_once(&mut self, window: usize, command: Command) -> bool {
        if let Do::Tell(message) = command {
            self.told.push(message);
        }
        let here = &mut self.windows[window];
        match command {
            Do::StartTimer { .. } => here.timer = true,
            Do::StopTimer => here.timer = false,
            Do::ReleaseLock => self.holder = self.holder.filter(|holder| *holder != window),
            Do::ShowDraft => (here.text, here.seen) = (here.read, here.read),
            Do::DropAnswers => here.text = 0,
            Do::DropKeys => {}
            Do::Tell(Message::Saved(revision)) => {
                assert_eq!(here.complete, Some(revision), "saved is said only after complete");
                // The other window may have been asked to forget it in the same moment.
                if self.key == Some(here.key) {
                    self.acknowledged = self.acknowledged.max(here.sealed[&revision].text);
                }
            }
            Do::Tell(_) => {}
            Do::Seal(revision) => {
                let (text, grown_from, writer, mark) = (here.text, here.seen, here.writer, here.mark);
                let again = here.sealed.insert(revision, Sealed { text, grown_from, writer, mark });
                assert!(again.is_none(), "a window never gives two saves the same revision");
                return false;
            }
            _ => return false,
        }
        true
    }

    /// One of the things that take time comes to its end.
    fn goes_on(&mut self, window: usize) {
        let waiting = self.windows[window].waiting.len() as u64;
        if waiting == 0 {
            return;
        }
        let place = self.below(waiting) as usize;
        let (draft, mut commands) = self.windows[window].waiting.swap_remove(place);
        let command = commands.pop_front().expect("no list waits without a command");
        if let Some(event) = self.end_of(window, draft, command) {
            self.send(window, event);
        }
        self.run(window, draft, commands);
    }

    fn end_of(&mut self, window: usize, draft: u64, command: Command) -> Option<Event> {
        let no_vault = SaveFailure::Trouble(Trouble::NoVault);
        match command {
            Do::Seal(revision) if self.fault(12) => Some(Event::SaveFailed(revision, no_vault)),
            Do::Seal(revision) => Some(Event::Sealed(revision)),
            Do::Write { slot, revision } => Some(self.write(window, draft, slot, revision)),
            Do::MakeKey { .. } => Some(self.make_key(window)),
            Do::AskLock => Some(self.ask_lock(window)),
            Do::StealLock => Some(self.steal_lock(window)),
            Do::ReadSlots => Some(Event::Read(self.read(window))),
            Do::Prove(revision) => Some(self.prove(revision)),
            Do::DeleteKey | Do::DeleteSlots | Do::ClearIfLast | Do::ClearAll => self.delete(window, draft, command),
            other => unreachable!("{other:?} takes no time"),
        }
    }

    /// The transaction of the shelf: compare and write.
    fn write(&mut self, window: usize, draft: u64, slot: SlotName, revision: Revision) -> Event {
        let failed = |failure| Event::SaveFailed(revision, failure);
        if self.fault(10) {
            return failed(SaveFailure::Trouble(Trouble::Full));
        }
        if self.key != Some(draft) {
            return failed(SaveFailure::Forgotten);
        }
        let Sealed { writer, mark, .. } = self.windows[window].sealed[&revision];
        if !self.shelf().accept(Mark { revision, writer }, mark) {
            return failed(SaveFailure::Stale);
        }
        self.put(window, slot, revision);
        // Rarely the answer is lost after the bytes have reached the disk.
        if self.fault(40) {
            return failed(SaveFailure::Trouble(Trouble::Blocked));
        }
        self.windows[window].complete = Some(revision);
        Event::Saved(revision)
    }

    fn put(&mut self, window: usize, slot: SlotName, revision: Revision) {
        let Sealed { text, grown_from, writer, .. } = self.windows[window].sealed[&revision];
        assert_eq!(slot, revision.slot());
        let own = self.shelf().newest_mark().is_some_and(|newest| newest.writer == writer);
        assert!(own || self.readable() <= grown_from, "a save goes over one it has not seen");
        // A record that was moved forward may turn out not to open: its old slot must still be there.
        let moving = self.slots.iter().flatten().any(|held| held.old) && !self.proven;
        let opens = !(moving && self.fault(3));
        self.slots[slot as usize] = Some(Held { revision, writer, text, opens, old: false });
        if self.windows[window].writer == writer {
            self.windows[window].seen = text;
        }
    }

    /// The slots as the shelf holds them.
    fn shelf(&self) -> Slots {
        let slot = |held: Held| Slot {
            revision: held.revision,
            writer: held.writer,
            saved_at: 0,
            expires_at: 0,
            sealed: vec![],
        };
        let [a, b] = self.slots.map(|held| held.map(slot));
        Slots { a, b }
    }

    fn begin_writing(&mut self, window: usize) {
        self.writings += 1;
        let mark = self.shelf().newest_mark();
        (self.windows[window].writer, self.windows[window].mark) = (self.writings, mark);
    }

    fn make_key(&mut self, window: usize) -> Event {
        if self.key.is_some() || self.fault(8) {
            return Event::StartFailed(Trouble::Disabled);
        }
        self.keys_made += 1;
        (self.key, self.slots) = (Some(self.keys_made), [None, None]);
        (self.windows[window].key, self.windows[window].seen) = (self.keys_made, 0);
        self.holder = Some(window);
        self.begin_writing(window);
        Event::Started
    }

    fn ask_lock(&mut self, window: usize) -> Event {
        if self.holder.is_some_and(|holder| holder != window) {
            return Event::LockBusy;
        }
        self.holder = Some(window);
        Event::LockGranted
    }

    fn steal_lock(&mut self, window: usize) -> Event {
        if let Some(other) = self.holder.replace(window).filter(|other| *other != window) {
            self.windows[other].lock_taken_away = true;
        }
        Event::LockGranted
    }

    fn read(&mut self, window: usize) -> Reading {
        if self.fault(15) {
            return Reading::Failed(Trouble::Blocked);
        }
        self.begin_writing(window);
        let mut newest: Vec<_> = self.slots.into_iter().flatten().collect();
        newest.sort_by_key(|held| std::cmp::Reverse(held.revision));
        let Some(place) = newest.iter().position(|held| held.opens) else {
            return if newest.is_empty() { Reading::Nothing } else { Reading::NoneOpens };
        };
        self.windows[window].read = newest[place].text;
        self.proven |= !newest[place].old;
        let next = self.shelf().next_beside(newest[place].revision.slot());
        Reading::Opened { next, older: place > 0, moved: newest[place].old }
    }

    fn prove(&mut self, revision: Revision) -> Event {
        let opens = |held: &Held| held.revision == revision && held.opens;
        let opens = self.slots[revision.slot() as usize].as_ref().is_some_and(opens);
        self.proven |= opens;
        Event::Proven(opens)
    }

    fn delete(&mut self, window: usize, draft: u64, command: Command) -> Option<Event> {
        assert!(self.windows[window].may_delete, "nothing is deleted without being asked");
        match command {
            Do::DeleteKey if self.key == Some(draft) => (self.key, self.acknowledged) = (None, 0),
            Do::DeleteSlots if self.keys_made == draft => self.slots = [None, None],
            Do::ClearAll => (self.key, self.acknowledged, self.slots) = (None, 0, [None, None]),
            _ => {}
        }
        let ends = matches!(command, Do::ClearIfLast | Do::ClearAll);
        ends.then(|| if self.fault(5) { Event::PartlyGone } else { Event::Gone })
    }

    /// The newest text that can be read from the slots.
    fn readable(&self) -> u64 {
        self.slots.iter().flatten().filter(|held| held.opens).map(|held| held.text).max().unwrap_or(0)
    }

    fn check(&self) {
        assert!(self.readable() >= self.acknowledged, "what was acknowledged can be read");
        for window in &self.windows {
            let (State::Open(saves) | State::Trouble { saves: Some(saves), .. }) = window.machine.state() else {
                continue;
            };
            let cared_for = window.timer || !window.waiting.is_empty();
            assert!(cared_for || !saves.has_unsaved(), "unsaved changes are always on their way");
        }
    }

    /// No more faults and nobody acts: everything written in an open draft must end up stored.
    fn settle(&mut self) {
        self.faults = false;
        for _ in 0..60 {
            for window in 0..2 {
                self.goes_on(window);
                self.timer_runs_out(window);
            }
            self.deliver_lost_locks();
            self.check();
        }
        for window in &self.windows {
            if let State::Open(saves) = window.machine.state() {
                assert!(!saves.has_unsaved() && window.waiting.is_empty(), "a quiet draft is a saved draft");
                let kept = self.key == Some(window.key) && !self.damaged;
                assert!(!kept || self.readable() >= window.text, "the last word is stored");
            }
        }
    }
}

#[test]
fn no_sequence_of_events_loses_an_acknowledged_word() {
    let mut told = BTreeMap::<String, u64>::new();
    for seed in 1..=SEQUENCES {
        let mut world = World::new(seed);
        (0..STEPS).for_each(|_| world.step());
        world.settle();
        world.told.into_iter().for_each(|message| *told.entry(message.key()).or_default() += 1);
    }
    println!("{SEQUENCES} sequences of {STEPS} steps told {told:#?}");
    assert!(told["drafts.message.saved"] > SEQUENCES, "the sequences do save");
    assert!(told.len() >= 15 && told.values().all(|times| *times > 100), "every turn of the story is met: {told:#?}");
}
