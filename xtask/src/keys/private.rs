//! The private halves: each a file under a passphrase, that nobody but its owner may read and that git must not see.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::NaiveDate;
use tukipolku_vault::passphrase::{IDENTITY_WORK_FACTOR, seal_with_passphrase};
use tukipolku_vault::{ExposeSecret, Identity, SecretString};

use super::error::KeysError;
use super::public::{PublicKey, Role};

/// The shortest passphrase for a key that opens what a county's families wrote.
pub const SHORTEST_PASSPHRASE: usize = 12;

/// Makes a new key for each role in `folder` and gives the public halves. Everything is refused before anything is written.
pub(super) fn make(
    folder: &Path,
    roles: &[Role],
    expires: NaiveDate,
    passphrase: &SecretString,
) -> Result<Vec<PublicKey>, KeysError> {
    if passphrase.expose_secret().chars().count() < SHORTEST_PASSPHRASE {
        return Err(KeysError::PassphraseTooShort);
    }
    refuse_where_git_would_see(folder, roles)?;
    if let Some(file) = roles.iter().map(|role| file_of(folder, *role)).find(|file| file.exists()) {
        return Err(KeysError::AlreadyThere(file));
    }
    fs::create_dir_all(folder).map_err(|error| KeysError::Unwritable(folder.to_owned(), error))?;
    roles.iter().map(|role| make_key(folder, *role, expires, passphrase)).collect()
}

/// Where the private key of a role lies.
pub(super) fn file_of(folder: &Path, role: Role) -> PathBuf {
    folder.join(format!("{}.age", role.word()))
}

fn make_key(folder: &Path, role: Role, expires: NaiveDate, passphrase: &SecretString) -> Result<PublicKey, KeysError> {
    let identity = Identity::generate();
    let secret = identity.to_string();
    let sealed = seal_with_passphrase(passphrase.clone(), IDENTITY_WORK_FACTOR, secret.expose_secret().as_bytes());
    write_new(&file_of(folder, role), &sealed.map_err(KeysError::Vault)?)?;
    Ok(PublicKey::new(role, identity.to_public().to_string(), expires))
}

/// Asks git itself, since only git knows all the places where ignoring can be written. Without git the answer is no.
fn refuse_where_git_would_see(folder: &Path, roles: &[Role]) -> Result<(), KeysError> {
    let Some(existing) = in_a_work_tree(folder) else { return Ok(()) };
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let ignored = |role: &Role| {
        let mut git = Command::new("git");
        git.arg("-C").arg(&existing).args(["check-ignore", "--quiet"]).arg(file_of(&whole, *role));
        git.status().is_ok_and(|status| status.success())
    };
    if roles.iter().all(ignored) { Ok(()) } else { Err(KeysError::WouldBeCommitted(folder.to_owned())) }
}

/// The nearest folder above that exists, if it lies in a git work tree.
fn in_a_work_tree(folder: &Path) -> Option<PathBuf> {
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let existing = whole.ancestors().find_map(|above| above.canonicalize().ok())?;
    existing.ancestors().any(|above| above.join(".git").exists()).then_some(existing)
}

/// Writes a file that must not exist yet and that only its owner may read.
pub(super) fn write_new(file: &Path, bytes: &[u8]) -> Result<(), KeysError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(file).and_then(|mut open| open.write_all(bytes).and_then(|()| open.sync_all()));
    written.map_err(|error| KeysError::Unwritable(file.to_owned(), error))
}
