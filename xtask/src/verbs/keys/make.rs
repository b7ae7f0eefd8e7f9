//! Making a county's first keys.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;

use super::{ask_twice, last_day, mark, problem, today};
use crate::{Result, keys};

/// Whose keys, and where they are to lie.
#[derive(Args)]
pub struct Options {
    /// The county's folder name in `counties/`.
    #[arg(long, value_name = "ID")]
    county: String,
    /// An empty or new folder that git does not see. The private keys in it belong on the staff's machine and in the
    /// county's safe, never on a server.
    #[arg(long, value_name = "FOLDER")]
    folder: PathBuf,
    /// The last day the site seals messages to these keys, such as 2027-11-30; a year from today if not given.
    #[arg(long, value_name = "DATE")]
    expires: Option<NaiveDate>,
}

/// Asks for a passphrase, makes the keys, and says what to do with each file.
pub fn run(options: &Options) -> Result<()> {
    let expires = last_day(options.expires, today())?;
    let made = keys::make_keys(&options.folder, &options.county, expires, &ask_twice()?).map_err(problem)?;
    for key in &made.keys {
        println!("{}  {}", mark(key), key.key);
    }
    println!("Used until {expires}. Copy {} into counties/{}/;", keys::RECIPIENTS_FILE, options.county);
    println!("give team.age to the team and recovery.age to the safe, the passphrase by another way.");
    println!(
        "Then each holder shows that theirs works: cargo xtask keys drill --county {} --identity FILE",
        options.county
    );
    Ok(())
}
