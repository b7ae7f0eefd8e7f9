//! Builds the vault: cargo, wasm-bindgen, wasm-opt, then names by content. Trunk cannot: it leaves workers without a hash.

use std::fs;
use std::io::{Error, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// What rustc 1.95 uses by itself; wasm-opt must be told, since wasm-bindgen leaves the note of it out.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The two files of the vault, by the names they got in the folder they were written to.
#[derive(Debug, PartialEq, Eq)]
pub struct VaultFiles {
    /// The worker's script, a module: `vault-<hash>.js`. It fetches the program from beside itself and checks its hash.
    pub script: String,
    /// The WebAssembly: `vault-<hash>.wasm`. The page needs its name only to fetch it ahead of time.
    pub program: String,
}

/// Builds the vault and writes its two files into `out`. `tool` gives the command to run a program by its name, so that
/// the caller decides where `cargo`, `wasm-bindgen` and `wasm-opt` come from.
///
/// # Errors
/// A tool is missing or fails (its own words are in the error), or a file cannot be written.
pub fn build(root: &Path, out: &Path, tool: impl Fn(&str) -> Command) -> Result<VaultFiles> {
    let target = target_folder(root, &tool)?;
    let work = target.join("vault");
    fs::create_dir_all(&work)?;
    fs::create_dir_all(out)?;
    run(cargo_build(root, &tool))?;
    run(bindgen(&target.join("wasm32-unknown-unknown/web/tukipolku_vault.wasm"), &work, &tool))?;
    run(optimise(&work, &tool))?;
    let program = fs::read(work.join("small.wasm"))?;
    let script = fs::read_to_string(work.join("vault.js"))? + &fs::read_to_string(root.join("vault/worker.js"))?;
    write_named(&program, &script, out)
}

fn cargo_build(root: &Path, tool: impl Fn(&str) -> Command) -> Command {
    let mut command = tool("cargo");
    command.current_dir(root);
    command.args(["build", "--package", "tukipolku-vault", "--lib", "--profile", "web"]);
    command.args(["--target", "wasm32-unknown-unknown"]);
    command
}

fn bindgen(compiled: &Path, work: &Path, tool: impl Fn(&str) -> Command) -> Command {
    let mut command = tool("wasm-bindgen");
    command.args(["--target", "web", "--no-typescript", "--omit-default-module-path", "--out-name", "vault"]);
    command.arg("--out-dir").arg(work).arg(compiled);
    command
}

fn optimise(work: &Path, tool: impl Fn(&str) -> Command) -> Command {
    let mut command = tool("wasm-opt");
    command.arg("-Oz").args(FEATURES).arg("-o").arg(work.join("small.wasm")).arg(work.join("vault_bg.wasm"));
    command
}

/// Gives each file a name that says its content, the program first, because the script names it.
fn write_named(program: &[u8], script: &str, out: &Path) -> Result<VaultFiles> {
    let program_name = format!("vault-{}.wasm", short_hash(program));
    let integrity = format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(program)));
    let script = script.replace("VAULT_WASM", &program_name).replace("VAULT_INTEGRITY", &integrity);
    let script_name = format!("vault-{}.js", short_hash(script.as_bytes()));
    fs::write(out.join(&program_name), program)?;
    fs::write(out.join(&script_name), script)?;
    Ok(VaultFiles { script: script_name, program: program_name })
}

/// The first 16 hex digits of the SHA-256.
fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Where cargo builds: `target`, unless the environment or a configuration says otherwise.
fn target_folder(root: &Path, tool: impl Fn(&str) -> Command) -> Result<PathBuf> {
    let mut command = tool("cargo");
    let output = command.current_dir(root).args(["metadata", "--no-deps", "--format-version", "1"]).output()?;
    let said: serde_json::Value = serde_json::from_slice(&output.stdout).map_err(Error::other)?;
    said["target_directory"].as_str().map(PathBuf::from).ok_or_else(|| Error::other("cargo names no target folder."))
}

fn run(mut command: Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| Error::new(error.kind(), format!("{name}: {error}")))?;
    if output.status.success() {
        return Ok(());
    }
    Err(Error::other(format!("{name} did not succeed:\n{}", String::from_utf8_lossy(&output.stderr))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_names_the_program_and_its_hash() {
        let out = std::env::temp_dir().join(format!("vault-names-{}", std::process::id()));
        fs::create_dir_all(&out).unwrap();
        let files = write_named(b"program", "fetch('VAULT_WASM', 'VAULT_INTEGRITY')", &out).unwrap();
        let script = fs::read_to_string(out.join(&files.script)).unwrap();
        fs::remove_dir_all(&out).unwrap();
        // The beginning of `printf program | sha256sum`.
        assert_eq!(files.program, "vault-1310ca2c8932dbd1.wasm");
        assert!(script.contains(&files.program), "{script}");
        assert!(script.contains("sha256-"), "{script}");
        assert!(!script.contains("VAULT_"), "{script}");
    }
}
