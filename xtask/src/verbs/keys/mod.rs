//! A county's keys: making, listing, changing them, and the drill.

mod change;
mod list;
mod make;
mod tried;

pub use list::called_out;

use std::path::PathBuf;

use chrono::{NaiveDate, Utc};
use clap::{Args, Subcommand};
use tukipolku_vault::SecretString;

use crate::keys::{PublicKey, RECIPIENTS_FILE, SHORTEST_PASSPHRASE};
use crate::{Problem, Result, demo_keys, places};

/// What to do with keys.
#[derive(Args)]
#[command(after_help = "Through a year:\n  \
    cargo xtask keys new --county esimerkki --folder ~/keys-2026        make them; recipients.toml goes into the county's folder\n  \
    cargo xtask keys drill --county esimerkki --identity ~/keys-2026/team.age   each holder, now and before every change\n  \
    cargo xtask keys list                                               which keys are used, and until when\n  \
    cargo xtask keys rotate --county esimerkki --folder ~/keys-2027     a month before the last day\n\
    A private key is written under a passphrase, never into a folder that git would see, and never over another.")]
pub struct Options {
    #[command(subcommand)]
    verb: KeyVerb,
}

#[derive(Subcommand)]
enum KeyVerb {
    /// Make a county's first keys: one for the team, one for the safe.
    New(make::Options),
    /// Show the public keys of the counties: role, fingerprint, last day.
    List(list::Options),
    /// Make new keys in the place of old ones, and say in which order everything else is done.
    Rotate(change::Options),
    /// Seal a fresh message to a county's keys and have each private file at hand open it.
    Drill(tried::Options),
}

/// Does what was asked for.
pub fn run(options: &Options) -> Result<()> {
    match &options.verb {
        KeyVerb::New(options) => make::run(options),
        KeyVerb::List(options) => list::run(options),
        KeyVerb::Rotate(options) => change::run(options),
        KeyVerb::Drill(options) => tried::run(options),
    }
}

/// Which county's public keys.
#[derive(Args)]
struct County {
    /// The county's folder name in `counties/`.
    #[arg(long, value_name = "ID")]
    county: String,
    /// The file with its public keys, where it is not `counties/<ID>/recipients.toml`.
    #[arg(long, value_name = "FILE")]
    recipients: Option<PathBuf>,
}

impl County {
    fn file(&self) -> PathBuf {
        let own = || places::root().join("counties").join(&self.county).join(RECIPIENTS_FILE);
        self.recipients.clone().unwrap_or_else(own)
    }
}

/// The last day of new keys: the one that was named, or a year from today.
///
/// # Errors
/// It has passed: the site would seal to such a key no more.
fn last_day(named: Option<NaiveDate>, today: NaiveDate) -> Result<NaiveDate> {
    let last = named.unwrap_or_else(demo_keys::last_day);
    if last > today {
        return Ok(last);
    }
    Err(Problem::new(format!("{last} has passed or is today."))
        .mend("name a later day with --expires, or leave it out: a year from today."))
}

fn today() -> NaiveDate {
    Utc::now().date_naive()
}

/// A key as people compare it.
fn mark(key: &PublicKey) -> String {
    format!("{} {}", key.role.word(), key.fingerprint)
}

/// Asks for a new passphrase twice, since a slip of the finger would lock everybody out.
fn ask_twice() -> Result<SecretString> {
    let first = hidden(&format!("Passphrase, at least {SHORTEST_PASSPHRASE} characters: "))?;
    match hidden("The same again: ")? == first {
        true => Ok(SecretString::from(first)),
        false => Err(Problem::new("The two were not the same; no keys were made.")),
    }
}

fn hidden(prompt: &str) -> Result<String> {
    rpassword::prompt_password(prompt)
        .map_err(|error| Problem::new(format!("No passphrase could be asked for: {error}")))
}

fn problem(error: crate::keys::KeysError) -> Problem {
    Problem::new(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_keys_last_at_least_until_tomorrow() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date");
        let tomorrow = today.succ_opt();
        assert_eq!(last_day(tomorrow, today).ok(), tomorrow);
        for passed in [Some(today), today.pred_opt()] {
            assert!(last_day(passed, today).is_err(), "{passed:?}");
        }
    }
}
