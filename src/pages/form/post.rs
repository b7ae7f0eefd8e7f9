//! Drives a message on its way: sealed, sent, waited for, until the inbox gives back our digest.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{carrier::Network, clock::Timer as Clock},
    delivery::{Carrier, Command, Digest, Event, InboxAnswer, Parcel, Receipt, Sending, State, Timer},
    domain::calendar::{deadlines, helsinki_time},
    i18n::Texts,
    pages::{
        form::{
            desk::{Desk, Stage},
            made_of::MadeOf,
            not_sealed::NotSealed,
        },
        keeping::Keeper,
        shared::Shared,
    },
};

/// The message on its way. Copies share the same state.
#[derive(Clone, Copy)]
pub struct Post {
    /// Where it stands.
    pub state: RwSignal<State>,
    /// Why it could not be sealed, if so.
    pub not_sealed: RwSignal<Option<NotSealed>>,
    /// Whether the sealed message is kept on the device too.
    pub stored: RwSignal<bool>,
    /// Whether the device's clock is a day or more away from the inbox's.
    pub clock_doubted: RwSignal<bool>,
    /// What is told once it was received.
    pub receipt: RwSignal<Option<Receipt>>,
    /// Whether a try has failed and the next follows.
    pub again: RwSignal<bool>,
    /// Whether "send" was pressed on another form while this message has not left.
    pub busy: RwSignal<bool>,
    pub(super) desk: Desk,
    pub(super) shared: Shared,
    pub(super) keeper: Keeper,
    inner: StoredValue<Inner, LocalStorage>,
}

#[derive(Default)]
pub(super) struct Inner {
    pub(super) sending: Sending,
    pub(super) parcel: Option<Parcel>,
    pub(super) of: Option<MadeOf>,
    /// The number of the present sealing, from one: one that was left behind is told by it.
    pub(super) sealing: u32,
    /// What stood in the form when the draft was opened, which an unsent message beside it was made of.
    pub(super) opened: Option<MadeOf>,
    waits: Vec<Clock>,
}

impl Post {
    /// Nothing on its way.
    pub fn new(desk: Desk, shared: Shared, keeper: Keeper) -> Self {
        Self {
            state: RwSignal::new(State::Editing { refused: None }),
            not_sealed: RwSignal::new(None),
            stored: RwSignal::new(false),
            clock_doubted: RwSignal::new(false),
            receipt: RwSignal::new(None),
            again: RwSignal::new(false),
            busy: RwSignal::new(false),
            desk,
            shared,
            keeper,
            inner: StoredValue::new_local(Inner::default()),
        }
    }

    /// The post of the frame this component stands in.
    pub fn here() -> Self {
        expect_context()
    }

    /// "Send" was pressed: seals the open form and sends it. One message goes at a time, and it stays in sight.
    pub fn begin(self, words: Arc<Texts>) {
        match self.state.get_untracked() {
            State::Received { .. } => self.begin_anew(),
            State::Editing { .. } => {}
            State::Sealed | State::Sending | State::OtherChannel => return self.show_pending(),
        }
        self.not_sealed.set(None);
        self.state.set(State::Editing { refused: None });
        self.desk.show(Stage::Sending);
        self.busy.set(false);
        let of = MadeOf::now(self.desk, self.keeper);
        let number = self.with(|inner| {
            inner.sealing += 1;
            inner.sealing
        });
        spawn_local(async move {
            let sealed = self.seal(&words).await;
            // The person went back meanwhile, or erased everything: what was sealed goes nowhere.
            if self.with(|inner| inner.sealing) != number {
                return;
            }
            match sealed {
                Ok(parcel) => {
                    let digest = parcel.digest;
                    self.with(|inner| {
                        inner.parcel = Some(parcel);
                        inner.of = Some(of);
                    });
                    self.feed(Event::Sealed(digest));
                    self.feed(Event::Try);
                }
                Err(reason) => self.not_sealed.set(Some(reason)),
            }
        });
    }

    /// The message that has not left yet is shown, with the form it was made of.
    fn show_pending(self) {
        let Some(of) = self.with(|inner| inner.of.clone()) else { return };
        self.busy.set(of.form != self.desk.form().form.id || !of.stands_in(self.desk));
        self.desk.open(of.form);
        self.desk.show(Stage::Sending);
    }

    /// Whether the words of the message are those that stand in the form.
    pub fn is_of_these_words(self) -> bool {
        self.with(|inner| inner.of.clone()).is_none_or(|of| of.stands_in(self.desk))
    }

    /// Something happened to the message.
    pub fn feed(self, event: Event) {
        let jitter = (js_sys::Math::random() * 1000.0) as u16;
        let commands = self.with(|inner| {
            let (sending, commands) = inner.sending.step(event, jitter);
            inner.sending = sending;
            commands
        });
        self.again.set(self.with(|inner| inner.sending.has_failed()));
        let state = self.with(|inner| Some(inner.sending.state()));
        if let Some(state) = state.filter(|state| *state != self.state.get_untracked()) {
            self.note_receipt(state);
            if matches!(state, State::Received { .. } | State::Editing { .. }) {
                self.busy.set(false);
            }
            self.state.set(state);
        }
        commands.into_iter().for_each(|command| self.run(command));
    }

    /// The receipt is made before the answers go.
    fn note_receipt(self, state: State) {
        let State::Received { received_at } = state else { return };
        let Some(digest) = self.digest() else { return };
        let form = self
            .with(|inner| inner.of.as_ref().map(|of| of.form))
            .and_then(|form| self.desk.sheet(form))
            .unwrap_or_else(|| self.desk.form());
        let matter = form.answers.with_untracked(|answers| (form.form.matter)(answers));
        let limits = matter.and_then(|matter| deadlines(matter, helsinki_time(received_at).date));
        self.receipt.set(Some(Receipt {
            reference: digest.reference(),
            received_at,
            started_by: limits.map(|limits| limits.started_by),
            ready_by: limits.and_then(|limits| limits.ready_by),
        }));
    }

    fn digest(self) -> Option<Digest> {
        self.with(|inner| inner.sending.digest())
    }

    fn run(self, command: Command) {
        match command {
            Command::Store => self.store(),
            Command::DropSealed => self.drop_sealed(),
            Command::Send(number) => self.send(number),
            Command::Wait(timer, milliseconds) => self.wait(timer, milliseconds),
            Command::Erase => self.erase(),
        }
    }

    fn send(self, number: u32) {
        let Some(parcel) = self.with(|inner| inner.parcel.clone()) else { return };
        let done = move |answer: InboxAnswer| self.feed(Event::Answered(number, answer));
        Network.carry(parcel, Box::new(done));
    }

    fn wait(self, timer: Timer, milliseconds: u32) {
        let wait = Clock::start(milliseconds, move || self.feed(Event::WaitOver(timer)));
        self.with(|inner| inner.waits.extend(wait));
    }

    /// Lets go of what was sealed, and gives what it was made of.
    pub(super) fn let_go(self) -> Option<MadeOf> {
        self.with(|inner| {
            inner.parcel = None;
            inner.waits.clear();
            inner.of.take()
        })
    }

    /// Back to the answers; every one is still there.
    pub fn change(self) {
        self.with(|inner| inner.sealing += 1);
        self.not_sealed.set(None);
        self.feed(Event::Change);
        self.state.set(State::Editing { refused: None });
        self.desk.show(Stage::Check);
    }

    /// The sealed file with its name, for handing it over another way.
    pub fn sealed_file(self) -> Option<(String, Arc<[u8]>)> {
        let parcel = self.with(|inner| inner.parcel.clone())?;
        Some((format!("{}.age", parcel.digest.reference()), parcel.bytes))
    }

    /// Ready for another message, after a receipt or when everything is erased. What has not left does not leave any more.
    pub fn begin_anew(self) {
        self.with(|inner| inner.sealing += 1);
        self.feed(Event::Erase);
        self.receipt.set(None);
        self.not_sealed.set(None);
        self.busy.set(false);
        self.state.set(State::Editing { refused: None });
    }

    pub(super) fn with<T: Default>(self, change: impl FnOnce(&mut Inner) -> T) -> T {
        self.inner.try_update_value(change).unwrap_or_default()
    }
}
