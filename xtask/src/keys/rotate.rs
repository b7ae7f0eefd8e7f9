//! New keys in the place of old ones: the old public key leaves the county's file, so that nothing new is sealed to it; the old
//! private file is not touched, since it alone opens what was sealed before.

use std::path::Path;

use chrono::NaiveDate;
use tukipolku_vault::SecretString;

use super::error::KeysError;
use super::private;
use super::public::{PublicKey, PublicKeys, Role};

/// What a change of keys came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rotated {
    /// The new public keys.
    pub new: Vec<PublicKey>,
    /// Those that left the county's file.
    pub old: Vec<PublicKey>,
    /// Those that stayed.
    pub kept: Vec<PublicKey>,
}

/// Makes new keys for these roles in `folder`, a new one outside the repository, and puts their public halves into
/// `recipients` in the place of the old ones. A private key goes into `folder` only.
///
/// # Errors
/// See [`KeysError`]. The file of public keys is changed last, so an error leaves it as it was.
pub fn rotate(
    recipients: &Path,
    county: &str,
    folder: &Path,
    roles: &[Role],
    expires: NaiveDate,
    passphrase: &SecretString,
) -> Result<Rotated, KeysError> {
    let before = PublicKeys::read(recipients, county)?;
    let new = private::make(folder, roles, expires, passphrase)?;
    let (old, kept): (Vec<_>, Vec<_>) = before.keys.into_iter().partition(|key| roles.contains(&key.role));
    let mut keys = [new.clone(), kept.clone()].concat();
    keys.sort_by_key(|key| key.role);
    PublicKeys { county: before.county, keys }.replace(recipients)?;
    Ok(Rotated { new, old, kept })
}
