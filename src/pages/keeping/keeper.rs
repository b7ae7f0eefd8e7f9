//! Drives the draft machine: gives it events, runs its commands one after another, tells the page what came of it.

use std::collections::VecDeque;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{
        alive,
        clock::{self, Timer},
        locks::DraftLock,
        shelf::new_writer,
        vault::Vault,
    },
    drafts::{Command, DraftId, Event, LeftOver, Machine, Mark, Message, Picked, Revision, State},
    pages::{form::desk::Desk, keeping::work, shared::Shared},
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
}

impl Keeper {
    /// A keeper that keeps nothing yet.
    pub fn new(desk: Desk, shared: Shared) -> Self {
        Self {
            state: RwSignal::new(State::default()),
            told: RwSignal::new(None),
            saved_at: RwSignal::new(None),
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

    /// An answer changed.
    pub fn typed(self) {
        self.feed(Event::Typed { at: clock::ticks() });
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

    /// The code with which the next key is made, or the kept one opened.
    pub fn set_code(self, code: Option<String>) {
        self.with(|inner| inner.code = code);
    }

    /// Takes up a draft that is kept here.
    pub fn take_up(self, draft: DraftId) {
        self.with(|inner| {
            inner.draft = Some(draft);
            inner.writer = new_writer();
        });
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
        }
        self.told.set(Some(Told { message, at }));
    }

    fn show_state(self) {
        let state = self.with(|inner| Some(inner.machine.state().clone()));
        if let Some(state) = state.filter(|state| self.state.with_untracked(|shown| shown != state)) {
            self.state.set(state);
        }
    }
}
