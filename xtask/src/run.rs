//! Running other programs: with progress while they work, and with their words when they fail.

use std::io::{BufRead, BufReader, IsTerminal, Read};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::{Problem, Result};

/// How many of the last lines are shown when a program fails.
const LAST_LINES: usize = 40;
/// How often a log without a terminal says that work goes on.
const SIGN_OF_LIFE: Duration = Duration::from_secs(20);

/// Runs a program whose output matters only if it fails. `saying` is what it does, such as "Installing trunk".
pub fn with_progress(saying: &str, command: &mut Command) -> Result<()> {
    let began = Instant::now();
    let mut progress = Progress::start(saying);
    let (status, lines) = follow(command, |line| progress.tell(line))?;
    progress.end(began.elapsed());
    if status.success() {
        return Ok(());
    }
    let tail = lines[lines.len().saturating_sub(LAST_LINES)..].join("\n");
    Err(Problem::new(format!("{saying} did not succeed ({status}). Its last words:\n{tail}")))
}

/// Shows that something of ours is at work that says nothing itself.
pub fn with_spinner<T>(saying: &str, work: impl FnOnce() -> T) -> T {
    let began = Instant::now();
    let progress = Progress::start(saying);
    let done = work();
    progress.end(began.elapsed());
    done
}

/// Runs a program, shows every line of it, and gives the lines back.
pub fn shown(command: &mut Command) -> Result<(ExitStatus, Vec<String>)> {
    follow(command, |line| println!("{line}"))
}

/// Runs a program and hands over each line of its output and its errors as they come.
fn follow(command: &mut Command, mut each: impl FnMut(&str)) -> Result<(ExitStatus, Vec<String>)> {
    let name = command.get_program().to_string_lossy().into_owned();
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let cannot = |error| Problem::new(format!("{name} could not be run: {error}"));
    let mut child = command.spawn().map_err(cannot)?;
    let (sender, receiver) = mpsc::channel();
    let readers = [
        child.stdout.take().map(|pipe| read_lines(pipe, sender.clone())),
        child.stderr.take().map(|pipe| read_lines(pipe, sender)),
    ];
    let lines: Vec<String> = receiver.into_iter().inspect(|line: &String| each(line)).collect();
    for reader in readers.into_iter().flatten() {
        let _ = reader.join();
    }
    Ok((child.wait().map_err(cannot)?, lines))
}

fn read_lines(pipe: impl Read + Send + 'static, to: mpsc::Sender<String>) -> std::thread::JoinHandle<()> {
    std::thread::spawn(move || {
        // Bytes, not `lines()`: a tool that prints something else than UTF-8 must not silence the rest.
        for line in BufReader::new(pipe).split(b'\n').map_while(std::result::Result::ok) {
            let _ = to.send(String::from_utf8_lossy(&line).trim_end().to_owned());
        }
    })
}

/// A spinner on a terminal; a line now and then in a log.
struct Progress {
    saying: String,
    bar: Option<ProgressBar>,
    said: Instant,
}

impl Progress {
    fn start(saying: &str) -> Self {
        let bar = std::io::stderr().is_terminal().then(|| spinner(saying));
        if bar.is_none() {
            println!("{saying} …");
        }
        Self { saying: saying.to_owned(), bar, said: Instant::now() }
    }

    fn tell(&mut self, line: &str) {
        let line = line.trim();
        match &self.bar {
            Some(bar) => bar.set_message(format!("{}: {line}", self.saying)),
            None if self.said.elapsed() > SIGN_OF_LIFE => {
                println!("  … {line}");
                self.said = Instant::now();
            }
            None => {}
        }
    }

    fn end(self, took: Duration) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
        println!("{}: {}", self.saying, seconds(took));
    }
}

fn spinner(saying: &str) -> ProgressBar {
    let bar = ProgressBar::new_spinner().with_message(saying.to_owned());
    if let Ok(style) = ProgressStyle::with_template("{spinner} {elapsed} {wide_msg}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}

/// A length of time for people: "4.2 s", "3 min 07 s".
pub fn seconds(took: Duration) -> String {
    match took.as_secs() {
        0..60 => format!("{:.1} s", took.as_secs_f64()),
        whole => format!("{} min {:02} s", whole / 60, whole % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_program_is_quoted() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo the disk is full >&2; exit 3"]);
        let problem = with_progress("Writing", &mut command).unwrap_err().to_string();
        assert!(problem.contains("the disk is full"), "{problem}");
        assert!(problem.contains("Writing did not succeed"), "{problem}");
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let problem = shown(&mut Command::new("no-such-program")).unwrap_err().to_string();
        assert!(problem.contains("no-such-program could not be run"), "{problem}");
    }

    #[test]
    fn long_times_are_told_in_minutes() {
        assert_eq!(seconds(Duration::from_millis(4230)), "4.2 s");
        assert_eq!(seconds(Duration::from_secs(187)), "3 min 07 s");
    }
}
