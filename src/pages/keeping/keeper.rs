//! Drives the draft machine: gives it events, runs its commands one after another, tells the page what came of it.

use std::collections::VecDeque;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{
        alive,
        clear::Cleared,
        clock::{self, Timer},
        locks::DraftLock,
        shelf::new_writer,
        vault::{Vault, VaultError},
    },
    drafts::{Age, Command, DraftId, Event, LeftOver, Machine, Mark, Message, Picked, Revision, State, Trouble},
    pages::{
        form::desk::Desk,
        keeping::{code::tidy, kept_draft::unlock, work},
        shared::Shared,
    },
};

/// Something told to the person, with the minute of the day when it was so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// What.
    pub message: Message,
    /// UNIX seconds.
    pub at: i64,
}

/// Keeps the draft on the desk. Copies share the same state.
#[derive(Clone, Copy)]
pub struct Keeper {
    /// Where the draft stands.
    pub state: RwSignal<State>,
    /// What was told last.
    pub told: RwSignal<Option<Told>>,
    /// When the draft was last stored for certain, in UNIX seconds.
    pub saved_at: RwSignal<Option<i64>>,
    /// What erasing could not do, when it was not done wholly.
    pub cleared: RwSignal<Option<Cleared>>,
    /// Answers of an older form that found no place in the present one.
    pub left_over: RwSignal<Vec<LeftOver>>,
    /// The desk whose answers are kept.
    pub desk: Desk,
    /// What all screens share.
    pub shared: Shared,
    inner: StoredValue<Inner, LocalStorage>,
}

/// What the keeper holds between two commands.
#[derive(Default)]
pub(super) struct Inner {
    machine: Machine,
    queue: VecDeque<Command>,
    running: bool,
    /// The vault, once it has been started.
    pub vault: Option<Vault>,
    /// The draft this window works on.
    pub draft: Option<DraftId>,
    /// The code the person has just chosen or typed; taken when the key is made.
    pub code: Option<String>,
    /// Whether the draft's key is behind a code.
    pub with_code: bool,
    /// When the page was last touched, in UNIX seconds.
    pub used_at: i64,
    /// This window's lock.
    pub lock: Option<DraftLock>,
    pub timer: Option<Timer>,
    /// What was sealed last: revision, times, bytes.
    pub sealed: Option<(Revision, i64, Vec<u8>)>,
    /// What was read, until it is shown.
    pub picked: Option<Box<Picked>>,
    /// The number of this writing of the draft, see [`Mark::writer`].
    pub writer: u32,
    /// The newest save that this writing has seen.
    pub seen: Option<Mark>,
    /// Whether what stands on the desk has just been read from the draft, and is no change to be saved.
    pub just_shown: bool,
    /// How many further saves must follow, so that what was taken out is in neither slot.
    pub further_saves: u8,
}

impl Keeper {
    /// A keeper that keeps nothing yet.
    pub fn new(desk: Desk, shared: Shared) -> Self {
        Self {
            state: RwSignal::new(State::default()),
            told: RwSignal::new(None),
            saved_at: RwSignal::new(None),
            cleared: RwSignal::new(None),
            left_over: RwSignal::new(Vec::new()),
            desk,
            shared,
            inner: StoredValue::new_local(Inner::default()),
        }
    }

    /// The keeper of the frame this component stands in.
    pub fn here() -> Self {
        expect_context()
    }

    /// Something happened to the draft.
    pub fn feed(self, event: Event) {
        if !alive::is_sound() {
            return;
        }
        let idle = self.inner.try_update_value(|inner| {
            let commands = inner.machine.on(event);
            inner.queue.extend(commands);
            !std::mem::replace(&mut inner.running, true)
        });
        self.show_state();
        if idle == Some(true) {
            spawn_local(self.run());
        }
    }

    /// The answers may have changed: whether there were any before, and whether any are left. What was only just read from the
    /// draft is no change.
    pub fn changed(self, before: bool, left: bool) {
        if !self.with(|inner| std::mem::take(&mut inner.just_shown)) && (before || left) {
            let at = clock::ticks();
            self.feed(if left { Event::Typed { at } } else { Event::Emptied { at } });
        }
    }

    /// A whole form was taken out: a kept draft is saved until no older save holds its words. One save may be on its way already.
    pub fn taken_out(self) {
        self.with(|inner| inner.further_saves = 2);
    }

    /// Whether leaving the page would lose words.
    pub fn asks_before_leaving(self) -> bool {
        self.inner.try_with_value(|inner| inner.machine.asks_before_leaving()).unwrap_or(false)
    }

    /// Whether the form may be written in here.
    pub fn may_write(self) -> bool {
        self.state.track();
        self.inner.try_with_value(|inner| inner.machine.may_write()).unwrap_or(true)
    }

    /// Whether the person has chosen to keep the draft here without a code. Does not follow it.
    pub fn keeps_without_code(self) -> bool {
        let open = self.state.with_untracked(|state| matches!(state, State::Open(_)));
        open && !self.with(|inner| inner.with_code)
    }

    /// Whether the draft's key is behind a code.
    pub fn is_behind_code(self) -> bool {
        self.with(|inner| inner.with_code)
    }

    /// Opens the key of the draft in hand once more, after the vault has lost it, and saves.
    pub async fn take_key_up(self, code: &str) {
        let Some(draft) = self.draft_in_hand() else { return };
        match unlock(self, draft, Some(tidy(code))).await {
            Ok(()) => self.feed(Event::Timer),
            Err(VaultError::WrongCode | VaultError::CodeNeeded) => self.tell(Message::WrongCode),
            Err(_) => self.tell(Message::Trouble(Trouble::NoVault)),
        }
    }

    /// The code with which the next key is made, or the kept one opened.
    pub fn set_code(self, code: Option<String>) {
        self.with(|inner| inner.code = code);
    }

    /// Asks to go on with a kept draft. It becomes this window's own only if nothing stands in the way of it.
    pub fn resume(self, draft: DraftId, age: Age, anyway: bool) {
        // What is being opened, written or deleted already is not to be mixed up with another.
        let may = self.state.with_untracked(State::may_open_another);
        if !may {
            return;
        }
        let before = self.with(|inner| inner.draft.replace(draft));
        self.feed(Event::Resume { age, anyway });
        let accepted = !self.state.with_untracked(State::may_open_another);
        self.with(|inner| if accepted { inner.writer = new_writer() } else { inner.draft = before });
    }

    /// The draft whose words stand on the desk; `None` where nothing is kept, or nothing has been opened. Follows the state.
    pub fn open_draft(self) -> Option<DraftId> {
        self.state.track();
        untrack(|| self.draft_in(State::shows_a_draft))
    }

    /// The draft that is written here and in no other window. Follows the state.
    pub fn draft_written(self) -> Option<DraftId> {
        self.state.track();
        untrack(|| self.draft_in(|state| state.shows_a_draft() && !matches!(state, State::ReadOnly { .. })))
    }

    /// The draft that is being opened, such as one whose code was wrong.
    pub fn draft_being_opened(self) -> Option<DraftId> {
        self.draft_in(|state| matches!(state, State::Locked { .. }))
    }

    /// The draft this window has to do with: begun, open, being opened, or one with which something is wrong.
    pub fn draft_in_hand(self) -> Option<DraftId> {
        self.draft_in(|state| !matches!(state, State::MemoryOnly | State::Choosing))
    }

    fn draft_in(self, wanted: impl FnOnce(&State) -> bool) -> Option<DraftId> {
        let draft = self.with(|inner| inner.draft);
        draft.filter(|_| self.state.with_untracked(wanted))
    }

    /// Runs commands until none is left. A command's own event may bring more.
    async fn run(self) {
        while let Some(command) = self.with(|inner| {
            let next = inner.queue.pop_front();
            inner.running = next.is_some();
            next
        }) {
            if let Some(event) = work::run(self, command).await {
                self.with(|inner| {
                    let commands = inner.machine.on(event);
                    inner.queue.extend(commands);
                });
                self.show_state();
            }
        }
    }

    /// Changes what is held inside.
    pub(super) fn with<T>(self, change: impl FnOnce(&mut Inner) -> T) -> T
    where
        T: Default,
    {
        self.inner.try_update_value(change).unwrap_or_default()
    }

    /// Tells the person.
    pub(super) fn tell(self, message: Message) {
        let at = clock::now_seconds();
        if matches!(message, Message::Saved(_)) {
            self.saved_at.set(Some(at));
            self.save_further();
        }
        self.told.set(Some(Told { message, at }));
    }

    fn save_further(self) {
        let further = self.with(|inner| {
            let further = inner.further_saves > 0;
            inner.further_saves = inner.further_saves.saturating_sub(1);
            further
        });
        if further {
            self.feed(Event::Typed { at: clock::ticks() });
        }
    }

    fn show_state(self) {
        let state = self.with(|inner| Some(inner.machine.state().clone()));
        if let Some(state) = state.filter(|state| self.state.with_untracked(|shown| shown != state)) {
            self.state.set(state);
        }
    }
}
