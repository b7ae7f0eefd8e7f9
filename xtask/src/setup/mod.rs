//! Set-up: looks for what is missing, says what it installs and why, and installs it.
//! Nothing is assumed but `rustup` and, for the tests, the package manager of Debian or Ubuntu.

mod apt;
mod cargo_install;
mod npm;
mod pip;

use crate::tools::{self, Source, Tool};
use crate::{Result, run, small_cargo};

/// What the tools are wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Making and serving the site.
    Site,
    /// Everything the tests need as well: three browsers and their drivers.
    Tests,
}

/// Makes sure that every tool for this purpose is here, installing what is not.
pub fn prepare(purpose: Purpose) -> Result<()> {
    rust_target()?;
    rust_sources();
    apt::install(&missing(purpose, |source| matches!(source, Source::Apt(_))))?;
    for tool in missing(purpose, |source| matches!(source, Source::Cargo(_))) {
        cargo_install::install(tool)?;
    }
    if purpose == Purpose::Tests {
        pip::install()?;
    }
    npm::install()
}

/// The tools of one kind of source that are not here yet.
fn missing(purpose: Purpose, kind: impl Fn(&Source) -> bool) -> Vec<&'static Tool> {
    let more = if purpose == Purpose::Tests { tools::FOR_TESTS } else { &[] };
    tools::FOR_SITE.iter().chain(more).filter(|tool| kind(&tool.source) && !tool.is_here()).collect()
}

/// The sources of the standard library, which is built anew for size. Without them, as with a compiler that rustup did not
/// install, the same program comes out some 30 kB heavier: the functions that are never called stay in it too.
fn rust_sources() {
    if small_cargo::sources_are_here() || tools::find("rustup").is_none() {
        return;
    }
    println!(
        "The sources of Rust's standard library are missing; the program for the browser is made smaller with them."
    );
    let added = run::with_progress("Installing them", tools::command("rustup").args(["component", "add", "rust-src"]));
    if added.is_err() {
        println!("They could not be had. That is no fault: the program comes out heavier.");
    }
}

/// The compiler's part for WebAssembly.
fn rust_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let list = tools::command("rustup").args(["target", "list", "--installed"]).output();
    let installed = list.is_ok_and(|list| String::from_utf8_lossy(&list.stdout).lines().any(|line| line == TARGET));
    if installed {
        return Ok(());
    }
    println!("The compiler's part for WebAssembly is missing; it is needed to build the program for the browser.");
    run::with_progress("Installing it with rustup", tools::command("rustup").args(["target", "add", TARGET]))
}
