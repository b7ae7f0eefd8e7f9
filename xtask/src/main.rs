//! `cargo xtask`: every command of the project.

use clap::{CommandFactory, Parser};
use xtask::verbs::{self, Verb};

/// Every command of Tukipolku. Begin with `cargo xtask serve`; it fetches what it needs and says so.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", max_term_width = 100)]
struct Line {
    #[command(subcommand)]
    verb: Option<Verb>,
}

fn main() -> std::process::ExitCode {
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
