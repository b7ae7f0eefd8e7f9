//! Files of the site with a hash of their bytes in the name, so that hosts and browsers may keep them for ever.

use std::{collections::BTreeMap, fs, io, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256, Sha384};

/// Files written to `/assets/`, and where each can be fetched.
#[derive(Debug, Default)]
pub struct Assets {
    addresses: BTreeMap<String, String>,
}

impl Assets {
    /// Writes bytes to `<site>/assets/<name>-<hash>.<ending>` and remembers the address under `name`.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn write(&mut self, site: &Path, name: &str, ending: &str, bytes: &[u8]) -> io::Result<String> {
        let hash: String = Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let address = format!("/assets/{name}-{hash}.{ending}");
        let file = site.join(&address[1..]);
        fs::create_dir_all(file.parent().unwrap_or(site))?;
        fs::write(file, bytes)?;
        self.addresses.insert(name.to_owned(), address.clone());
        Ok(address)
    }

    /// Takes over a file whose name holds a hash of its bytes already. Its name in the table goes without the hash.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn adopt(&mut self, site: &Path, file_name: &str, bytes: &[u8]) -> io::Result<()> {
        let address = format!("/assets/{file_name}");
        fs::write(site.join(&address[1..]), bytes)?;
        let (stem, ending) = file_name.rsplit_once('.').unwrap_or((file_name, ""));
        let name = stem.rsplit_once('-').map_or(stem, |(name, _)| name);
        self.addresses.insert(format!("{name}.{ending}"), address);
        Ok(())
    }

    /// Takes over every file of a folder, as [`Assets::adopt`] does.
    ///
    /// # Errors
    /// A file cannot be read or written.
    pub fn adopt_all(&mut self, site: &Path, folder: &Path) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let file = entry?.path();
            let Some(name) = file.file_name().and_then(|name| name.to_str()) else { continue };
            self.adopt(site, name, &fs::read(&file)?)?;
        }
        Ok(())
    }

    /// Where something that was written or taken over can be fetched.
    pub fn address(&self, name: &str) -> Option<&str> {
        self.addresses.get(name).map(String::as_str)
    }

    /// Name → address of everything written so far, as JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string(&self.addresses).expect("a table of strings is valid JSON")
    }
}

/// The value of an `integrity` attribute for these bytes (SRI, SHA-384).
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}
