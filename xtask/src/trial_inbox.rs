//! An inbox for trials: on any free port, with room for floods, in a folder of its own. It ends with this value.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::deployment::DEMO_COUNTY;
use crate::{Problem, Result, demo_inbox, places, problem};

/// A running inbox for trials.
pub struct TrialInbox {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    /// A token of the county `esimerkki`.
    pub token: String,
}

impl TrialInbox {
    /// Builds the inbox and starts it with these settings beside the usual ones (lines of TOML that stand before tables).
    pub fn start(folder: &Path, more: &str) -> Result<Self> {
        demo_inbox::build()?;
        std::fs::create_dir_all(folder).map_err(problem::about(folder))?;
        let settings = folder.join("inbox.toml");
        let text = format!(
            "listen = '127.0.0.1:0'\ndatabase = 'sqlite:{}'\n{more}\n[rate]\nburst = 1000000\nper_minute = 1000000\narriving_from_one = 1000000\n\
             [counties.{DEMO_COUNTY}]\norigins = ['https://tuki.example.fi']\n",
            folder.join("inbox.db").display()
        );
        std::fs::write(&settings, text).map_err(problem::about(&settings))?;
        let token = new_token(&settings)?;
        let (child, address) = serve(&settings)?;
        Ok(Self { child, address, token })
    }
}

impl Drop for TrialInbox {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn program(settings: &Path) -> Command {
    let mut command = Command::new(places::root().join("target/debug/tukipolku-inbox"));
    command.arg("--config").arg(settings);
    command
}

fn new_token(settings: &Path) -> Result<String> {
    let mut command = program(settings);
    let made = command.args(["token", "new", "--county", DEMO_COUNTY, "--name", "trial"]).output();
    let made = made.map_err(|error| Problem::new(format!("The inbox could not be run: {error}")))?;
    match made.status.success() {
        true => Ok(String::from_utf8_lossy(&made.stdout).trim().to_owned()),
        false => Err(Problem::new(format!("The inbox made no token: {}", String::from_utf8_lossy(&made.stderr)))),
    }
}

fn serve(settings: &Path) -> Result<(Child, SocketAddr)> {
    let child = program(settings).arg("serve").stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
    let mut child = child.map_err(|error| Problem::new(format!("The inbox could not be started: {error}")))?;
    let mut line = String::new();
    if let Some(said) = child.stdout.take() {
        // What does not come is seen by what was not said.
        let _ = BufReader::new(said).read_line(&mut line);
    }
    let address = line.trim().strip_prefix("listening on http://").and_then(|address| address.parse().ok());
    let address = address.ok_or_else(|| Problem::new(format!("The inbox said “{line}” and no address.")))?;
    Ok((child, address))
}
