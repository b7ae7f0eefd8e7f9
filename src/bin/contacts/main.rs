//! Everything that keeps contacts true: taking over from the national register, looking for what is old or wrong, handing out,
//! beginning a county's folder. `cargo xtask contacts` and `cargo xtask county` run it.

mod check;
mod county;
mod coverage;
mod export;
mod fetch;
mod folders;
mod import;
#[cfg(test)]
mod import_test;
mod source;
#[cfg(test)]
mod test_register;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Contacts of the counties.
#[derive(Parser)]
#[command(name = "cargo xtask", max_term_width = 100)]
struct Line {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Contacts: import, check, export, coverage.
    #[command(subcommand)]
    Contacts(Contacts),
    /// County folders.
    #[command(subcommand)]
    County(County),
}

#[derive(Subcommand)]
enum Contacts {
    /// Take contacts over from the national service register; shows what would change, and writes only with `--write`.
    Import(import::Options),
    /// List what is malformed, contradictory, missing, undated or stale.
    Check(check::Options),
    /// Write the contacts as HSDS 3.0, schema.org and CSV.
    Export(export::Options),
    /// Write docs/contact-coverage.md anew.
    Coverage,
}

#[derive(Subcommand)]
enum County {
    /// Begin a county's folder with everything to fill in.
    New(county::Options),
}

fn main() -> ExitCode {
    let done = match Line::parse().verb {
        Verb::Contacts(Contacts::Import(options)) => import::run(&options),
        Verb::Contacts(Contacts::Check(options)) => check::run(&options),
        Verb::Contacts(Contacts::Export(options)) => export::run(&options),
        Verb::Contacts(Contacts::Coverage) => coverage::run(),
        Verb::County(County::New(options)) => county::run(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}
