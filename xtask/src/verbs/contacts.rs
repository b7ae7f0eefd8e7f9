//! Contacts and county folders. The program behind these verbs is `src/bin/contacts`, which knows how a folder is read.

use clap::Args;

use crate::{Problem, Result, verbs::check};

/// What is passed on to the program.
#[derive(Args)]
#[command(disable_help_flag = true)]
pub struct Options {
    /// What to do, such as `import`, `check`, `export`, `coverage` or `new`, and how.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    rest: Vec<String>,
}

/// Builds the program if need be and hands the line on to it. It tells its own problems.
pub fn run(verb: &str, options: &Options) -> Result<()> {
    let mut command = check::cargo("run --quiet --features ssr --bin contacts --");
    command.arg(verb).args(&options.rest);
    let status = command.status().map_err(|error| Problem::new(error.to_string()))?;
    if status.success() { Ok(()) } else { Err(Problem::new(format!("`cargo xtask {verb}` found something to mend."))) }
}
