//! Tools that cargo builds from source, into the repository's own `.tools` so that nobody's other versions are touched.

use crate::tools::{self, Source, Tool};
use crate::{Problem, Result, places, run};

/// Builds and installs one tool.
pub fn install(tool: &Tool) -> Result<()> {
    let Source::Cargo(arguments) = tool.source else { return Ok(()) };
    println!("{} is missing or another version; it is needed to {}.", tool.program, tool.why);
    let saying = format!("Installing {} with cargo, which takes some minutes", arguments[0]);
    run::with_progress(&saying, &mut command(arguments))?;
    if tool.is_here() {
        return Ok(());
    }
    let version = tool.version.unwrap_or("any version");
    Err(Problem::new(format!("{} was installed but does not answer as {version}.", tool.program))
        .mend(format!("remove the folder {} and run this command again.", places::tools().display())))
}

fn command(arguments: &[&str]) -> std::process::Command {
    let mut command = tools::command("cargo");
    command
        .arg("install")
        .args(arguments)
        .arg("--root")
        .arg(places::tools())
        .env("CARGO_TARGET_DIR", places::root().join("target/tools"))
        // These run for seconds, so a fast build is worth more than a fast program: a third of the time.
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    command
}
