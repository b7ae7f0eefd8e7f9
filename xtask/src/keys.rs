//! Makes a county's keys: one for the team, one for the safe. Private halves are written under a passphrase, as files that
//! the staff reader and the stock tool open (`age -d -i team.age message.age`); public halves go into `recipients.toml`.

use std::fmt;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::NaiveDate;
use tukipolku_vault::digest::fingerprint;
use tukipolku_vault::passphrase::{IDENTITY_WORK_FACTOR, seal_with_passphrase};
use tukipolku_vault::{ExposeSecret, Identity, SecretString, VaultError};

/// The shortest passphrase for a key that opens what a county's families wrote.
pub const SHORTEST_PASSPHRASE: usize = 12;

/// The name of the file with the public keys, beside the private ones. It may be copied anywhere.
pub const RECIPIENTS_FILE: &str = "recipients.toml";

const ROLES: [&str; 2] = ["team", "recovery"];

/// The public halves of a county's keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKeys {
    /// The county's id, the name of its folder.
    pub county: String,
    /// The last day on which messages are sealed to these keys.
    pub expires: NaiveDate,
    /// One key for each role: `team`, then `recovery`.
    pub keys: Vec<PublicKey>,
}

/// One public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    /// `team` or `recovery`.
    pub role: &'static str,
    /// An age X25519 recipient, `age1…`.
    pub key: String,
    /// What people compare: 16 hex digits of the SHA-256 of the key's text, in groups of four.
    pub fingerprint: String,
}

/// Why no keys were made. Nothing was overwritten.
#[derive(Debug)]
pub enum KeysError {
    /// The folder lies in a git work tree that does not ignore it: private keys could be committed.
    WouldBeCommitted(PathBuf),
    /// There is a file of that name; replacing it could make messages unreadable for ever.
    AlreadyThere(PathBuf),
    /// The passphrase is shorter than [`SHORTEST_PASSPHRASE`] characters.
    PassphraseTooShort,
    /// A file could not be written.
    Unwritable(PathBuf, io::Error),
    /// The keys could not be sealed.
    Vault(VaultError),
}

/// Makes the team's and the recovery key of `county` in `folder`: `team.age`, `recovery.age` and `recipients.toml`.
///
/// # Errors
/// See [`KeysError`].
pub fn make_keys(
    folder: &Path,
    county: &str,
    expires: NaiveDate,
    passphrase: &SecretString,
) -> Result<PublicKeys, KeysError> {
    if passphrase.expose_secret().chars().count() < SHORTEST_PASSPHRASE {
        return Err(KeysError::PassphraseTooShort);
    }
    refuse_where_git_would_see(folder)?;
    refuse_to_replace(folder)?;
    fs::create_dir_all(folder).map_err(|error| KeysError::Unwritable(folder.to_owned(), error))?;
    let keys = ROLES.map(|role| make_key(folder, role, passphrase));
    let keys = keys.into_iter().collect::<Result<Vec<_>, _>>()?;
    let public = PublicKeys { county: county.to_owned(), expires, keys };
    write_new(&folder.join(RECIPIENTS_FILE), public.to_toml().as_bytes())?;
    Ok(public)
}

impl PublicKeys {
    /// The text of `recipients.toml`.
    pub fn to_toml(&self) -> String {
        let mut text =
            format!("# Public keys of {}. Made by `cargo xtask keys`; they may be shown to anybody.\n", self.county);
        for key in &self.keys {
            text += &format!(
                "\n[[recipients]]\nrole = \"{}\"\nkey = \"{}\"\nfingerprint = \"{}\"\nexpires = \"{}\"\n",
                key.role, key.key, key.fingerprint, self.expires
            );
        }
        text
    }
}

fn make_key(folder: &Path, role: &'static str, passphrase: &SecretString) -> Result<PublicKey, KeysError> {
    let identity = Identity::generate();
    let key = identity.to_public().to_string();
    let secret = identity.to_string();
    let sealed = seal_with_passphrase(passphrase.clone(), IDENTITY_WORK_FACTOR, secret.expose_secret().as_bytes());
    write_new(&private_file(folder, role), &sealed.map_err(KeysError::Vault)?)?;
    Ok(PublicKey { role, fingerprint: fingerprint(&key), key })
}

fn private_file(folder: &Path, role: &str) -> PathBuf {
    folder.join(format!("{role}.age"))
}

fn refuse_to_replace(folder: &Path) -> Result<(), KeysError> {
    let files = ROLES.map(|role| private_file(folder, role)).into_iter().chain([folder.join(RECIPIENTS_FILE)]);
    match files.into_iter().find(|file| file.exists()) {
        Some(file) => Err(KeysError::AlreadyThere(file)),
        None => Ok(()),
    }
}

/// Asks git itself, since only git knows all the places where ignoring can be written. Without git the answer is no.
fn refuse_where_git_would_see(folder: &Path) -> Result<(), KeysError> {
    let Some(existing) = in_a_work_tree(folder) else { return Ok(()) };
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let ignored = |role| {
        let mut git = Command::new("git");
        git.arg("-C").arg(&existing).args(["check-ignore", "--quiet"]).arg(private_file(&whole, role));
        git.status().is_ok_and(|status| status.success())
    };
    if ROLES.into_iter().all(ignored) { Ok(()) } else { Err(KeysError::WouldBeCommitted(folder.to_owned())) }
}

/// The nearest folder above that exists, if it lies in a git work tree.
fn in_a_work_tree(folder: &Path) -> Option<PathBuf> {
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let existing = whole.ancestors().find_map(|above| above.canonicalize().ok())?;
    existing.ancestors().any(|above| above.join(".git").exists()).then_some(existing)
}

/// Writes a file that must not exist yet and that only its owner may read.
fn write_new(file: &Path, bytes: &[u8]) -> Result<(), KeysError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(file).and_then(|mut open| open.write_all(bytes).and_then(|()| open.sync_all()));
    written.map_err(|error| KeysError::Unwritable(file.to_owned(), error))
}

impl fmt::Display for KeysError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WouldBeCommitted(folder) => {
                let folder = folder.display();
                write!(out, "{folder} lies in a git work tree and is not ignored. Choose a folder outside of it.")
            }
            Self::AlreadyThere(file) => {
                write!(
                    out,
                    "{} is there already. Without it old messages cannot be read; choose another folder.",
                    file.display()
                )
            }
            Self::PassphraseTooShort => write!(out, "The passphrase needs at least {SHORTEST_PASSPHRASE} characters."),
            Self::Unwritable(file, error) => write!(out, "{} cannot be written: {error}", file.display()),
            Self::Vault(error) => write!(out, "The keys could not be sealed: {}.", error.name()),
        }
    }
}

impl std::error::Error for KeysError {}

#[cfg(test)]
mod tests {
    use std::process::Stdio;

    use tukipolku_vault::identity::read_identities;
    use tukipolku_vault::sealed::{open, recipients, seal};

    use super::*;

    /// A folder outside any work tree, gone afterwards.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("tukipolku-keys-{name}-{}", std::process::id()));
            fs::create_dir_all(&path).unwrap();
            Self(path)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn passphrase() -> SecretString {
        SecretString::from("aasi-helle-kanava-oja")
    }

    fn made(folder: &Path) -> Result<PublicKeys, KeysError> {
        make_keys(folder, "esimerkki", NaiveDate::from_ymd_opt(2027, 11, 21).unwrap(), &passphrase())
    }

    #[test]
    fn both_keys_open_what_is_sealed_to_them_and_hide_under_the_passphrase() {
        let folder = Folder::new("both");
        let public = made(&folder.0).unwrap();
        let lines: Vec<&str> = public.keys.iter().map(|key| key.key.as_str()).collect();
        let sealed = seal(&recipients(&lines.join("\n")).unwrap(), b"hei").unwrap();
        for key in &public.keys {
            let file = fs::read(private_file(&folder.0, key.role)).unwrap();
            assert!(!file.windows(14).any(|part| part == b"AGE-SECRET-KEY"));
            let identities = read_identities(&file, Some(passphrase())).unwrap();
            assert_eq!(**open(&identities, &sealed).unwrap(), *b"hei");
        }
    }

    #[test]
    fn the_public_file_names_role_key_fingerprint_and_expiry() {
        let folder = Folder::new("public");
        let public = made(&folder.0).unwrap();
        let text = fs::read_to_string(folder.0.join(RECIPIENTS_FILE)).unwrap();
        let read: toml::Table = text.parse().unwrap();
        let rows = read["recipients"].as_array().unwrap();
        for (row, key) in rows.iter().zip(&public.keys) {
            assert_eq!(row["role"].as_str(), Some(key.role));
            assert_eq!(row["key"].as_str(), Some(key.key.as_str()));
            assert_eq!(row["fingerprint"].as_str(), Some(fingerprint(&key.key).as_str()));
            assert_eq!(row["expires"].as_str(), Some("2027-11-21"));
        }
        assert_eq!(rows.len(), 2);
        assert!(!text.contains("SECRET"));
    }

    #[test]
    fn no_key_is_ever_replaced() {
        let folder = Folder::new("replace");
        fs::write(folder.0.join("recovery.age"), "old").unwrap();
        assert!(matches!(made(&folder.0), Err(KeysError::AlreadyThere(_))));
        assert_eq!(fs::read_to_string(folder.0.join("recovery.age")).unwrap(), "old");
        assert!(!folder.0.join("team.age").exists());
    }

    #[test]
    fn a_short_passphrase_is_refused() {
        let folder = Folder::new("short");
        let date = NaiveDate::from_ymd_opt(2027, 11, 21).unwrap();
        let refused = make_keys(&folder.0, "esimerkki", date, &SecretString::from("lyhyt"));
        assert!(matches!(refused, Err(KeysError::PassphraseTooShort)));
    }

    #[test]
    fn a_work_tree_must_ignore_the_folder() {
        let tree = Folder::new("tree");
        let git = Command::new("git").arg("-C").arg(&tree.0).args(["init", "--quiet"]).status().unwrap();
        assert!(git.success());
        assert!(matches!(made(&tree.0.join("keys/new")), Err(KeysError::WouldBeCommitted(_))));
        assert!(!tree.0.join("keys").exists());
        fs::write(tree.0.join(".gitignore"), "/keys\n").unwrap();
        assert!(made(&tree.0.join("keys/new")).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_may_read_the_private_files() {
        use std::os::unix::fs::PermissionsExt;
        let folder = Folder::new("mode");
        made(&folder.0).unwrap();
        let mode = fs::metadata(folder.0.join("team.age")).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0);
    }

    /// The stock tool asks for the passphrase on a terminal only; `script` is one (package `bsdutils`, on every Debian).
    #[test]
    fn the_stock_tool_opens_a_message_with_the_identity_file() {
        let folder = Folder::new("stock");
        let public = made(&folder.0).unwrap();
        let sealed = seal(&recipients(&public.keys[0].key).unwrap(), b"hei sielt\xc3\xa4").unwrap();
        fs::write(folder.0.join("message.age"), sealed).unwrap();
        let mut script = Command::new("script");
        script.args(["--quiet", "--return", "--command", "age -d -i team.age -o opened.txt message.age", "/dev/null"]);
        let mut child = script.current_dir(&folder.0).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let line = format!("{}\n", passphrase().expose_secret());
        child.stdin.take().unwrap().write_all(line.as_bytes()).unwrap();
        assert!(child.wait().unwrap().success(), "the tool `age` is installed (apt-get install age)");
        assert_eq!(fs::read(folder.0.join("opened.txt")).unwrap(), b"hei sielt\xc3\xa4");
    }
}
