//! The inbox is killed without warning. Whatever it had told a sender was received is there when it comes back.

use crate::client::{Sending, listed};
use crate::database;
use crate::process::{new_token, start, write_settings};
use std::net::SocketAddr;
use std::process::{Child, Command};

/// How often in an ordinary run; `INBOX_KILLS=1000` is the campaign's.
fn rounds() -> usize {
    std::env::var("INBOX_KILLS").ok().and_then(|number| number.parse().ok()).unwrap_or(5)
}

/// Sends from three threads until the inbox dies under them. Gives the digests that were told to be received.
fn send_until_it_dies(address: SocketAddr, mut child: Child, after: usize) -> Vec<String> {
    let (told, received) = std::sync::mpsc::channel();
    let senders: Vec<_> = (0..3)
        .map(|_| {
            let told = told.clone();
            std::thread::spawn(move || {
                while let Some(digest) = try_to_send(address) {
                    told.send(digest).unwrap()
                }
            })
        })
        .collect();
    drop(told);
    let mut digests: Vec<_> = received.iter().take(after).collect();
    child.kill().expect("kill -9");
    child.wait().expect("it is gone");
    digests.extend(received.iter());
    senders.into_iter().for_each(|sender| sender.join().expect("the sender ends"));
    digests
}

/// `None` when the inbox has gone away in the middle.
fn try_to_send(address: SocketAddr) -> Option<String> {
    let sending = Sending::new();
    let response = ureq::post(format!("http://{address}/v1/esimerkki/submissions"))
        .header("idempotency-key", &sending.key)
        .header("content-digest", &sending.digest)
        .header("content-type", &sending.kind)
        .send(&sending.sealed[..]);
    let mut response = response.ok()?;
    let receipt: serde_json::Value = serde_json::from_str(&response.body_mut().read_to_string().ok()?).ok()?;
    Some(receipt["reference"].as_str()?.to_owned())
}

#[test]
fn every_message_that_was_told_to_be_received_is_there_after_a_kill() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = write_settings(folder.path());
    let token = new_token(&settings);
    let mut told = Vec::new();
    for round in 0..rounds() {
        let (child, address) = start(&settings);
        told.extend(send_until_it_dies(address, child, 1 + round * 7 % 40));
    }
    let (mut child, address) = start(&settings);
    let kept = all_references(address, &token);
    child.kill().expect("kill");
    child.wait().expect("it is gone");
    let missing: Vec<_> = told.iter().filter(|reference| !kept.contains(*reference)).collect();
    assert!(missing.is_empty(), "{} of {} are missing", missing.len(), told.len());
    assert!(told.len() >= rounds());
    println!("figures: {}, {} kills, {} receipts, 0 missing", database::name(), rounds(), told.len());
}

fn all_references(address: SocketAddr, token: &str) -> std::collections::HashSet<String> {
    let mut references = std::collections::HashSet::new();
    let mut after = 0;
    loop {
        let path = format!("/v1/esimerkki/submissions?limit=500&after={after}");
        let part = crate::client::staff(address, "GET", &path, token).json();
        let part = part["submissions"].as_array().expect("a list").clone();
        let Some(last) = part.last() else { return references };
        after = last["id"].as_i64().expect("an id");
        references.extend(part.iter().map(|entry| entry["reference"].as_str().expect("a reference").to_owned()));
    }
}

#[test]
fn asked_to_stop_it_ends_well() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = write_settings(folder.path());
    let token = new_token(&settings);
    let (mut child, address) = start(&settings);
    assert!(listed(address, &token).is_empty());
    let asked = Command::new("kill").arg(child.id().to_string()).status().expect("kill runs");
    assert!(asked.success());
    assert!(child.wait().expect("it ends").success());
    assert!(!folder.path().join("inbox.db-wal").exists(), "SQLite's log was written back and removed");
}
