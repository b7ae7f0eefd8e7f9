//! What a commit needs.

use std::process::Command;

use crate::stages::Stages;
use crate::{Result, tools};

/// Runs the quick checks.
pub fn run() -> Result<()> {
    let mut stages = Stages::default();
    quick(&mut stages);
    stages.close()
}

/// Format, lints of all three builds, and every test that needs no browser.
pub fn quick(stages: &mut Stages) {
    stages.run("Format", &mut cargo("fmt --all --check"));
    stages.run("Lints, pure rooms", &mut cargo("clippy --quiet --lib --tests --no-default-features -- -D warnings"));
    stages.run("Lints, prerendering and commands", &mut lints_of_native());
    stages.run("Lints, browser", &mut lints_of_browser());
    stages.tests("Pure tests", &mut cargo("test --quiet --no-fail-fast --lib --no-default-features"));
    stages.tests(
        "Site and component tests",
        &mut cargo("test --quiet --no-fail-fast --lib --bin prerender --bin contacts --test suite --features ssr"),
    );
    stages.tests("Tests of the commands", &mut cargo("test --quiet --no-fail-fast -p xtask --lib"));
}

fn lints_of_native() -> Command {
    cargo("clippy --quiet --workspace --all-targets --features tukipolku/ssr -- -D warnings")
}

fn lints_of_browser() -> Command {
    cargo(
        "clippy --quiet --lib --bin tukipolku --bin finder --features hydrate,finder --target wasm32-unknown-unknown -- -D warnings",
    )
}

/// Cargo with these arguments.
pub fn cargo(arguments: &str) -> Command {
    let mut command = tools::command("cargo");
    command.args(arguments.split_whitespace());
    command
}
