//! Changing keys: the new ones are made, the county's file is written anew, and the rest is told in order, since its order is
//! what keeps every message readable.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;

use super::{County, ask_twice, last_day, mark, problem, today};
use crate::keys::{self, Role, Rotated};
use crate::{Result, places};

/// Which keys, and where the new ones are to lie.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    county: County,
    /// A new folder that git does not see, for the new private keys. The old ones stay where they are.
    #[arg(long, value_name = "FOLDER")]
    folder: PathBuf,
    /// Only this key; both without it.
    #[arg(long, value_name = "ROLE")]
    only: Option<Role>,
    /// The last day the site seals messages to the new keys; a year from today if not given.
    #[arg(long, value_name = "DATE")]
    expires: Option<NaiveDate>,
}

/// Asks for a passphrase, changes the keys, and says what to do next.
pub fn run(options: &Options) -> Result<()> {
    let expires = last_day(options.expires, today())?;
    let roles = options.only.map_or(Role::ALL.to_vec(), |role| vec![role]);
    let (county, file) = (&options.county.county, options.county.file());
    let done = keys::rotate(&file, county, &options.folder, &roles, expires, &ask_twice()?).map_err(problem)?;
    println!("{}", told(&done));
    println!("{}", steps(county, &places::short(&file).display().to_string(), options, &done));
    Ok(())
}

fn told(done: &Rotated) -> String {
    let lines = |what: &str, keys: &[keys::PublicKey]| -> String {
        keys.iter().map(|key| format!("{what}: {}, used until {}\n", mark(key), key.expires)).collect()
    };
    lines("new", &done.new) + &lines("stays", &done.kept) + &lines("taken out", &done.old)
}

/// What is to be done, in this order.
fn steps(county: &str, file: &str, options: &Options, done: &Rotated) -> String {
    let folder = options.folder.display();
    let given: Vec<_> = done.new.iter().map(|key| format!("{folder}/{}.age", key.role.word())).collect();
    let identities: String = given.iter().map(|file| format!(" --identity {file}")).collect();
    format!(
        "What to do now, in this order:\n\
         1. Compare the new fingerprints with {file} over the phone, and commit that file. It holds public keys only.\n\
         2. Give {} to who holds that role (recovery: the safe), the passphrase by another way.\n\
         3. Have each holder show that it works: cargo xtask keys drill --county {county}{identities}\n\
         4. Build the site, publish it, and look: cargo xtask build --county {county}, then --check-url\n   \
            (with --endpoint, unless the county's folder names its inbox). Until then people\n   \
            still seal to the old keys.\n\
         5. Keep the old private files where they are. They alone open what was sealed before: what lies in the inbox, and what\n   \
            somebody sealed in an older page or keeps unsent on a device (as long as drafts are kept, 14 days at most).\n   \
            The reader takes old and new keys at once.\n\
         6. When the inbox holds nothing from before step 4 and those days have passed, destroy the old private files. If an old\n   \
            key has leaked, treat what was sealed to it as read, and make new tokens for the staff.",
        given.join(" and ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo_keys;
    use crate::keys::PublicKey;

    #[test]
    fn the_steps_name_the_files_and_keep_the_old_key() {
        let key = |role, mark: &str| PublicKey {
            role,
            key: "age1".to_owned(),
            fingerprint: mark.to_owned(),
            expires: demo_keys::last_day(),
        };
        let done = Rotated {
            new: vec![key(Role::Team, "1111")],
            old: vec![key(Role::Team, "2222")],
            kept: vec![key(Role::Recovery, "3333")],
        };
        let county = County { county: "koe".to_owned(), recipients: None };
        let options = Options { county, folder: "/safe/2027".into(), only: Some(Role::Team), expires: None };
        let said = told(&done) + &steps("koe", "counties/koe/recipients.toml", &options, &done);
        for words in [
            "new: team 1111",
            "stays: recovery 3333",
            "taken out: team 2222",
            "commit that file",
            "--identity /safe/2027/team.age",
            "Keep the old private files",
        ] {
            assert!(said.contains(words), "{words}\n{said}");
        }
        assert!(!said.contains("recovery.age"), "only the team's key was changed");
    }
}
