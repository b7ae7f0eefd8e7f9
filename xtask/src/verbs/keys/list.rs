//! Which keys messages are sealed to, and until when.

use std::path::PathBuf;

use chrono::{NaiveDate, Utc};
use clap::Args;

use super::{mark, problem};
use crate::keys::{PublicKey, PublicKeys, RECIPIENTS_FILE};
use crate::{Result, demo_keys, places};

/// How many days before the last one a key should be changed.
const CHANGE_BEFORE: i64 = 30;

/// Which counties.
#[derive(Args)]
pub struct Options {
    /// Only this county: its folder name in `counties/`.
    #[arg(long, value_name = "ID")]
    county: Option<String>,
}

/// Lists every public key there is.
pub fn run(options: &Options) -> Result<()> {
    let today = Utc::now().date_naive();
    let files = files(options.county.as_deref());
    for (county, file) in &files {
        for key in PublicKeys::read(file, county).map_err(problem)?.keys {
            println!("{county}: {}", line(&key, today));
        }
    }
    if files.is_empty() {
        println!("There are no public keys. A county's first ones: cargo xtask keys new --help");
    }
    Ok(())
}

/// The keys of a county that must be changed now, each in a line; none where it has no keys.
pub fn called_out(county: &str) -> Result<Vec<String>> {
    let today = Utc::now().date_naive();
    let mut lines = Vec::new();
    for (county, file) in files(Some(county)) {
        let keys = PublicKeys::read(&file, &county).map_err(problem)?.keys;
        let late = keys.iter().filter(|key| (key.expires - today).num_days() < CHANGE_BEFORE);
        lines.extend(late.map(|key| format!("{county}: {}", line(key, today))));
    }
    Ok(lines)
}

/// The files with public keys: of the counties, and those that the demonstration has made for itself.
fn files(only: Option<&str>) -> Vec<(String, PathBuf)> {
    let folders = std::fs::read_dir(places::root().join("counties")).into_iter().flatten().flatten();
    let named = folders.map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()));
    let demo = (crate::deployment::DEMO_COUNTY.to_owned(), demo_keys::folder());
    let all = named.chain([demo]).map(|(county, folder)| (county, folder.join(RECIPIENTS_FILE)));
    let mut files: Vec<_> =
        all.filter(|(county, file)| file.is_file() && only.is_none_or(|only| only == county)).collect();
    files.sort();
    files
}

fn line(key: &PublicKey, today: NaiveDate) -> String {
    let days = (key.expires - today).num_days();
    let words = match days {
        ..0 => "EXPIRED: the site does not seal to it, nor to any other key of this county".to_owned(),
        0..CHANGE_BEFORE => format!("{days} days left: change it now (cargo xtask keys rotate --help)"),
        _ => format!("{days} days left"),
    };
    format!("{}, used until {}, {words}", mark(key), key.expires)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Role;

    #[test]
    fn a_key_is_called_out_a_month_before_its_last_day() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let key = |expires| PublicKey {
            role: Role::Team,
            key: "age1".to_owned(),
            fingerprint: "0123 4567 89ab cdef".to_owned(),
            expires,
        };
        let said = |expires| line(&key(expires), day(22));
        assert!(said(day(21)).contains("EXPIRED"), "{}", said(day(21)));
        assert!(said(day(22)).contains("0 days left: change it now"));
        assert_eq!(
            said(NaiveDate::from_ymd_opt(2026, 12, 22).unwrap()),
            "team 0123 4567 89ab cdef, used until 2026-12-22, 30 days left"
        );
    }
}
