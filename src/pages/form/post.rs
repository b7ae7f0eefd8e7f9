//! Drives a message on its way: check, compose, seal, send, wait, until the inbox gives back our digest.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{
        carrier::{Network, inbox_seconds},
        clock,
        clock::Timer as Clock,
        vault::VaultError,
    },
    contacts::Connection,
    delivery::{
        self, Carrier, Clocks, Command, Digest, Event, InboxAnswer, Message, Metadata, Parcel, Receipt, Sending, State,
        Timer, clock_address, compose,
    },
    domain::{
        Language,
        calendar::{deadlines, helsinki_time},
    },
    drafts::Event as DraftEvent,
    forms::{check, keys},
    i18n::{Texts, dates},
    pages::{
        choice::Choice,
        form::desk::{Desk, Stage},
        keeping::Keeper,
        loading,
        shared::Shared,
    },
};

/// The version of the program, told inside the sealed message.
const APP_VERSION: &str = env!("CARGO_PKG_VERSION");

/// Why a message could not be sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSealed {
    /// Something on the form is not ready.
    NotReady,
    /// The answers are larger than fits.
    TooLarge,
    /// The county cannot be sent to today: not connected, or a key has expired.
    KeyExpired,
    /// The vault could not be had.
    VaultMissing,
    /// This browser gives no secure randomness.
    NoRandomness,
}

impl NotSealed {
    /// The key of its text.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotReady => keys::NOT_READY,
            Self::TooLarge => delivery::keys::TOO_LARGE,
            Self::KeyExpired => delivery::keys::KEY_EXPIRED,
            Self::VaultMissing => delivery::keys::VAULT_MISSING,
            Self::NoRandomness => delivery::keys::NO_RANDOMNESS,
        }
    }
}

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
    pub(super) desk: Desk,
    pub(super) shared: Shared,
    pub(super) keeper: Keeper,
    inner: StoredValue<Inner, LocalStorage>,
}

#[derive(Default)]
pub(super) struct Inner {
    pub(super) sending: Sending,
    pub(super) parcel: Option<Parcel>,
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

    /// Seals the answers on the desk and sends them.
    pub fn seal_and_send(self, words: Arc<Texts>) {
        self.not_sealed.set(None);
        spawn_local(async move {
            match self.seal(&words).await {
                Ok(parcel) => {
                    let digest = parcel.digest;
                    self.with(|inner| inner.parcel = Some(parcel));
                    self.feed(Event::Sealed(digest));
                    self.feed(Event::Try);
                }
                Err(reason) => self.not_sealed.set(Some(reason)),
            }
        });
    }

    async fn seal(self, words: &Arc<Texts>) -> Result<Parcel, NotSealed> {
        let choice = self.shared.choice.get_untracked().ok_or(NotSealed::KeyExpired)?;
        let connection = self.open_connection(&choice).await.ok_or(NotSealed::KeyExpired)?;
        let message = self.compose(&choice, words).await?;
        let vault = loading::vault(self.shared).await.map_err(not_sealed)?;
        let recipients: Vec<String> = connection.recipients.into_iter().map(|recipient| recipient.key).collect();
        let sealed = vault.seal(&recipients, message.as_bytes()).await.map_err(not_sealed)?;
        Ok(Parcel {
            endpoint: connection.endpoint.unwrap_or_default(),
            county: choice.county.id.clone(),
            bytes: sealed.bytes.into(),
            digest: sealed.digest,
        })
    }

    /// The county's keys, if all of them last to this day: the inbox is asked which one it is.
    async fn open_connection(self, choice: &Choice) -> Option<Connection> {
        let connection = choice.county.connection.clone()?;
        let address = clock_address(connection.endpoint.as_deref()?, &choice.county.id);
        let inbox = inbox_seconds(&address).await;
        let clocks = Clocks { built: self.shared.built, inbox, device: clock::now_seconds() };
        self.clock_doubted.set(clocks.disagree());
        choice.county.is_connected_on(clocks.day()).then_some(connection)
    }

    async fn compose(self, choice: &Choice, words: &Arc<Texts>) -> Result<Message, NotSealed> {
        let form = self.desk.form();
        let checked =
            form.answers.with_untracked(|answers| check(form.form, answers)).map_err(|_| NotSealed::NotReady)?;
        let language = self.shared.language();
        let theirs = county_language(choice);
        let county_words = if theirs == language { None } else { loading::texts(self.shared, theirs).await };
        let county_words = county_words.unwrap_or_else(|| Arc::clone(words));
        let sent_at = clock::now_seconds();
        let minute = helsinki_time(sent_at);
        let sent_at_words = format!(
            "{} {}",
            dates::date_with_weekday(&county_words, minute.date),
            dates::time(&county_words, minute.minute)
        );
        let metadata = Metadata {
            language,
            municipality: choice.code(),
            municipality_name: choice.name(theirs).to_owned(),
            sent_at,
            sent_at_words,
            app_version: APP_VERSION.to_owned(),
        };
        compose(&checked, words, &county_words, &metadata).map_err(|_| NotSealed::TooLarge)
    }

    /// Something happened to the message.
    pub fn feed(self, event: Event) {
        let jitter = (js_sys::Math::random() * 1000.0) as u16;
        let commands = self.with(|inner| {
            let (sending, commands) = inner.sending.step(event, jitter);
            inner.sending = sending;
            commands
        });
        let state = self.with(|inner| Some(inner.sending.state()));
        if let Some(state) = state.filter(|state| *state != self.state.get_untracked()) {
            self.note_receipt(state);
            self.state.set(state);
        }
        commands.into_iter().for_each(|command| self.run(command));
    }

    /// The receipt is made before the answers go.
    fn note_receipt(self, state: State) {
        let State::Received { received_at } = state else { return };
        let Some(digest) = self.digest() else { return };
        let form = self.desk.form();
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

    /// The message has been received, or the person erases: the answers go, and the draft they were kept in.
    fn erase(self) {
        self.with(|inner| inner.parcel = None);
        self.keeper.feed(DraftEvent::Forget);
        self.desk.clear_form();
    }

    /// Back to the answers; every one is still there.
    pub fn change(self) {
        self.feed(Event::Change);
        self.desk.show(Stage::Check);
    }

    /// The sealed file with its name, for handing it over another way.
    pub fn sealed_file(self) -> Option<(String, Arc<[u8]>)> {
        let parcel = self.with(|inner| inner.parcel.clone())?;
        Some((format!("{}.age", parcel.digest.reference()), parcel.bytes))
    }

    /// Ready for another message after a receipt.
    pub fn begin_anew(self) {
        self.with(|inner| *inner = Inner::default());
        self.receipt.set(None);
        self.not_sealed.set(None);
        self.state.set(State::Editing { refused: None });
    }

    pub(super) fn with<T: Default>(self, change: impl FnOnce(&mut Inner) -> T) -> T {
        self.inner.try_update_value(change).unwrap_or_default()
    }
}

/// The language in which the county reads.
fn county_language(choice: &Choice) -> Language {
    choice.county.languages.first().and_then(|code| Language::from_code(code)).unwrap_or(Language::Fi)
}

fn not_sealed(error: VaultError) -> NotSealed {
    match error {
        VaultError::NoRandomness => NotSealed::NoRandomness,
        VaultError::BadRecipient => NotSealed::KeyExpired,
        _ => NotSealed::VaultMissing,
    }
}
