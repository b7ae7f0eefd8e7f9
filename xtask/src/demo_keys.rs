//! The keys of the demonstration's invented county: made at the first start, kept out of git, and no secret at all.

use std::path::PathBuf;

use chrono::{Days, NaiveDate, Utc};
use tukipolku_vault::SecretString;

use crate::deployment::DEMO_COUNTY;
use crate::{Problem, Result, keys, places};

/// The passphrase of the demonstration's private keys. It is printed, since there is nothing real behind it.
pub const PASSPHRASE: &str = "esimerkki ei ole salaisuus";

/// For how many days keys are used before they have to be changed.
const DAYS: Days = Days::new(365);

/// The folder of the keys.
pub fn folder() -> PathBuf {
    places::root().join("keys").join(DEMO_COUNTY)
}

/// The file with the public keys, made now if there is none yet.
pub fn recipients() -> Result<PathBuf> {
    let file = folder().join(keys::RECIPIENTS_FILE);
    if !file.is_file() {
        let passphrase = SecretString::from(PASSPHRASE.to_owned());
        let made = keys::make_keys(&folder(), DEMO_COUNTY, last_day(), &passphrase);
        made.map_err(|error| Problem::new(error.to_string()).at(&places::short(&folder()), None))?;
        println!("Made keys for the demonstration in keys/{DEMO_COUNTY}.");
    }
    Ok(file)
}

/// The last day of keys that are made today.
pub fn last_day() -> NaiveDate {
    Utc::now().date_naive() + DAYS
}
