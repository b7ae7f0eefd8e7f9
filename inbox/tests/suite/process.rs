//! The inbox as a process of its own, as a county runs it.

use crate::database;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_tukipolku-inbox");

/// The program, to be told what to do.
pub fn program() -> Command {
    Command::new(PROGRAM)
}

/// Writes settings with a database of their own and room for every test to send.
pub fn write_settings(folder: &Path) -> PathBuf {
    let path = folder.join("inbox.toml");
    let database = database::fresh(folder);
    let text = format!(
        "listen = '127.0.0.1:0'\ndatabase = '{database}'\n[rate]\nburst = 1000000\nper_minute = 1000000\narriving_from_one = 1000000\n\
         [counties.esimerkki]\norigins = []"
    );
    std::fs::write(&path, text).expect("the settings are written");
    path
}

/// Starts it and waits for the address that it says.
pub fn start(settings: &Path) -> (Child, SocketAddr) {
    serve(program(), settings)
}

/// The same on one core of the machine.
pub fn start_on_one_core(settings: &Path) -> (Child, SocketAddr) {
    let mut pinned = Command::new("taskset");
    pinned.args(["--cpu-list", "0", PROGRAM]);
    serve(pinned, settings)
}

fn serve(mut command: Command, settings: &Path) -> (Child, SocketAddr) {
    let mut child =
        command.arg("--config").arg(settings).arg("serve").stdout(Stdio::piped()).spawn().expect("it starts");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
    let address = line.trim().strip_prefix("listening on http://").expect("an address").parse().expect("an address");
    (child, address)
}

/// Makes a staff token with the verb that administrators use.
pub fn new_token(settings: &Path) -> String {
    let verb = ["token", "new", "--county", "esimerkki", "--name", "test team"];
    let output = program().arg("--config").arg(settings).args(verb).output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text").trim().to_owned()
}

/// The most memory the process has held so far, in KiB.
pub fn most_memory(child: &Child) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).expect("its status");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("its memory");
    line.trim().strip_suffix(" kB").expect("kilobytes").parse().expect("a number")
}
