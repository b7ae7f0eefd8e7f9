//! Where things lie in the repository.

use std::path::{Path, PathBuf};

/// The top of the repository.
pub fn root() -> &'static Path {
    // Not `…/xtask/..`: Chromium loses its profile behind two dots.
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// The finished site, as Trunk leaves it.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// What the build makes before Trunk runs: the joined style sheet, the vault, the hosts' header files.
pub fn made() -> PathBuf {
    root().join("target/site")
}

/// Tools that were installed for this repository only. Outside `target`, so that `cargo clean` keeps them.
pub fn tools() -> PathBuf {
    root().join(".tools")
}

/// A path as a person would type it from the top of the repository.
pub fn short(path: &Path) -> PathBuf {
    path.strip_prefix(root()).unwrap_or(path).to_owned()
}
