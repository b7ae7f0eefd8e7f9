//! A finished form leaves: the message the team gets, its padding, the reference code, the states of sending, the receipt.
//! Pure: the vault seals, a [`Carrier`] carries, the app runs the commands.

mod answer;
mod calendar;
mod carrier;
mod clocks;
mod compose;
mod digest;
pub mod keys;
mod open;
mod outbox;
mod padding;
mod part;
mod receipt;
mod retry;
mod sending;

pub use answer::{InboxAnswer, Refusal, read_answer};
pub use calendar::{CalendarEntry, calendar};
pub use carrier::{Carrier, Parcel};
pub use clocks::{Clocks, clock_address};
pub use compose::{Message, Metadata, TooLarge, compose};
pub use digest::{Digest, Reference, reference};
pub use open::{Given, MessageFacts, NotAMessage, OpenedAnswer, OpenedMessage, open};
pub use outbox::{read_outbox, write_outbox};
pub use padding::BUCKETS;
pub use part::SCHEMA;
pub use receipt::Receipt;
pub use sending::{Command, Event, Sending, State, Timer};

#[cfg(test)]
mod message_test;
#[cfg(test)]
mod schema_test;
#[cfg(test)]
mod sending_test;
#[cfg(test)]
mod texts_test;
