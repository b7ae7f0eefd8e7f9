//! The schema-driven tester of `tests/requirements.txt`, in a Python environment of its own.

use crate::{Result, places, run, tools};

use super::apt;

/// Installs what the list names, unless it is here.
pub fn install() -> Result<()> {
    if tools::SCHEMATHESIS.is_here() {
        return Ok(());
    }
    println!("schemathesis is missing; it is needed to {}.", tools::SCHEMATHESIS.why);
    // Debian splits the making of environments off from Python itself.
    if !tools::command("python3").args(["-c", "import ensurepip, venv"]).status().is_ok_and(|status| status.success()) {
        apt::install(&[&tools::PYTHON_ENVIRONMENTS])?;
    }
    let folder = places::tools().join("python");
    run::with_progress("Making a Python environment", tools::command("python3").args(["-m", "venv"]).arg(&folder))?;
    let mut command = std::process::Command::new(folder.join("bin/python3"));
    command.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]);
    run::with_progress("Installing schemathesis with pip", command.arg(places::root().join("tests/requirements.txt")))
}
