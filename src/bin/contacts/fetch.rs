//! Asking the register over the network, patiently and within limits. `curl` carries the requests: it is on every machine and knows
//! the certificates and proxies of a county's network, which a library of our own would have to be taught.

use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

/// How patient and how trusting the fetching is.
#[derive(Clone, Debug)]
pub struct Patience {
    /// How often a request is tried.
    pub tries: u32,
    /// The pause before the second try; it doubles with each further one.
    pub pause: Duration,
    /// The longest a single request may take.
    pub timeout: Duration,
    /// The largest answer that is read, in bytes.
    pub largest: u64,
}

impl Default for Patience {
    /// Five tries within about half a minute; answers of the register are far below 32 MB.
    fn default() -> Self {
        Self { tries: 5, pause: Duration::from_secs(2), timeout: Duration::from_secs(60), largest: 32 * 1024 * 1024 }
    }
}

/// The longest pause we let a server ask for.
const LONGEST_PAUSE: Duration = Duration::from_secs(120);

/// What `curl` writes after the answer, so that the status stands apart from the body.
const AFTER_BODY: &str = "\n%{http_code} %header{retry-after}";

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Failure {
    /// Asking again will not help.
    Final(String),
    /// Asking again may help, after at least this pause.
    Passing(String, Duration),
}

/// Gets the body at an address, trying again on a busy, slow or broken server.
///
/// # Errors
/// What went wrong the last time, in words that name the address.
pub fn get(url: &str, patience: &Patience) -> Result<Vec<u8>, String> {
    let mut pause = patience.pause;
    for tried in 1.. {
        match once(url, patience) {
            Ok(body) => return Ok(body),
            Err(Failure::Final(why)) => return Err(format!("{url}: {why}")),
            Err(Failure::Passing(why, _)) if tried >= patience.tries => {
                return Err(format!("{url}: {why}, also at try {tried}. Try again later; nothing was written."));
            }
            Err(Failure::Passing(why, asked)) => {
                let wait = pause.max(asked).min(LONGEST_PAUSE);
                eprintln!("  {why}; trying again in {} s", wait.as_secs_f32().round());
                thread::sleep(wait);
                pause *= 2;
            }
        }
    }
    unreachable!("the loop ends by returning")
}

fn once(url: &str, patience: &Patience) -> Result<Vec<u8>, Failure> {
    let output = Command::new("curl")
        .args(["--silent", "--show-error", "--globoff", "--compressed", "--header", "Accept: application/json"])
        .args(["--proto", "=https,http", "--proto-redir", "=https", "--location", "--max-redirs", "3"])
        .args(["--max-time", &patience.timeout.as_secs_f32().to_string()])
        .args(["--max-filesize", &patience.largest.to_string()])
        .args(["--write-out", AFTER_BODY, "--url", url])
        .stdin(Stdio::null())
        .output()
        .map_err(|error| Failure::Final(format!("curl cannot be started ({error}). Install curl.")))?;
    if !output.status.success() {
        return Err(broken_line(output.status.code(), &String::from_utf8_lossy(&output.stderr)));
    }
    answer(output.stdout, patience.largest)
}

/// What curl's exit codes mean: a slow or broken line may be better next time, a wrong address will not.
fn broken_line(code: Option<i32>, said: &str) -> Failure {
    let said = said.trim().trim_start_matches("curl: ").to_owned();
    match code {
        // Could not resolve or connect, partial answer, timeout, empty reply, broken while sending or receiving.
        Some(5..=7 | 18 | 28 | 35 | 52 | 55 | 56 | 92) => Failure::Passing(said, Duration::ZERO),
        Some(63) => Failure::Final("the answer is larger than any of the register should be".to_owned()),
        _ => Failure::Final(said),
    }
}

/// Parts the body from the status after it.
fn answer(mut output: Vec<u8>, largest: u64) -> Result<Vec<u8>, Failure> {
    let end = output.iter().rposition(|byte| *byte == b'\n').unwrap_or_default();
    let after = String::from_utf8_lossy(&output[end..]).trim().to_owned();
    output.truncate(end);
    if output.len() as u64 > largest {
        return Err(Failure::Final("the answer is larger than any of the register should be".to_owned()));
    }
    let (status, asked) = after.split_once(' ').unwrap_or((&after, ""));
    let asked = Duration::from_secs(asked.parse().unwrap_or_default());
    match status {
        "200" => Ok(output),
        "404" => Err(Failure::Final("the register has nothing there (404)".to_owned())),
        "429" => Err(Failure::Passing("the register asks us to go slower (429)".to_owned(), asked)),
        "500" | "502" | "503" | "504" => Err(Failure::Passing(format!("the register is in trouble ({status})"), asked)),
        other => Err(Failure::Final(format!("the register answered {other}"))),
    }
}
