//! The life of one draft as a state machine: events go in, commands come out, and nothing else happens here.
//!
//! Whoever drives it runs the commands of one answer in order, each after the one before has ended, and gives back
//! the events that they name. The machine holds no text: it only knows that something changed, and what is safe.

mod command;
mod event;
#[cfg(test)]
mod model_test;
mod saves;
mod state;
#[cfg(test)]
mod story_test;

pub use command::Command;
pub use event::{Choice, Event, Reading};
pub use saves::Saves;
pub use state::{Lock, Parting, State};

use super::{Age, Message, Revision, SaveFailure, Trouble};
use Command as Do;

/// The life of one draft in one window.
#[derive(Clone, Debug, Default)]
pub struct Machine {
    state: State,
    /// Whether something has been written here that is in memory only.
    typed: bool,
    /// The highest revision this window has begun. It is never used again, also not for another draft, so that
    /// a late answer about an old save is never taken for the answer about a new one.
    used: Option<Revision>,
}

impl Machine {
    /// A form whose answers live in memory only.
    pub fn new() -> Self {
        Self::default()
    }

    /// Where the draft stands.
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// Whether leaving the page should be asked about: only where nothing is kept and something has been written.
    pub const fn asks_before_leaving(&self) -> bool {
        let in_memory =
            matches!(self.state, State::MemoryOnly | State::Choosing | State::Starting | State::Trouble { .. });
        in_memory && self.typed
    }

    /// Whether the form may be written in here.
    pub const fn may_write(&self) -> bool {
        !matches!(self.state, State::Locked { .. } | State::ReadOnly { .. })
    }

    /// What to do about an event. An event that means nothing in the present state changes nothing.
    pub fn on(&mut self, event: Event) -> Vec<Command> {
        let commands = self.answer(event);
        let begun =
            commands.iter().filter_map(|command| if let Do::Seal(revision) = command { Some(*revision) } else { None });
        self.used = begun.chain(self.used).max();
        commands
    }

    fn answer(&mut self, event: Event) -> Vec<Command> {
        match event {
            Event::Typed { at } => self.typed(at),
            Event::Emptied { at } => self.emptied(at),
            Event::Timer | Event::Hidden | Event::PageHide => self.save_now(&event),
            Event::ShowChoices => self.show_choices(),
            Event::Choose(choice) => self.choose(choice),
            Event::Started => self.started(),
            Event::StartFailed(trouble) => self.start_failed(trouble),
            Event::Resume { age, anyway } => self.resume(age, anyway),
            Event::LockGranted => self.lock(Lock::Held),
            Event::LockBusy => self.lock(Lock::Elsewhere),
            Event::LockLost => self.lock_lost(Message::TakenOver),
            Event::Unlocked => self.unlocked(),
            Event::WrongCode => self.wrong_code(),
            Event::StopOpening => self.stop_opening(),
            Event::Read(reading) => self.read(reading),
            Event::TakeOver { anyway } => self.take_over(anyway),
            Event::Sealed(_) | Event::Saved(_) | Event::Proven(_) => self.save_went_on(event),
            Event::SaveFailed(revision, failure) => self.save_failed(revision, failure),
            Event::Forget => self.part(Parting::Forget),
            Event::Erase => self.part(Parting::Erase),
            Event::Gone => self.gone(true),
            Event::PartlyGone => self.gone(false),
            Event::GoneFailed(trouble) => self.gone_failed(trouble),
            Event::Idle => self.lock_again(),
            Event::Leave => self.leave(),
        }
    }

    fn typed(&mut self, at: u64) -> Vec<Command> {
        self.typed = true;
        self.state.saves().map_or_else(Vec::new, |saves| saves.typed(at))
    }

    /// What is kept must forget the words too; where nothing is kept, nothing is left to be lost.
    fn emptied(&mut self, at: u64) -> Vec<Command> {
        let commands = self.typed(at);
        self.typed = self.state.shows_a_draft();
        commands
    }

    /// The timer has run out, or the page is about to be hidden or left.
    fn save_now(&mut self, event: &Event) -> Vec<Command> {
        let timer = matches!(event, Event::Timer);
        self.state.saves().map_or_else(Vec::new, |saves| if timer { saves.timer() } else { saves.begin() })
    }

    fn show_choices(&mut self) -> Vec<Command> {
        if matches!(self.state, State::MemoryOnly | State::Trouble { saves: None, .. }) {
            self.state = State::Choosing;
        }
        vec![]
    }

    fn choose(&mut self, choice: Choice) -> Vec<Command> {
        match (&self.state, choice) {
            (State::Choosing, Choice::DoNotKeep) => {
                self.state = State::MemoryOnly;
                vec![]
            }
            (State::Choosing, Choice::WithCode | Choice::WithoutCode) => {
                self.state = State::Starting;
                vec![Do::MakeKey { with_code: choice == Choice::WithCode }]
            }
            _ => vec![],
        }
    }

    /// The key is stored and the lock is held: what has been written so far is saved at once.
    /// If keeping was called off meanwhile, the new key goes again.
    fn started(&mut self) -> Vec<Command> {
        match self.state {
            State::Starting => {
                let mut saves = Saves::new(Revision::FIRST.beyond(self.used), false);
                let commands = saves.save_all();
                self.state = State::Open(saves);
                commands
            }
            State::MemoryOnly | State::Parting(_) => vec![Do::DropKeys, Do::DeleteKey, Do::ReleaseLock],
            _ => vec![],
        }
    }

    fn start_failed(&mut self, trouble: Trouble) -> Vec<Command> {
        if self.state == State::Starting { self.in_trouble(trouble, vec![Do::DropKeys]) } else { vec![] }
    }

    fn resume(&mut self, age: Age, anyway: bool) -> Vec<Command> {
        if !self.state.may_open_another() {
            return vec![];
        }
        if age == Age::Expired {
            return self.part(Parting::Expired);
        }
        if self.typed && !anyway {
            return vec![Do::Tell(Message::WouldReplace)];
        }
        self.state = State::Locked { lock: Lock::Asked, unlocked: false };
        let doubtful = (age == Age::Doubtful).then_some(Do::Tell(Message::ClockDoubtful));
        [Do::AskLock].into_iter().chain(doubtful).collect()
    }

    /// The lock has been answered; the slots are read only after that, so that nobody writes in between.
    fn lock(&mut self, answer: Lock) -> Vec<Command> {
        match &mut self.state {
            State::Locked { lock, unlocked } => {
                *lock = answer;
                if *unlocked { vec![Do::ReadSlots] } else { vec![] }
            }
            State::ReadOnly { taking } if *taking && answer == Lock::Held => vec![Do::ReadSlots],
            _ => vec![],
        }
    }

    /// Another window writes now: what is here can still be read and copied.
    fn lock_lost(&mut self, message: Message) -> Vec<Command> {
        match &mut self.state {
            State::Open(saves) | State::Trouble { saves: Some(saves), .. } => {
                self.typed = saves.has_unsaved();
                self.state = State::ReadOnly { taking: false };
                vec![Do::StopTimer, Do::Tell(message)]
            }
            State::Locked { lock, .. } => {
                *lock = Lock::Elsewhere;
                vec![]
            }
            State::ReadOnly { taking } => {
                *taking = false;
                vec![]
            }
            _ => vec![],
        }
    }

    fn unlocked(&mut self) -> Vec<Command> {
        match &mut self.state {
            State::Locked { lock, unlocked } if !*unlocked => {
                *unlocked = true;
                if *lock == Lock::Asked { vec![] } else { vec![Do::ReadSlots] }
            }
            _ => vec![],
        }
    }

    fn wrong_code(&self) -> Vec<Command> {
        if matches!(self.state, State::Locked { .. }) { vec![Do::Tell(Message::WrongCode)] } else { vec![] }
    }

    /// What stands in the form was never touched, and goes on in memory.
    fn stop_opening(&mut self) -> Vec<Command> {
        if !matches!(self.state, State::Locked { .. }) {
            return vec![];
        }
        self.state = State::MemoryOnly;
        vec![Do::ReleaseLock, Do::DropKeys]
    }

    fn read(&mut self, reading: Reading) -> Vec<Command> {
        let held = match self.state {
            State::Locked { lock, unlocked: true } => lock == Lock::Held,
            State::ReadOnly { taking: true } => true,
            _ => return vec![],
        };
        match reading {
            Reading::Opened { next, older, moved } => self.opened(held, next, older, moved),
            Reading::Nothing => self.opened_empty(held),
            Reading::Newer => self.in_trouble(Trouble::Newer, vec![Do::ReleaseLock, Do::DropKeys]),
            Reading::NoneOpens => self.in_trouble(Trouble::Damaged, vec![Do::ReleaseLock, Do::DropKeys]),
            Reading::Failed(trouble) => self.in_trouble(trouble, vec![Do::ReleaseLock, Do::DropKeys]),
        }
    }

    fn opened(&mut self, held: bool, next: Revision, older: bool, moved: bool) -> Vec<Command> {
        self.typed = false;
        let saves = Saves::new(next.beyond(self.used), moved);
        self.state = if held { State::Open(saves) } else { State::ReadOnly { taking: false } };
        let other_tab = (!held).then_some(Do::Tell(Message::OtherTab));
        let older_save = older.then_some(Do::Tell(Message::OlderSave));
        [Do::ShowDraft].into_iter().chain(other_tab).chain(older_save).collect()
    }

    /// The draft was begun and never saved, so what stands in the form stays and becomes its first save.
    fn opened_empty(&mut self, held: bool) -> Vec<Command> {
        if !held {
            self.state = State::ReadOnly { taking: false };
            return vec![Do::Tell(Message::OtherTab)];
        }
        self.state = State::Starting;
        self.started()
    }

    fn take_over(&mut self, anyway: bool) -> Vec<Command> {
        match &mut self.state {
            State::ReadOnly { .. } if self.typed && !anyway => vec![Do::Tell(Message::WouldReplace)],
            State::ReadOnly { taking } => {
                *taking = true;
                vec![Do::StealLock]
            }
            _ => vec![],
        }
    }

    fn save_went_on(&mut self, event: Event) -> Vec<Command> {
        let Some(saves) = self.state.saves() else { return vec![] };
        let commands = match event {
            Event::Sealed(revision) => saves.sealed(revision),
            Event::Saved(revision) => saves.complete(revision),
            Event::Proven(opens) => saves.proven(opens),
            _ => vec![],
        };
        if commands.iter().any(|command| matches!(command, Do::Tell(Message::Saved(_)))) {
            self.typed = saves.has_unsaved();
            self.out_of_trouble();
        }
        commands
    }

    fn out_of_trouble(&mut self) {
        if let State::Trouble { saves: Some(saves), .. } = &mut self.state {
            self.state = State::Open(saves.clone());
        }
    }

    fn save_failed(&mut self, revision: Revision, failure: SaveFailure) -> Vec<Command> {
        let Some(saves) = self.state.saves().filter(|saves| saves.is_saving(revision)) else { return vec![] };
        let again = saves.failed();
        match failure {
            SaveFailure::Stale => self.lock_lost(Message::TakenOver).into_iter().chain([Do::ReleaseLock]).collect(),
            SaveFailure::Forgotten => self.forgotten_elsewhere(),
            SaveFailure::Trouble(trouble) => self.save_in_trouble(trouble, again),
        }
    }

    fn forgotten_elsewhere(&mut self) -> Vec<Command> {
        self.state = State::MemoryOnly;
        self.typed = true;
        vec![Do::StopTimer, Do::ReleaseLock, Do::DropKeys, Do::Tell(Message::ForgottenElsewhere)]
    }

    /// Told once for each kind of trouble, not at every attempt.
    fn save_in_trouble(&mut self, trouble: Trouble, mut commands: Vec<Command>) -> Vec<Command> {
        let known = matches!(self.state, State::Trouble { kind, .. } if kind == trouble);
        let saves = self.state.saves().cloned();
        self.state = State::Trouble { kind: trouble, saves };
        if !known {
            commands.push(Do::Tell(Message::Trouble(trouble)));
        }
        commands
    }

    fn in_trouble(&mut self, kind: Trouble, mut commands: Vec<Command>) -> Vec<Command> {
        self.state = State::Trouble { kind, saves: None };
        commands.push(Do::Tell(Message::Trouble(kind)));
        commands
    }

    /// The key goes first: without it the slots can never be opened, even if the rest is interrupted.
    fn part(&mut self, parting: Parting) -> Vec<Command> {
        let parting_already = matches!(self.state, State::Parting(_));
        if parting_already && parting != Parting::Erase {
            return vec![];
        }
        // What was open here now lives in memory only, so leaving the page is asked about again.
        self.typed = parting != Parting::Erase && (self.typed || self.state.shows_a_draft());
        self.state = State::Parting(parting);
        match parting {
            Parting::Forget | Parting::Expired => {
                vec![Do::StopTimer, Do::DropKeys, Do::DeleteKey, Do::DeleteSlots, Do::ClearIfLast, Do::ReleaseLock]
            }
            Parting::Erase => vec![Do::StopTimer, Do::DropAnswers, Do::DropKeys, Do::ClearAll, Do::ReleaseLock],
        }
    }

    fn gone(&mut self, wholly: bool) -> Vec<Command> {
        let State::Parting(parting) = self.state else { return vec![] };
        self.state = State::MemoryOnly;
        let message = match parting {
            _ if !wholly => Message::ErasedPartly,
            Parting::Forget => Message::Forgotten,
            Parting::Expired => Message::Expired,
            Parting::Erase => Message::Erased,
        };
        vec![Do::Tell(message)]
    }

    fn gone_failed(&mut self, trouble: Trouble) -> Vec<Command> {
        if !matches!(self.state, State::Parting(_)) {
            return vec![];
        }
        self.state = State::Trouble { kind: trouble, saves: None };
        vec![Do::Tell(Message::NotForgotten)]
    }

    /// Nothing stays in memory, if every word of it is stored; else it stays, and is locked when the save has succeeded.
    fn lock_again(&mut self) -> Vec<Command> {
        match &self.state {
            State::Open(saves) if !saves.has_unsaved() => {
                self.leave().into_iter().chain([Do::Tell(Message::TimedOut)]).collect()
            }
            _ => vec![],
        }
    }

    /// Quick exit, or the page coming back out of the browser's back-forward cache: nothing stays in memory.
    fn leave(&mut self) -> Vec<Command> {
        *self = Self { used: self.used, ..Self::new() };
        vec![Do::StopTimer, Do::DropAnswers, Do::DropKeys, Do::ReleaseLock]
    }
}
