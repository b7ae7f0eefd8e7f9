//! Running the stories by themselves.

use std::process::Command;

use clap::{Args, ValueEnum};

use crate::setup::{self, Purpose};
use crate::stages::Stages;
use crate::{Result, verbs::check};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    /// Chromium, through chromedriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
    /// WebKitGTK, through WebKitWebDriver.
    Webkit,
}

impl Engine {
    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }
}

/// Which stories, in which engine.
#[derive(Args)]
pub struct Options {
    /// Only this engine; all three without it.
    #[arg(long)]
    engine: Option<Engine>,
    /// Only stories whose name contains this.
    #[arg(long)]
    story: Option<String>,
}

/// Runs the stories against the site in `dist/`.
pub fn run(options: &Options) -> Result<()> {
    setup::prepare(Purpose::Tests)?;
    let mut stages = Stages::default();
    stages.tests("Stories", &mut command(options));
    stages.close()
}

/// All stories in all engines, as `cargo xtask test` runs them.
pub fn all() -> Command {
    command(&Options { engine: None, story: None })
}

fn command(options: &Options) -> Command {
    let mut command = check::cargo("test --quiet -p xtask --test stories --");
    if let Some(engine) = options.engine {
        command.args(["--engine", engine.name()]);
    }
    if let Some(story) = &options.story {
        command.args(["--story", story]);
    }
    command
}
