//! What the tests of the keys share: a folder that goes away, made keys, and the stock tool at a terminal.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::NaiveDate;
use tukipolku_vault::SecretString;
use tukipolku_vault::sealed::{recipients, seal};

use super::*;

/// The passphrase of every key in these tests.
pub const PASSPHRASE: &str = "aasi-helle-kanava-oja";

/// A folder outside any work tree, gone afterwards.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("tukipolku-keys-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// The folder of a county with these public keys, as in the repository.
    pub fn with_county(name: &str, public: &PublicKeys) -> (Self, PathBuf) {
        let folder = Self::new(name);
        let file = folder.0.join(RECIPIENTS_FILE);
        fs::write(&file, public.to_toml()).unwrap();
        (folder, file)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub fn passphrase() -> SecretString {
    SecretString::from(PASSPHRASE)
}

pub fn last_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 11, 21).unwrap()
}

pub fn made(folder: &Path) -> Result<PublicKeys, KeysError> {
    make_keys(folder, "esimerkki", last_day(), &passphrase())
}

/// A message sealed as the forms do.
pub fn sealed(public: &PublicKeys) -> Vec<u8> {
    seal(&recipients(&public.lines()).unwrap(), "hei sieltä".as_bytes()).unwrap()
}

/// What the stock tool makes of a message with this private file. It asks for the passphrase on a terminal only, and `script`
/// is one (package `bsdutils`, on every Debian).
pub fn opened_by_the_stock_tool(message: &[u8], identity: &Path) -> Option<Vec<u8>> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let folder = Folder::new(&format!("stock-{}", NUMBER.fetch_add(1, Ordering::Relaxed)));
    fs::write(folder.0.join("message.age"), message).unwrap();
    fs::copy(identity, folder.0.join("team.age")).unwrap();
    let mut script = Command::new("script");
    script.args(["--quiet", "--return", "--command", "age -d -i team.age -o opened.txt message.age", "/dev/null"]);
    let mut child = script.current_dir(&folder.0).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    writeln!(child.stdin.take().unwrap(), "{PASSPHRASE}").unwrap();
    let opened = child.wait().unwrap().success();
    opened.then(|| fs::read(folder.0.join("opened.txt")).unwrap())
}
