//! The messages between the app and the vault's worker. The app includes this same file, so the two cannot drift.
//!
//! A request is a plain object `{id, op, …}`; its answer is `{id, …}` or `{id, error}` with the name of a [`VaultError`].
//! Bytes are `Uint8Array`, and belong to the receiver. Requests are answered in the order they came; none is cancelled.
//! Before the first answer the worker may still be loading: requests wait.
//!
//! | op | request | answer |
//! |---|---|---|
//! | `seal` | `recipients` (age1… keys, one a line), `bytes` | `bytes`, `digest` |
//! | `seal-code` | `code`, `bytes` | `bytes`, `digest` |
//! | `open-code` | `code`, `bytes` | `bytes` |
//! | `new-draft` | `code` or none | `identity` (to store beside the draft), `recipient` |
//! | `unlock` | `identity`, `code` or none | `recipient` |
//! | `save` | `bytes` | `bytes`, `digest` |
//! | `read` | `bytes` | `bytes` |
//! | `hold` | `identity` (an identity file), `code` or none | `recipient` of every key that is held now (one a line) |
//! | `open` | `bytes` | `bytes`, `digest` |
//! | `lock` | – | – |
//! | `digest` | `bytes` | `digest` |
//! | `offer-code` | `words` (the list, one word a line) | `code` |
//!
//! `new-draft` and `unlock` leave the draft's key in the worker for `save` and `read`; `hold` leaves the team's keys for
//! `open`; `lock` wipes all of them. `digest` is the SHA-256 in 64 hex digits of the sealed file (for `open`: of the file given).

/// Request: seal bytes to recipients.
pub const SEAL: &str = "seal";
/// Request: seal bytes under a code, the draft a person carries away.
pub const SEAL_CODE: &str = "seal-code";
/// Request: open a file that was sealed under a code.
pub const OPEN_CODE: &str = "open-code";
/// Request: make the key of a new draft.
pub const NEW_DRAFT: &str = "new-draft";
/// Request: take the key of a kept draft into use.
pub const UNLOCK: &str = "unlock";
/// Request: seal bytes to the draft's key.
pub const SAVE: &str = "save";
/// Request: open bytes with the draft's key.
pub const READ: &str = "read";
/// Request: take a team's identity file into use, beside those that are.
pub const HOLD: &str = "hold";
/// Request: open a message with the team's keys.
pub const OPEN: &str = "open";
/// Request: wipe every key.
pub const LOCK: &str = "lock";
/// Request: the digest of some bytes.
pub const DIGEST: &str = "digest";
/// Request: offer a code out of a list of words.
pub const OFFER_CODE: &str = "offer-code";

/// Why the vault could not do what was asked. The words for it are content, never here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VaultError {
    /// The code or passphrase does not open this.
    WrongCode,
    /// The file is whole as far as can be seen, but made for another key.
    NotForThisKey,
    /// The file was cut or changed.
    Damaged,
    /// This is no age file (or no identity file, where one was asked for).
    NotAgeFile,
    /// The file is under a code, and none was given.
    CodeNeeded,
    /// The file asks for more key derivation than this device should do: likely made to harm.
    TooMuchWork,
    /// A recipient is no age X25519 key, or there is none.
    BadRecipient,
    /// No key is held: nothing was unlocked, or it was locked again.
    Locked,
    /// The browser gives no secure randomness; nothing may be sealed.
    NoRandomness,
    /// The list of words is too short to make a safe code.
    TooFewWords,
    /// The request was not understood: a programming mistake.
    BadRequest,
    /// The worker could not be fetched or started.
    Unavailable,
    /// The worker broke while working. Its keys are gone; a new one can be started.
    Crashed,
    /// The worker did not answer in time. Its keys are gone; a new one can be started.
    TimedOut,
}

const NAMES: [(VaultError, &str); 14] = [
    (VaultError::WrongCode, "wrong-code"),
    (VaultError::NotForThisKey, "not-for-this-key"),
    (VaultError::Damaged, "damaged"),
    (VaultError::NotAgeFile, "not-age-file"),
    (VaultError::CodeNeeded, "code-needed"),
    (VaultError::TooMuchWork, "too-much-work"),
    (VaultError::BadRecipient, "bad-recipient"),
    (VaultError::Locked, "locked"),
    (VaultError::NoRandomness, "no-randomness"),
    (VaultError::TooFewWords, "too-few-words"),
    (VaultError::BadRequest, "bad-request"),
    (VaultError::Unavailable, "unavailable"),
    (VaultError::Crashed, "crashed"),
    (VaultError::TimedOut, "timed-out"),
];

impl VaultError {
    /// The name that crosses the border, also the last part of its text's key.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(error, _)| *error == self).map_or("bad-request", |(_, name)| name)
    }

    /// The error of this name; a name nobody knows counts as a broken worker.
    pub fn from_name(name: &str) -> Self {
        NAMES.iter().find(|(_, known)| *known == name).map_or(Self::Crashed, |(error, _)| *error)
    }
}
