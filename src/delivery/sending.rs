//! The states of a message on its way, as a pure machine: events in, commands out. The app runs the commands.
//!
//! Answers are erased in two cases only: the inbox gave back our digest, or the person said *erase*.

use super::retry::wait_millis;
use super::{Digest, InboxAnswer, Refusal};

/// Where the message stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The person writes. After a refusal the reason is told, with every answer still there.
    Editing {
        /// Why the last sending was refused.
        refused: Option<Refusal>,
    },
    /// Sealed, not yet sent.
    Sealed,
    /// On its way, or waiting a moment to try again.
    Sending,
    /// Not sent yet: phone numbers, the sealed file and print are offered while tries go on.
    OtherChannel,
    /// The inbox gave back our digest.
    Received {
        /// UNIX seconds by the inbox's clock, to the minute.
        received_at: i64,
    },
}

/// A message on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sending {
    state: State,
    /// Of the sealed file; none while editing.
    digest: Option<Digest>,
    /// The number of the last try, from one.
    attempt: u32,
    failures: u32,
    in_flight: bool,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The vault sealed the checked answers.
    Sealed(Digest),
    /// The person pressed "send" or "try now", the browser came online, or a kept message was unlocked.
    Try,
    /// The inbox answered the try of this number.
    Answered(u32, InboxAnswer),
    /// A wait is over.
    WaitOver(Timer),
    /// The person goes back to change something. What was sealed is dropped; the answers stay.
    Change,
    /// The person erases everything.
    Erase,
}

/// A wait that the app was asked for. Waits are never cancelled: one that no longer matters is passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timer {
    /// Until the next try, after the try of this number.
    Retry(u32),
    /// Until other channels are offered, for the message with this digest.
    Patience(Digest),
}

/// What the app shall do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Keep the sealed message in the outbox; stored on the device only where a draft was chosen.
    Store,
    /// Drop the sealed message from memory and outbox. The answers stay.
    DropSealed,
    /// Post the sealed message; the number comes back in [`Event::Answered`].
    Send(u32),
    /// Give back [`Event::WaitOver`] after so many milliseconds.
    Wait(Timer, u32),
    /// Erase the answers, the draft and the sealed message.
    Erase,
}

/// Milliseconds after which other channels are offered though nothing has failed.
const PATIENCE: u32 = 60_000;
/// Failures after which other channels are offered.
const FAILURES: u32 = 2;

impl Default for Sending {
    fn default() -> Self {
        Self { state: State::Editing { refused: None }, digest: None, attempt: 0, failures: 0, in_flight: false }
    }
}

impl Sending {
    /// A message found in the outbox on opening. It is sent when the person has unlocked it, by [`Event::Try`].
    pub fn from_outbox(digest: Digest) -> Self {
        Self { state: State::Sealed, digest: Some(digest), ..Self::default() }
    }

    /// Where the message stands.
    pub const fn state(&self) -> State {
        self.state
    }

    /// The digest of the sealed message, whence its reference.
    pub const fn digest(&self) -> Option<Digest> {
        self.digest
    }

    /// Whether a try is under way at this moment.
    #[cfg(test)]
    pub const fn is_trying(&self) -> bool {
        self.in_flight
    }

    /// Whether a try of this message has failed, for a quiet notice that it is tried again.
    pub const fn has_failed(&self) -> bool {
        self.failures > 0
    }

    /// Takes one event. `jitter` is random, 0 to 999. An event that does not fit the state changes nothing.
    #[must_use]
    pub fn step(mut self, event: Event, jitter: u16) -> (Self, Vec<Command>) {
        let commands = match (self.state, event) {
            (_, Event::Erase) => self.erase(),
            (State::Received { .. }, _) => Vec::new(),
            (State::Editing { .. }, Event::Sealed(digest)) => self.seal(digest),
            (State::Editing { .. }, _) | (_, Event::Sealed(_)) => Vec::new(),
            (_, Event::Change) => self.edit(None),
            (_, Event::Try) => self.send(),
            (State::Sealed, _) => Vec::new(),
            (_, Event::Answered(attempt, answer)) => self.take_answer(attempt, answer, jitter),
            (_, Event::WaitOver(timer)) => self.end_wait(timer),
        };
        (self, commands)
    }

    fn seal(&mut self, digest: Digest) -> Vec<Command> {
        // Tries are counted on, so that a late answer to an earlier message is never taken for one to this.
        *self = Self { attempt: self.attempt, ..Self::from_outbox(digest) };
        vec![Command::Store]
    }

    fn send(&mut self) -> Vec<Command> {
        if self.in_flight {
            return Vec::new();
        }
        self.attempt += 1;
        self.in_flight = true;
        let mut commands = vec![Command::Send(self.attempt)];
        if let (State::Sealed, Some(digest)) = (self.state, self.digest) {
            self.state = State::Sending;
            commands.push(Command::Wait(Timer::Patience(digest), PATIENCE));
        }
        commands
    }

    fn take_answer(&mut self, attempt: u32, answer: InboxAnswer, jitter: u16) -> Vec<Command> {
        let ours = |digest| self.digest == Some(digest);
        match answer {
            InboxAnswer::Kept { digest, received_at } if ours(digest) => self.finish(received_at),
            _ if attempt != self.attempt || !self.in_flight => Vec::new(),
            InboxAnswer::Refused(refusal) => self.edit(Some(refusal)),
            // Another digest came back: the inbox holds something else, so ours has not arrived.
            InboxAnswer::Kept { .. } => self.fail(None, jitter),
            InboxAnswer::Again { after_seconds } => self.fail(after_seconds, jitter),
        }
    }

    fn finish(&mut self, received_at: i64) -> Vec<Command> {
        self.state = State::Received { received_at };
        self.in_flight = false;
        vec![Command::Erase]
    }

    fn fail(&mut self, after_seconds: Option<u32>, jitter: u16) -> Vec<Command> {
        self.in_flight = false;
        self.failures += 1;
        if self.failures >= FAILURES {
            self.state = State::OtherChannel;
        }
        vec![Command::Wait(Timer::Retry(self.attempt), wait_millis(self.failures, jitter, after_seconds))]
    }

    fn end_wait(&mut self, timer: Timer) -> Vec<Command> {
        match timer {
            Timer::Retry(attempt) if attempt == self.attempt => self.send(),
            Timer::Patience(digest) if Some(digest) == self.digest => {
                self.state = State::OtherChannel;
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn edit(&mut self, refused: Option<Refusal>) -> Vec<Command> {
        *self = Self { state: State::Editing { refused }, attempt: self.attempt, ..Self::default() };
        vec![Command::DropSealed]
    }

    fn erase(&mut self) -> Vec<Command> {
        *self = Self { attempt: self.attempt, ..Self::default() };
        vec![Command::Erase]
    }
}
