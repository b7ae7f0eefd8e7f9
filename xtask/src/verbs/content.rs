//! Checks of everything that is words or data.

use crate::stages::Stages;
use crate::{Result, verbs::check};

/// Runs the tests that read `content/`, `data/` and `counties/`; they name file, line and mend.
pub fn run() -> Result<()> {
    let mut stages = Stages::default();
    for (name, filter) in [("Guide and pages", "content"), ("Texts", "texts"), ("County folders", "counties")] {
        stages.tests(name, &mut check::cargo(&format!("test --quiet --test suite --features ssr -- {filter}")));
    }
    stages.close()
}
