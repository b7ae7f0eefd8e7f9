//! Running one gate many times: what the test command does briefly, as long as one likes.

use clap::{Args, ValueEnum};

use crate::Result;
use crate::setup::{self, Purpose};
use crate::stages::Stages;
use crate::verbs::{check, stories::Engine};

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
    /// site has over a thousand.
    Policy,
    /// Filled forms are sent, and everything that left the browser is searched. One run is one form; 200 are asked for.
    Wire,
}

/// Which gate, how often, from which beginning of chance.
#[derive(Args)]
#[command(after_help = "A site has to be built first: cargo xtask build --demo --endpoint http://127.0.0.1:8481\n\
    The closing line “figures: …” of each gate is what docs/reliability.md records, with its date.\n\
    For example: cargo xtask campaign kill --runs 100 --seed 7 --engine chromium")]
pub struct Options {
    /// The gate.
    gate: Gate,
    /// How many runs; without it as few as the test command makes.
    #[arg(long)]
    runs: Option<usize>,
    /// The beginning of chance: the same number gives the same texts and moments.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Only this engine; each that can without it.
    #[arg(long)]
    engine: Option<Engine>,
}

/// Runs the gate against the site in `dist/`.
pub fn run(options: &Options) -> Result<()> {
    setup::prepare(Purpose::Tests)?;
    let mut command = check::cargo("test --quiet -p xtask --test stories --");
    command.args(["--story", &options.story(), "--seed", &options.seed.to_string()]);
    if let Some(runs) = options.runs {
        command.args(["--runs", &runs.to_string()]);
    }
    if let Some(engine) = options.engine {
        command.args(["--engine", engine.name()]);
    }
    let mut stages = Stages::default();
    stages.tests("Campaign", &mut command);
    stages.close()
}

impl Options {
    /// The stories of a gate begin with its name.
    fn story(&self) -> String {
        format!("campaign {}:", format!("{:?}", self.gate).to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places;

    #[test]
    fn every_gate_has_its_stories() {
        let file = places::root().join("tests/stories/campaign/mod.rs");
        let stories = std::fs::read_to_string(file).expect("the stories of the campaigns");
        for gate in Gate::value_variants() {
            let story = Options { gate: *gate, runs: None, seed: 1, engine: None }.story();
            assert!(stories.contains(&format!("\"{story}")), "no story begins with “{story}”");
        }
    }
}
