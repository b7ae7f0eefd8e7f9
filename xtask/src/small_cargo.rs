//! A `cargo` for Trunk that makes the browser's program small: the standard library is rebuilt for size. Trunk calls whatever `cargo` it finds first, so the site's build puts this program there under that name.
//!
//! Without it (a toolchain without its sources) the same program comes out, only heavier:
//! docs/decisions/small-program.md has the figures.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use crate::{Problem, Result, places, problem, shed};

/// Names the real cargo to the one that stands in for it.
const REAL: &str = "TUKI_REAL_CARGO";
const TARGET: &str = "wasm32-unknown-unknown";
/// The library without the texts that only a developer's panic message would hold; formatting is chosen for size. Functions are
/// not merged, so that what is never called can be told by name ([`shed`]).
const FLAGS: [&str; 3] = ["-Zlocation-detail=none", "-Zfmt-debug=none", "-Zmerge-functions=disabled"];

/// Whether this program was called as `cargo`.
pub fn is_asked_for() -> bool {
    let called = std::env::args_os().next().map(PathBuf::from);
    called.is_some_and(|path| path.file_name().is_some_and(|name| name == "cargo"))
}

/// A folder to put first in `PATH`: in it this program is called `cargo`.
///
/// # Errors
/// The folder cannot be made, or the program not be copied into it.
pub fn folder() -> Result<PathBuf> {
    let folder = places::made().join("cargo");
    let link = folder.join("cargo");
    std::fs::create_dir_all(&folder).map_err(problem::about(&folder))?;
    let _ = std::fs::remove_file(&link);
    std::fs::copy(this_program()?, &link).map_err(problem::about(&link))?;
    Ok(folder)
}

/// The file of this program. A build that runs meanwhile may have replaced it, so Linux is asked for the file itself.
fn this_program() -> Result<PathBuf> {
    let itself = PathBuf::from("/proc/self/exe");
    if itself.exists() { Ok(itself) } else { std::env::current_exe().map_err(|error| Problem::new(error.to_string())) }
}

/// The name and the value by which the real cargo is told to the one that stands in for it.
pub fn real() -> (&'static str, PathBuf) {
    (REAL, crate::tools::find("cargo").unwrap_or_else(|| "cargo".into()))
}

/// Runs cargo with the arguments this program got; a build for the browser is made small.
///
/// # Errors
/// Cargo cannot be started.
pub fn run() -> Result<ExitStatus> {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let mut cargo = Command::new(std::env::var_os(REAL).unwrap_or_else(|| "cargo".into()));
    cargo.args(&arguments).stdin(Stdio::null());
    if is_for_browser(&arguments) && sources_are_here() {
        let target = places::root().join("target/small");
        rebuild_library(&mut cargo, &target);
        let status = status(&mut cargo)?;
        if status.success() {
            shed::shed(&program(&target, &arguments))?;
        }
        return Ok(status);
    }
    status(&mut cargo)
}

/// Where cargo has put the program. Trunk names the profile in one word, `--profile=web`, or in two.
fn program(target: &Path, arguments: &[OsString]) -> PathBuf {
    let words: Vec<_> = arguments.iter().map(|word| word.to_string_lossy()).collect();
    let named = words.iter().find_map(|word| word.strip_prefix("--profile=").map(str::to_owned));
    let after = words.windows(2).find(|pair| pair[0] == "--profile").map(|pair| pair[1].to_string());
    let released = words.iter().any(|word| word == "--release").then(|| "release".to_owned());
    let profile = named.or(after).or(released).unwrap_or_else(|| "debug".to_owned());
    target.join(TARGET).join(profile).join("tukipolku.wasm")
}

/// Whether these arguments ask for the browser's program. Trunk writes `--target=…` in one word.
fn is_for_browser(arguments: &[OsString]) -> bool {
    let ends_with = |end: &str| arguments.iter().any(|word| word.to_string_lossy().ends_with(end));
    arguments.first().is_some_and(|verb| verb == "build") && ends_with(TARGET)
}

/// A folder of its own: the switch that opens the compiler's unfinished options would have every other build start anew.
fn rebuild_library(cargo: &mut Command, target: &Path) {
    // These are added to the flags of `.cargo/config.toml`.
    let flags = FLAGS.map(|flag| format!("{flag:?}")).join(",");
    cargo
        .env("RUSTC_BOOTSTRAP", "1")
        .args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"])
        .arg("--target-dir")
        .arg(target)
        .arg("--config")
        .arg(format!("target.{TARGET}.rustflags=[{flags}]"));
}

/// Whether the sources of the standard library are installed (`rustup component add rust-src`).
pub fn sources_are_here() -> bool {
    library_sources().is_some_and(|library| library.join("Cargo.lock").is_file())
}

/// Where the sources of the standard library lie, if they are installed.
pub fn library_sources() -> Option<PathBuf> {
    let said = Command::new("rustc").args(["--print", "sysroot"]).output().ok()?;
    let sysroot = PathBuf::from(String::from_utf8(said.stdout).ok()?.trim());
    Some(sysroot.join("lib/rustlib/src/rust/library"))
}

fn status(command: &mut Command) -> Result<ExitStatus> {
    command.status().map_err(|error| Problem::new(format!("cargo could not be run: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_lies_where_the_profile_says() {
        let lies = |line: &str| program(Path::new("t"), &line.split(' ').map(OsString::from).collect::<Vec<_>>());
        let folder = |profile: &str| Path::new("t").join(TARGET).join(profile).join("tukipolku.wasm");
        assert_eq!(lies("build --profile=web"), folder("web"));
        assert_eq!(lies("build --profile web --bin tukipolku"), folder("web"));
        assert_eq!(lies("build"), folder("debug"));
    }

    #[test]
    fn only_a_build_for_the_browser_is_made_small() {
        let asks = |line: &str| is_for_browser(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert!(asks("build --target=wasm32-unknown-unknown --bin tukipolku"));
        assert!(asks("build --target wasm32-unknown-unknown"));
        assert!(!asks("run --quiet --features ssr --bin prerender"));
        assert!(!asks("metadata --filter-platform wasm32-unknown-unknown"));
    }
}
