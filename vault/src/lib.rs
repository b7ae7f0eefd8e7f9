//! The vault: everything confidential is an age file, and is made and opened here.
//! The core is plain Rust; `worker` is its border to JavaScript and exists only in the browser build.
#![doc = "The messages that pass the border are described in [`protocol`]."]

/// The four-word code that is offered to somebody who keeps a draft.
pub mod code;
/// SHA-256 of a sealed file, which becomes its reference.
pub mod digest;
/// The key of one kept draft.
pub mod draft;
/// Reading identity files: bare, or under a passphrase.
pub mod identity;
/// Files that a passphrase opens.
pub mod passphrase;
/// The messages between the app and the worker.
pub mod protocol;
/// Randomness, asked for before it is needed.
pub mod randomness;
/// Files that the holder of a key opens.
pub mod sealed;
#[cfg(target_arch = "wasm32")]
mod worker;

pub use age::secrecy::{ExposeSecret, SecretString};
pub use age::x25519::{Identity, Recipient};
pub use protocol::VaultError;
