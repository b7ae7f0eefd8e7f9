//! The inbox of the demonstration: a child process with its own settings and database under `target/demo`.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use crate::deployment::DEMO_COUNTY;
use crate::{Problem, Result, places, problem, run, tools};

/// The port that a demonstration built for the stories sends to; the stories put their own inbox there.
pub const STORY_PORT: u16 = 8481;

/// A running inbox. It ends with this value.
pub struct Inbox {
    child: Child,
    port: u16,
}

impl Inbox {
    /// The address of the staff reader.
    pub fn reader(&self) -> String {
        format!("{}/reader/fi/", address(self.port))
    }
}

impl Drop for Inbox {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The origin of an inbox on this port.
pub fn address(port: u16) -> String {
    format!("http://127.0.0.1:{port}")
}

/// Builds the inbox, writes its settings, and starts it for the site at this origin.
pub fn start(port: u16, site: &str) -> Result<Inbox> {
    run::with_progress("Building the inbox", tools::command("cargo").args(["build", "--package", "tukipolku-inbox"]))?;
    let settings = write_settings(port, site)?;
    let child = program().arg("--config").arg(&settings).arg("serve").stdin(Stdio::null()).spawn();
    let child = child.map_err(|error| Problem::new(format!("The inbox could not be started: {error}")))?;
    Ok(Inbox { child, port })
}

fn program() -> Command {
    let mut command = tools::command("cargo");
    command.args(["run", "--quiet", "--package", "tukipolku-inbox", "--"]);
    command
}

fn folder() -> PathBuf {
    places::root().join("target/demo")
}

fn write_settings(port: u16, site: &str) -> Result<PathBuf> {
    let file = folder().join("inbox.toml");
    let database = folder().join("inbox.db");
    let text = format!(
        "listen = \"127.0.0.1:{port}\"\ndatabase = \"sqlite:{}\"\n\n[counties.{DEMO_COUNTY}]\norigins = [\"{site}\"]\n",
        database.display()
    );
    std::fs::create_dir_all(folder()).and_then(|()| std::fs::write(&file, text)).map_err(problem::about(&file))?;
    Ok(file)
}
