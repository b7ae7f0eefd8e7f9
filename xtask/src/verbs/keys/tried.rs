//! The drill: each private file at hand is tried on a message that was sealed a moment ago.

use std::path::{Path, PathBuf};

use chrono::{NaiveDate, Utc};
use clap::Args;
use tukipolku_vault::SecretString;

use super::{County, hidden, mark, problem};
use crate::keys::{self, Failure, Opened, PublicKey, PublicKeys};
use crate::{Problem, Result};

/// Whose keys, and which private files are at hand.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    county: County,
    /// A private file, such as team.age. May be given several times; its passphrase is asked for.
    #[arg(long, value_name = "FILE", required = true)]
    identity: Vec<PathBuf>,
}

/// Tries each file and says plainly which one fails.
pub fn run(options: &Options) -> Result<()> {
    let public = PublicKeys::read(&options.county.file(), &options.county.county).map_err(problem)?;
    let (mut opened, mut failed) = (Vec::new(), 0);
    for file in &options.identity {
        let outcome = tried(&public, file)?;
        println!("{}", said(file, &outcome, Utc::now().date_naive()));
        match outcome {
            Ok(done) => opened.push(done.key),
            Err(_) => failed += 1,
        }
    }
    println!("{}", not_tried(&public, &opened));
    match failed {
        0 => Ok(()),
        _ => {
            Err(Problem::new(format!("Of {} at hand, {failed} did not open a fresh message.", options.identity.len()))
                .mend("do not publish a site with these keys before each holder's file opens."))
        }
    }
}

fn tried(public: &PublicKeys, file: &Path) -> Result<std::result::Result<Opened, Failure>> {
    let mut trouble = None;
    let passphrase = || {
        let asked = hidden(&format!("Passphrase of {}: ", file.display()));
        SecretString::from(asked.unwrap_or_else(|problem| {
            trouble = Some(problem);
            String::new()
        }))
    };
    let outcome = keys::drill(public, file, passphrase);
    trouble.map_or(Ok(outcome), Err)
}

fn said(file: &Path, outcome: &std::result::Result<Opened, Failure>, today: NaiveDate) -> String {
    let file = file.display();
    let done = match outcome {
        Ok(done) => done,
        Err(failure) => return format!("FAILS  {file}: {failure}."),
    };
    let late =
        if done.key.expires < today { " But the key has EXPIRED: nothing is sealed to it any more." } else { "" };
    let open = if done.lies_open { " But the file is under no passphrase: seal it with “age -p”." } else { "" };
    format!("opens  {file}: {}, used until {}.{late}{open}", mark(&done.key), done.key.expires)
}

/// The county's keys of which nobody brought the private file.
fn not_tried(public: &PublicKeys, opened: &[PublicKey]) -> String {
    let missing = public.keys.iter().filter(|key| !opened.contains(key));
    let missing: Vec<_> = missing.map(mark).collect();
    match missing.is_empty() {
        true => "Every key of the county's file was shown to open.".to_owned(),
        false => format!("Not shown: {}. Their holders have a drill of their own to do.", missing.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Role;

    fn key(role: Role) -> PublicKey {
        let expires = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        PublicKey { role, key: role.word().to_owned(), fingerprint: "1111 2222".to_owned(), expires }
    }

    #[test]
    fn failures_and_what_was_not_tried_are_said_plainly() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let file = Path::new("team.age");
        let failed = said(file, &Err(Failure::WrongPassphrase), today);
        assert_eq!(failed, "FAILS  team.age: the passphrase is another one.");
        let late = said(file, &Ok(Opened { key: key(Role::Team), lies_open: true }), today);
        assert!(
            late.starts_with("opens  team.age: team 1111 2222") && late.contains("EXPIRED") && late.contains("age -p")
        );
        let public = PublicKeys { county: "koe".to_owned(), keys: Role::ALL.map(key).to_vec() };
        assert!(not_tried(&public, &[key(Role::Team)]).contains("Not shown: recovery 1111 2222"));
        assert!(not_tried(&public, &public.keys).contains("Every key"));
    }
}
