//! The inbox of the demonstration and of the stories: a child process with its own settings, database and staff reader.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::deployment::DEMO_COUNTY;
use crate::{Problem, Result, places, problem, run, tools};

/// The port that a demonstration built for the stories sends to; the stories put their own inbox there.
pub const STORY_PORT: u16 = 8481;

/// The name under which the demonstration's staff are known.
const HOLDER: &str = "demo";

/// A running inbox. It ends with this value.
pub struct Inbox {
    child: Child,
    port: u16,
    token: String,
}

impl Inbox {
    /// The address of the staff reader.
    pub fn reader(&self) -> String {
        format!("{}/reader/fi/", address(self.port))
    }

    /// The token with which staff pull messages from this inbox.
    pub fn token(&self) -> &str {
        &self.token
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

/// Builds the inbox, so that starting it takes no time.
pub fn build() -> Result<()> {
    run::with_progress("Building the inbox", tools::command("cargo").args(["build", "--package", "tukipolku-inbox"]))
}

/// Starts an inbox for the site at this origin. Settings, database and reader lie in `folder`.
pub fn start(folder: &Path, port: u16, site: &str) -> Result<Inbox> {
    std::fs::create_dir_all(folder).map_err(problem::about(folder))?;
    write_reader(folder)?;
    let settings = write_settings(folder, port, site)?;
    let token = new_token(&settings)?;
    let child = program(&settings).arg("serve").stdin(Stdio::null()).stdout(Stdio::null()).spawn();
    let child = child.map_err(|error| Problem::new(format!("The inbox could not be started: {error}")))?;
    Ok(Inbox { child, port, token })
}

fn program(settings: &Path) -> Command {
    let mut command = tools::command("cargo");
    command.args(["run", "--quiet", "--package", "tukipolku-inbox", "--", "--config"]).arg(settings);
    command
}

fn write_settings(folder: &Path, port: u16, site: &str) -> Result<PathBuf> {
    let file = folder.join("inbox.toml");
    let (database, reader) = (folder.join("inbox.db"), folder.join("reader"));
    let text = format!(
        "listen = \"127.0.0.1:{port}\"\ndatabase = \"sqlite:{}\"\nreader_dir = \"{}\"\n\n\
         [counties.{DEMO_COUNTY}]\norigins = [\"{site}\"]\n",
        database.display(),
        reader.display()
    );
    std::fs::write(&file, text).map_err(problem::about(&file))?;
    Ok(file)
}

/// A token is shown once only, so each start makes a new one and ends the one before.
fn new_token(settings: &Path) -> Result<String> {
    let ask = |verb: &str| {
        let arguments = ["token", verb, "--county", DEMO_COUNTY, "--name", HOLDER];
        program(settings).args(arguments).output().map_err(|error| Problem::new(error.to_string()))
    };
    // At the first start there is none to end.
    let _ = ask("revoke")?;
    let made = ask("new")?;
    match made.status.success() {
        true => Ok(String::from_utf8_lossy(&made.stdout).trim().to_owned()),
        false => Err(Problem::new(format!("The inbox made no token: {}", String::from_utf8_lossy(&made.stderr)))),
    }
}

/// Writes the staff reader with the vault's files beside it.
fn write_reader(folder: &Path) -> Result<()> {
    let reader = folder.join("reader");
    let worker = copy_vault(&places::made().join("vault"), &reader.join("vault"))?;
    let mut command = tools::command("cargo");
    command.args(["run", "--quiet", "--package", "tukipolku-inbox", "--", "reader", "write", "--content"]);
    command.arg(places::root().join("content")).arg("--vault-worker").arg(format!("/reader/vault/{worker}"));
    command.arg("--out").arg(&reader);
    run::with_progress("Writing the staff reader", &mut command)
}

/// Copies the vault's files and gives the name of its worker.
fn copy_vault(from: &Path, to: &Path) -> Result<String> {
    std::fs::create_dir_all(to).map_err(problem::about(to))?;
    let mut worker = None;
    for entry in std::fs::read_dir(from).map_err(problem::about(from))?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        std::fs::copy(entry.path(), to.join(&name)).map_err(problem::about(to))?;
        worker = worker.or(name.ends_with(".js").then_some(name));
    }
    worker.ok_or_else(|| Problem::new("The vault is not built.").mend("run `cargo xtask build --demo` first."))
}
