//! How many messages a second one core receives, how long senders wait, and how much memory that takes. The figures are
//! printed; `INBOX_LOAD=20000` with a release build makes them a measurement and holds them to the promise.

use crate::client::Sending;
use crate::database;
use crate::process::{most_memory, start_on_one_core, write_settings};
use std::net::SocketAddr;
use std::sync::Mutex;
use std::time::{Duration, Instant};

const SENDERS: usize = 8;
/// Messages a second that one core must receive.
const PROMISED: f64 = 200.0;
/// KiB of memory that the inbox must never exceed.
const MEMORY: u64 = 64 * 1024;

/// How many messages, and whether the speed counts.
fn messages() -> (usize, bool) {
    let asked = std::env::var("INBOX_LOAD").ok().and_then(|number| number.parse().ok());
    (asked.unwrap_or(400), asked.is_some())
}

#[test]
fn many_senders_at_once_are_all_received_in_little_memory() {
    let (number, is_measurement) = messages();
    let folder = tempfile::tempdir().expect("a folder");
    let (mut child, address) = start_on_one_core(&write_settings(folder.path()));
    let began = Instant::now();
    let mut waits = send_all(address, number);
    let speed = number as f64 / began.elapsed().as_secs_f64();
    let memory = most_memory(&child);
    child.kill().expect("kill");
    child.wait().expect("it is gone");
    waits.sort();
    let at = |share: f64| waits[(waits.len() as f64 * share) as usize].as_secs_f64() * 1000.0;
    println!(
        "figures: {}, one core, {number} messages from {SENDERS} senders, {speed:.0} a second, median {:.1} ms, p99 {:.1} ms, {} MiB of memory",
        database::name(),
        at(0.5),
        at(0.99),
        memory / 1024
    );
    assert!(memory < MEMORY, "{memory} KiB");
    assert!(!is_measurement || speed >= PROMISED, "{speed:.0} a second");
}

/// Sends them all and gives how long each took from connection to receipt.
fn send_all(address: SocketAddr, number: usize) -> Vec<Duration> {
    let waits = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..SENDERS {
            scope.spawn(|| {
                let agent = ureq::Agent::new_with_defaults();
                for _ in 0..number / SENDERS {
                    let sending = Sending::new();
                    let began = Instant::now();
                    assert_eq!(send(&agent, address, &sending), 201);
                    waits.lock().expect("the waits").push(began.elapsed());
                }
            });
        }
    });
    waits.into_inner().expect("the waits")
}

fn send(agent: &ureq::Agent, address: SocketAddr, sending: &Sending) -> u16 {
    let request = agent.post(format!("http://{address}/v1/esimerkki/submissions"));
    let request = request.header("idempotency-key", &sending.key).header("content-digest", &sending.digest);
    let mut response = request.header("content-type", &sending.kind).send(&sending.sealed[..]).expect("an answer");
    response.body_mut().read_to_string().expect("a whole body");
    response.status().as_u16()
}
