//! The gates that need no browser: the tests they are, and how these are told to run longer.

use std::process::Command;

use super::{Gate, Options};
use crate::postgres::Postgres;
use crate::stages::{self, Counts, Stages};
use crate::verbs::check;
use crate::{Result, two_builds};

/// Parts of the names of tests that give hostile input to a reader.
const HOSTILE: [&str; 3] = ["panic", "hostile", "cut_anywhere"];

/// The packages with such tests, as cargo's arguments.
const READERS: [(&str, &str); 3] = [
    ("Readers of the pure rooms", "test --lib --no-default-features --"),
    ("Readers of the vault", "test -p tukipolku-vault --test files --"),
    ("Readers of the inbox", "test -p tukipolku-inbox --lib --test suite --"),
];

/// Runs a gate that needs no site.
pub fn run(options: &Options, stages: &mut Stages) {
    match options.gate {
        Gate::InboxKills => inbox(options, stages, "test", "told_to_be_received", "INBOX_KILLS"),
        Gate::InboxNetwork => inbox(options, stages, "test", "bad_network", "INBOX_FAULTS"),
        // Speed means something only in a release build.
        Gate::InboxLoad => inbox(options, stages, "test --release", "many_senders", "INBOX_LOAD"),
        Gate::Sealing => stages.stage("Campaign", || counted(sealing(options.runs))),
        Gate::Reproducible => stages.stage("Two clean builds", two_builds),
        _ => parsers(options.runs, stages),
    }
}

/// A test of the inbox by itself; the variable says how many.
fn inbox(options: &Options, stages: &mut Stages, verb: &str, test: &str, variable: &str) {
    let mut command = check::cargo(&format!("{verb} -p tukipolku-inbox --test suite {test} -- --nocapture"));
    if let Some(runs) = options.runs {
        command.env(variable, runs.to_string());
    }
    stages.stage("Campaign", || if options.postgres { on_postgres(command) } else { counted(command) });
}

fn sealing(runs: Option<usize>) -> Command {
    let mut command = check::cargo("test -p tukipolku-vault --test stock_tool random_messages -- --nocapture");
    if let Some(runs) = runs {
        command.env("VAULT_MESSAGES", runs.to_string());
    }
    command
}

fn counted(mut command: Command) -> Result<Counts> {
    stages::counted_tests("Campaign", &mut command)
}

fn on_postgres(mut command: Command) -> Result<Counts> {
    let server = Postgres::start()?;
    command.env("TUKI_TEST_POSTGRES", server.address());
    counted(command)
}

/// Every test with hostile input, with so many inputs each; the staff reader's among them.
fn parsers(runs: Option<usize>, stages: &mut Stages) {
    for (name, arguments) in READERS {
        let mut command = check::cargo(arguments);
        command.args(HOSTILE).arg("--nocapture");
        if let Some(runs) = runs {
            // What proptest reads as the number of its cases, and the reader's own test as that of its messages.
            command.env("PROPTEST_CASES", runs.to_string()).env("READER_MESSAGES", runs.to_string());
        }
        stages.tests(name, &mut command);
    }
    println!("figures: {} inputs for each of the readers above, 0 panics where the table says 0 failed", told(runs));
}

fn told(runs: Option<usize>) -> String {
    runs.map_or_else(|| "the usual number of".to_owned(), |runs| runs.to_string())
}

fn two_builds() -> Result<Counts> {
    let files = two_builds::compare()?;
    println!("figures: two clean builds of one commit in two folders, {files} files each, 0 differences");
    Ok(Counts { passed: 1, failed: 0 })
}

#[cfg(test)]
mod tests {
    use crate::places;

    #[test]
    fn the_tests_of_the_gates_are_there_and_heed_their_variables() {
        for (file, test, variable) in [
            ("kills.rs", "told_to_be_received", "INBOX_KILLS"),
            ("faults.rs", "bad_network", "INBOX_FAULTS"),
            ("load.rs", "many_senders", "INBOX_LOAD"),
            ("reader_parts.rs", "hostile", "READER_MESSAGES"),
        ] {
            let text = std::fs::read_to_string(places::root().join("inbox/tests/suite").join(file)).expect(file);
            assert!(text.contains(test) && text.contains(variable), "{file}: {test}, {variable}");
        }
    }
}
