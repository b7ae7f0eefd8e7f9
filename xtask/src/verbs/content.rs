//! Checks of everything that is words or data.

use clap::Args;

use crate::stages::Stages;
use crate::{Result, verbs::check};

/// What can be asked for beside the checks.
#[derive(Args)]
pub struct Options {
    /// Renew the figures in docs/readability.md.
    #[arg(long)]
    write: bool,
}

/// Tells what is wrong or old in `content/`, then runs the tests that read `content/`, `data/` and `counties/`. Both name file,
/// line and mend.
pub fn run(options: &Options) -> Result<()> {
    let mut stages = Stages::default();
    let write = if options.write { "write" } else { "" };
    stages.run(
        "What editors should know",
        &mut check::cargo(&format!("run --quiet --features ssr --bin content -- {write}")),
    );
    for (name, filter) in [("Guide and pages", "content"), ("Texts", "texts"), ("County folders", "counties")] {
        stages.tests(name, &mut check::cargo(&format!("test --quiet --test suite --features ssr -- {filter}")));
    }
    stages.close()
}
