//! A county's keys: one for the team, one for the safe. Private halves are written under a passphrase, as files that the staff
//! reader and the stock tool open (`age -d -i team.age message.age`); public halves go into `recipients.toml`.

mod drill;
mod error;
mod private;
mod public;
mod rotate;

use std::path::Path;

use chrono::NaiveDate;
use tukipolku_vault::SecretString;

pub use drill::{Failure, Opened, drill};
pub use error::KeysError;
pub use private::SHORTEST_PASSPHRASE;
pub use public::{PublicKey, PublicKeys, RECIPIENTS_FILE, Role};
pub use rotate::{Rotated, rotate};

/// Makes the team's and the recovery key of `county` in `folder`: `team.age`, `recovery.age` and `recipients.toml`.
///
/// # Errors
/// See [`KeysError`]; nothing was overwritten.
pub fn make_keys(
    folder: &Path,
    county: &str,
    expires: NaiveDate,
    passphrase: &SecretString,
) -> Result<PublicKeys, KeysError> {
    let recipients = folder.join(RECIPIENTS_FILE);
    if recipients.exists() {
        return Err(KeysError::AlreadyThere(recipients));
    }
    let keys = private::make(folder, &Role::ALL, expires, passphrase)?;
    let public = PublicKeys { county: county.to_owned(), keys };
    public.write_new(&recipients)?;
    Ok(public)
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod trial;
