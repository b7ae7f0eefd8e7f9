//! Running one gate many times: what the test command does briefly, as long as one likes.

mod native;

use std::process::Command;

use clap::{Args, ValueEnum};

use crate::setup::{self, Purpose};
use crate::stages::Stages;
use crate::verbs::{check, stories::Engine};
use crate::{Problem, Result};

/// What is to be shown many times.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Gate {
    /// The browser is killed (signal 9) while somebody types; nothing called saved may be lost. One run is one kill;
    /// 1,000 are asked for.
    Kill,
    /// Broken, missing and misdated slots, a wrong code, no storage, no room, two windows. One run is each of them once;
    /// 100 are asked for.
    Faults,
    /// A browser's files are searched for a marker after a draft was kept, forgotten, sent, left. Runs do not count.
    Residue,
    /// Hostile texts in every field, on every page that shows them. One run is one form; as many as there are texts
    /// (some 330) put each text into each field.
    Xss,
    /// Leaving in a hurry in three ways, in mid-save and in mid-send; and how soon the page is covered at a sixth of the
    /// speed. One run is six exits.
    Exit,
    /// Keys and the frames that show them, at a quarter of the speed, with encrypted saving on. One run is one character.
    Typing,
    /// Acts that the content security policy forbids, and pages that must not break it. One run is one page; the whole
    /// site has over two thousand.
    Policy,
    /// Filled forms are sent, and everything that left the browser is searched. One run is one form; 200 are asked for.
    Wire,
    /// The inbox is killed (signal 9) under three senders; whatever it had told them to be received must be there. One run is
    /// one kill; 1,000 are asked for.
    InboxKills,
    /// Messages go through a network that breaks nine connections of ten; each must arrive once. One run is one message;
    /// 10,000 are asked for.
    InboxNetwork,
    /// Messages to a release build of the inbox on one core: speed, waits, memory. One run is one message.
    InboxLoad,
    /// Random messages are sealed by the vault and opened by the stock tool. One run is one message; 10,000 are asked for.
    Sealing,
    /// Damaged and invented input for everything that reads what strangers write. One run is one input for each reader.
    Parsers,
    /// The site is built twice from nothing, in two folders, and compared file by file. Long. Runs do not count.
    Reproducible,
}

/// Which gate, how often, from which beginning of chance.
#[derive(Args)]
#[command(
    after_help = "Gates up to “wire” need a site: cargo xtask build --demo --endpoint http://127.0.0.1:8481; the others do not.\n\
    The closing line “figures: …” of each gate is what docs/reliability.md records, with its date.\n\
    For example: cargo xtask campaign kill --runs 100 --seed 7 --engine chromium\n\
    or: cargo xtask campaign inbox-kills --runs 1000"
)]
pub struct Options {
    /// The gate.
    gate: Gate,
    /// How many runs; without it as few as the test command makes.
    #[arg(long)]
    runs: Option<usize>,
    /// The beginning of chance: the same number gives the same texts and moments. Gates of a browser only.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Only this engine; each that can without it. Gates of a browser only.
    #[arg(long)]
    engine: Option<Engine>,
    /// On a PostgreSQL server that is made for the run and gone afterwards, not on SQLite. Gates of the inbox only.
    #[arg(long)]
    postgres: bool,
}

/// Runs the gate: against the site in `dist/`, or by tests that need no site.
pub fn run(options: &Options) -> Result<()> {
    if options.postgres && !options.gate.is_of_the_inbox() {
        return Err(Problem::new("Only the gates of the inbox know databases.").mend("leave --postgres away."));
    }
    let mut stages = Stages::default();
    if options.gate.needs_a_site() {
        setup::prepare(Purpose::Tests)?;
        stages.tests("Campaign", &mut options.stories());
    } else {
        native::run(options, &mut stages);
    }
    stages.close()
}

impl Gate {
    /// Whether it visits the built site with a browser.
    fn needs_a_site(self) -> bool {
        !self.is_of_the_inbox() && !matches!(self, Self::Sealing | Self::Parsers | Self::Reproducible)
    }

    fn is_of_the_inbox(self) -> bool {
        matches!(self, Self::InboxKills | Self::InboxNetwork | Self::InboxLoad)
    }
}

impl Options {
    /// The stories of a gate begin with its name.
    fn story(&self) -> String {
        format!("campaign {}:", format!("{:?}", self.gate).to_lowercase())
    }

    fn stories(&self) -> Command {
        let mut command = check::cargo("test --quiet -p xtask --test stories --");
        command.args(["--story", &self.story(), "--seed", &self.seed.to_string()]);
        if let Some(runs) = self.runs {
            command.args(["--runs", &runs.to_string()]);
        }
        if let Some(engine) = self.engine {
            command.args(["--engine", engine.name()]);
        }
        command
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places;

    fn options(gate: Gate) -> Options {
        Options { gate, runs: None, seed: 1, engine: None, postgres: false }
    }

    #[test]
    fn every_gate_of_a_browser_has_its_stories() {
        let file = places::root().join("tests/stories/campaign/mod.rs");
        let stories = std::fs::read_to_string(file).expect("the stories of the campaigns");
        for gate in Gate::value_variants().iter().filter(|gate| gate.needs_a_site()) {
            let story = options(*gate).story();
            assert!(stories.contains(&format!("\"{story}")), "no story begins with “{story}”");
        }
    }

    #[test]
    fn a_database_is_refused_where_there_is_none() {
        let asked = Options { postgres: true, ..options(Gate::Parsers) };
        assert!(run(&asked).unwrap_err().to_string().contains("gates of the inbox"));
    }
}
