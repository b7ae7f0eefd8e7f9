//! Builds the programs beside the app, the vault and the finder: cargo, wasm-bindgen, wasm-opt, then names by content.
//! Trunk cannot: it builds one program, and leaves workers without a hash.

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

/// A program of its own beside the app.
#[derive(Debug)]
pub struct Module {
    /// How its files begin.
    pub name: &'static str,
    /// What cargo is told to build it.
    arguments: &'static str,
    /// The compiled file, without its ending.
    compiled: &'static str,
    /// Our script, put behind the glue that wasm-bindgen writes.
    script: &'static str,
    /// Files and folders that it is made of.
    pub sources: &'static [&'static str],
}

/// All encryption, in a worker.
pub const VAULT: Module = Module {
    name: "vault",
    arguments: "--package tukipolku-vault --lib",
    compiled: "tukipolku_vault",
    script: "vault/worker.js",
    sources: &["vault", "Cargo.lock", "Cargo.toml"],
};

/// The search.
pub const FINDER: Module = Module {
    name: "finder",
    arguments: "--package tukipolku --bin finder --no-default-features --features finder",
    compiled: "finder",
    script: "src/bin/finder/finder.js",
    sources: &["src/search", "src/domain", "src/bin/finder", "Cargo.lock", "Cargo.toml"],
};

/// The two files of a module, by the names they got in the folder they were written to.
#[derive(Debug, PartialEq, Eq)]
pub struct ModuleFiles {
    /// The script: `<name>-<hash>.js`. It fetches the program from beside itself and checks its hash.
    pub script: String,
    /// The WebAssembly: `<name>-<hash>.wasm`.
    pub program: String,
}

/// Builds a module and writes its two files into `out`. `tool` gives the command to run a program by its name, so that
/// the caller decides where `cargo`, `wasm-bindgen` and `wasm-opt` come from.
///
/// # Errors
/// A tool is missing or fails (its own words are in the error), or a file cannot be written.
pub fn build(module: &Module, root: &Path, out: &Path, tool: impl Fn(&str) -> Command) -> Result<ModuleFiles> {
    let target = target_folder(root, &tool)?;
    let work = target.join("modules").join(module.name);
    fs::create_dir_all(&work)?;
    fs::create_dir_all(out)?;
    run(cargo_build(module, root, &tool))?;
    let compiled = target.join("wasm32-unknown-unknown/web").join(module.compiled).with_extension("wasm");
    run(bindgen(module, &compiled, &work, &tool))?;
    run(optimise(module, &work, &tool))?;
    let program = fs::read(work.join("small.wasm"))?;
    let glue = fs::read_to_string(work.join(module.name).with_extension("js"))?;
    write_named(module, &program, &(glue + &fs::read_to_string(root.join(module.script))?), out)
}

fn cargo_build(module: &Module, root: &Path, tool: impl Fn(&str) -> Command) -> Command {
    let mut command = tool("cargo");
    command.current_dir(root).arg("build").args(module.arguments.split(' '));
    command.args(["--profile", "web", "--target", "wasm32-unknown-unknown"]);
    command
}

fn bindgen(module: &Module, compiled: &Path, work: &Path, tool: impl Fn(&str) -> Command) -> Command {
    let mut command = tool("wasm-bindgen");
    command.args(["--target", "web", "--no-typescript", "--omit-default-module-path", "--out-name", module.name]);
    command.arg("--out-dir").arg(work).arg(compiled);
    command
}

fn optimise(module: &Module, work: &Path, tool: impl Fn(&str) -> Command) -> Command {
    let mut command = tool("wasm-opt");
    command
        .arg("-Oz")
        .args(FEATURES)
        .arg("-o")
        .arg(work.join("small.wasm"))
        .arg(work.join(format!("{}_bg.wasm", module.name)));
    command
}

/// Gives each file a name that says its content, the program first, because the script names it.
fn write_named(module: &Module, program: &[u8], script: &str, out: &Path) -> Result<ModuleFiles> {
    let (name, mark) = (module.name, module.name.to_uppercase());
    let program_name = format!("{name}-{}.wasm", short_hash(program));
    let integrity = format!("sha256-{}", sha256_in_base64(program));
    let script = script.replace(&format!("{mark}_WASM"), &program_name);
    let script = script.replace(&format!("{mark}_INTEGRITY"), &integrity);
    let script_name = format!("{name}-{}.js", short_hash(script.as_bytes()));
    fs::write(out.join(&program_name), program)?;
    fs::write(out.join(&script_name), script)?;
    Ok(ModuleFiles { script: script_name, program: program_name })
}

/// The SHA-256 as browsers and HTTP headers write it.
pub fn sha256_in_base64(bytes: &[u8]) -> String {
    BASE64_STANDARD.encode(Sha256::digest(bytes))
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
        let files = write_named(&VAULT, b"program", "fetch('VAULT_WASM', 'VAULT_INTEGRITY')", &out).unwrap();
        let script = fs::read_to_string(out.join(&files.script)).unwrap();
        fs::remove_dir_all(&out).unwrap();
        // The beginning of `printf program | sha256sum`.
        assert_eq!(files.program, "vault-1310ca2c8932dbd1.wasm");
        assert!(script.contains(&files.program), "{script}");
        assert!(script.contains("sha256-"), "{script}");
        assert!(!script.contains("VAULT_"), "{script}");
    }
}
