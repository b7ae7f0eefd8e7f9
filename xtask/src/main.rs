//! `cargo xtask`: every command of the project.

use clap::{CommandFactory, Parser};
use xtask::{
    small_cargo,
    verbs::{self, Verb},
};

/// Every command of Tukipolku. Begin with `cargo xtask serve`; it fetches what it needs and says so.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", max_term_width = 100)]
struct Line {
    #[command(subcommand)]
    verb: Option<Verb>,
}

fn main() -> std::process::ExitCode {
    if small_cargo::is_asked_for() {
        return stand_in();
    }
    let Some(verb) = Line::parse().verb else {
        // Asking for nothing is asking what there is.
        let _ = Line::command().print_help();
        return std::process::ExitCode::SUCCESS;
    };
    match verbs::run(verb) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            std::process::ExitCode::FAILURE
        }
    }
}

/// Trunk asked for cargo.
fn stand_in() -> std::process::ExitCode {
    match small_cargo::run() {
        Ok(status) => status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1).into(),
        Err(problem) => {
            eprintln!("{problem}");
            std::process::ExitCode::FAILURE
        }
    }
}
