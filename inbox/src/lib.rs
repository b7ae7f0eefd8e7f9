//! The receiver a county runs. It takes sealed messages, keeps them until the team has them, and can read none of them.
//!
//! - `inbox` — a running inbox: start, addresses, stop
//! - `config` — the settings file
//! - `routes` — every address; `receive`, `staff`, `health`, `clock`, `reader`, `cors` answer them
//! - `sealed`, `digest`, `idempotency`, `minute` — what a message looks like from outside
//! - `visitor`, `rate`, `body`, `desk`, `connections` — keeping floods and hostile bodies out
//! - `store` — the only door to the database; `retention` — what is deleted by itself
//! - `reader_files` — writes the staff reader's pages
//! - `command` — the verbs of the program

mod body;
mod clock;
pub mod command;
pub mod config;
mod connections;
mod cors;
mod desk;
mod digest;
mod health;
mod idempotency;
mod inbox;
mod log;
mod minute;
mod problem;
mod rate;
mod reader;
pub mod reader_files;
mod receive;
mod retention;
mod routes;
mod sealed;
mod staff;
mod store;
mod token;
mod visitor;

pub use config::{Config, ConfigError, County};
pub use inbox::{Inbox, InboxError};
pub use reader::READER_POLICY;
pub use sealed::{GREASE_AT_MOST, Sizes, Unfit, sealed_size};
pub use store::StoreError;
