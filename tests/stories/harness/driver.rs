//! The driver of an engine as a child process, the browser below it, and how both are ended.

use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use rustix::process::{Pid, Signal, kill_process};

use super::failure::fail;
use super::{Engine, Told, wait};

/// A running driver; its end is the browser's end too.
pub struct Driver {
    child: Child,
    screen: Option<Child>,
    port: u16,
}

impl Driver {
    /// Starts the driver of this engine on a free port and waits until it listens.
    pub async fn start(engine: Engine, profile: &Path) -> Told<Self> {
        let port = free_port()?;
        let (screen, display) = if engine == Engine::WebKit { screen()? } else { (None, None) };
        let mut command = xtask::tools::command(engine.driver());
        command.arg(format!("--port={port}")).envs(display.map(|display| ("DISPLAY", display)));
        match engine {
            // Its second port is for a protocol we do not speak, but two of them may not share it.
            Engine::Firefox => _ = command.arg(format!("--websocket-port={}", free_port()?)),
            Engine::WebKit => own_home(&mut command, profile),
            Engine::Chromium => {}
        }
        let log = std::fs::File::create(profile.with_extension("log"))?;
        let child = command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log).spawn()?;
        let driver = Self { child, screen, port };
        wait::until(&format!("{} listens", engine.driver()), async || {
            Ok(TcpStream::connect(("127.0.0.1", port)).is_ok().then_some(()))
        })
        .await?;
        Ok(driver)
    }

    /// The address that WebDriver commands go to.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Ends the browser as a crash or an empty battery would: at once, with no chance to save anything.
    pub fn kill_browser(&self) {
        for process in below(self.child.id()) {
            kill(process);
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.kill_browser();
        for child in [Some(&mut self.child), self.screen.as_mut()].into_iter().flatten() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// A port that nobody listens on.
pub fn free_port() -> Told<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// A screen that nobody sees, and its name.
fn screen() -> Told<(Option<Child>, Option<String>)> {
    let mut child = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let mut number = String::new();
    if let Some(output) = child.stdout.take() {
        BufReader::new(output).read_line(&mut number)?;
    }
    match number.trim() {
        "" => fail("Xvfb gave no screen."),
        number => Ok((Some(child), Some(format!(":{number}")))),
    }
}

/// Keeps WebKit out of the person's own folders.
fn own_home(command: &mut Command, profile: &Path) {
    for name in ["HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"] {
        command.env(name, profile);
    }
}

/// Every process that descends from this one, children before grandchildren.
fn below(process: u32) -> Vec<u32> {
    let parents = parents();
    let mut found = vec![process];
    let mut at = 0;
    while at < found.len() {
        let parent = found[at];
        found.extend(parents.iter().filter(|(_, of)| *of == parent).map(|(child, _)| *child));
        at += 1;
    }
    found.split_off(1)
}

/// Every process with its parent, from `/proc/<id>/stat`: `id (name) state parent …`.
fn parents() -> Vec<(u32, u32)> {
    let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = entries.filter_map(|entry| entry.file_name().to_string_lossy().parse().ok());
    ids.filter_map(|id: u32| {
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
        // The name may hold spaces and brackets; what follows the last bracket may not.
        let parent = stat.rsplit(')').next()?.split_whitespace().nth(1)?.parse().ok()?;
        Some((id, parent))
    })
    .collect()
}

fn kill(process: u32) {
    if let Some(process) = i32::try_from(process).ok().and_then(Pid::from_raw) {
        // It may have ended by itself in the meantime; then there is nothing left to do.
        let _ = kill_process(process, Signal::KILL);
    }
}
