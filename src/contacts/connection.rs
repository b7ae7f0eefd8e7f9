//! How a county receives sealed messages, and to whose keys they are sealed.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::CountyRecord;
use crate::domain::{Names, SourceDate};

/// A county that takes messages: its team, and once the build knows them, its address and keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Connection {
    /// The team that reads, by name.
    pub team: Names,
    /// When it reads, in words: shown beside "this form is not read at once".
    pub reading_hours: Names,
    /// Where the inbox is, without a slash at the end; nothing before the build has filled it in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
    /// The public keys to which every message is sealed, all of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<Recipient>,
}

/// A public key of a county.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// An age X25519 recipient, "age1…".
    pub key: String,
    /// Who holds the private half.
    pub role: RecipientRole,
    /// What people can compare by eye: the first 16 hex digits of the key's SHA-256, in fours. Written beside the key by
    /// `cargo xtask keys`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub fingerprint: String,
    /// The last day on which messages are sealed to it.
    #[serde(with = "iso_day")]
    pub expires: NaiveDate,
}

/// Who can open what is sealed to a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecipientRole {
    /// The needs-assessment team, daily.
    Team,
    /// The county's safe, should the team lose its key.
    Recovery,
}

/// Why a county cannot be connected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConnectionProblem {
    /// `county.toml` has no `[connection]`.
    NotOffered,
    /// `county.toml` has no `[privacy]`: people must be told who handles what they write before they write it.
    NoPrivacyNotice,
    /// No key has this role.
    NoKeyFor(RecipientRole),
    /// The recipient at this place, counted from one, is no age X25519 recipient. What stands there is not repeated: it may be a
    /// private key put there by mistake, and this text ends up in build logs.
    NotAKey(usize),
    /// The endpoint is not an address this site may send to.
    NotAnEndpoint(String),
}

impl CountyRecord {
    /// The same county with the address of its inbox and its public keys: from now on it is connected.
    ///
    /// # Errors
    /// The first reason why nothing may be sent there.
    pub fn with_connection(mut self, endpoint: &str, recipients: Vec<Recipient>) -> Result<Self, ConnectionProblem> {
        if self.privacy.is_none() {
            return Err(ConnectionProblem::NoPrivacyNotice);
        }
        check_endpoint(endpoint)?;
        check_recipients(&recipients)?;
        let connection = self.connection.as_mut().ok_or(ConnectionProblem::NotOffered)?;
        connection.endpoint = Some(endpoint.trim_end_matches('/').to_owned());
        connection.recipients = recipients;
        Ok(self)
    }

    /// Whether a message can be sealed and sent to this county on a date. An expired key is never sealed to.
    pub fn is_connected_on(&self, date: NaiveDate) -> bool {
        self.connection.as_ref().is_some_and(|connection| connection.is_open_on(date))
    }
}

impl Connection {
    /// Whether there is an inbox, a key for every role, and no expired key.
    fn is_open_on(&self, date: NaiveDate) -> bool {
        let complete = check_recipients(&self.recipients).is_ok();
        complete && self.endpoint.is_some() && self.recipients.iter().all(|recipient| date <= recipient.expires)
    }
}

/// Only an encrypted line, or the same machine while trying things out.
fn check_endpoint(endpoint: &str) -> Result<(), ConnectionProblem> {
    let local = ["http://localhost:", "http://127.0.0.1:"].iter().any(|start| endpoint.starts_with(start));
    let sealed = endpoint.strip_prefix("https://").is_some_and(|rest| !rest.is_empty());
    let bare = !endpoint.contains([' ', '?', '#', '@']);
    if (local || sealed) && bare { Ok(()) } else { Err(ConnectionProblem::NotAnEndpoint(endpoint.to_owned())) }
}

fn check_recipients(recipients: &[Recipient]) -> Result<(), ConnectionProblem> {
    if let Some(place) = recipients.iter().position(|recipient| !looks_like_a_recipient(&recipient.key)) {
        return Err(ConnectionProblem::NotAKey(place + 1));
    }
    for role in [RecipientRole::Team, RecipientRole::Recovery] {
        if !recipients.iter().any(|recipient| recipient.role == role) {
            return Err(ConnectionProblem::NoKeyFor(role));
        }
    }
    Ok(())
}

/// The outer form of an age X25519 recipient: 62 characters of Bech32. The vault checks the sum.
fn looks_like_a_recipient(key: &str) -> bool {
    let bech32 = |byte: u8| b"qpzry9x8gf2tvdw0s3jn54khce6mua7l".contains(&byte);
    key.strip_prefix("age1").is_some_and(|data| data.len() == 58 && data.bytes().all(bech32))
}

impl fmt::Display for ConnectionProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOffered => formatter.write_str("the county's county.toml has no [connection]"),
            Self::NoPrivacyNotice => {
                formatter.write_str("the county's county.toml has no [privacy], so nothing may be sent to it")
            }
            Self::NoKeyFor(role) => write!(
                formatter,
                "no key has the role {role:?}; a message is sealed to the team and to the recovery key"
            ),
            Self::NotAKey(place) => write!(formatter, "recipient {place} is not an age recipient (age1…)"),
            Self::NotAnEndpoint(address) => write!(formatter, "\"{address}\" is not an https address of an inbox"),
        }
    }
}

/// A day as "2027-11-30".
mod iso_day {
    use chrono::NaiveDate;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use super::SourceDate;

    pub(super) fn serialize<S: Serializer>(day: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&SourceDate::Day(*day).to_string())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
        match SourceDate::parse(&String::deserialize(deserializer)?) {
            Some(SourceDate::Day(day)) => Ok(day),
            _ => Err(D::Error::custom("not a day like 2027-11-30")),
        }
    }
}
