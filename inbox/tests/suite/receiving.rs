//! Sending a message: what is kept, what is told, what is refused.

use crate::client::{Sending, content_digest, listed, sealed};
use crate::running::Running;

#[test]
fn a_message_is_received_and_staff_see_it() {
    let inbox = Running::new();
    let sending = Sending::new();
    let answer = sending.send(inbox.address());
    assert_eq!(answer.status, 201);
    let receipt = answer.json();
    assert_eq!(receipt["digest"], sending.digest);
    let list = listed(inbox.address(), &inbox.token);
    assert_eq!(list.len(), 1);
    assert_eq!(list[0]["reference"], receipt["reference"]);
    assert_eq!(list[0]["received_at"], receipt["received_at"]);
    assert_eq!(list[0]["size"], sending.sealed.len());
    assert_eq!(list[0]["handled"], false);
}

#[test]
fn the_time_of_arrival_has_no_seconds() {
    let inbox = Running::new();
    let receipt = Sending::new().send(inbox.address()).json();
    let time = receipt["received_at"].as_str().unwrap().to_owned();
    assert!(time.ends_with(":00Z") && time.len() == 20, "{time}");
}

#[test]
fn sent_again_it_is_kept_once_and_answered_alike() {
    let mut inbox = Running::new();
    let sending = Sending::new();
    let first = sending.send(inbox.address());
    let second = sending.send(inbox.address());
    assert_eq!((first.status, second.status), (201, 200));
    assert_eq!(first.json(), second.json());
    inbox.restart();
    let third = sending.send(inbox.address());
    assert_eq!((third.status, third.json()), (200, first.json()));
    assert_eq!(listed(inbox.address(), &inbox.token).len(), 1);
}

#[test]
fn a_key_never_brings_two_messages() {
    let inbox = Running::new();
    let first = Sending::new();
    assert_eq!(first.send(inbox.address()).status, 201);
    let second = Sending { key: first.key, ..Sending::new() }.send(inbox.address());
    assert_eq!((second.status, second.problem().as_str()), (422, "key-reused"));
    assert_eq!(listed(inbox.address(), &inbox.token).len(), 1);
}

#[test]
fn the_same_key_in_another_county_is_another_message() {
    let inbox = Running::new();
    let first = Sending::new();
    assert_eq!(first.send(inbox.address()).status, 201);
    let second = Sending { county: "toinen".into(), ..first };
    assert_eq!(second.send(inbox.address()).status, 201);
}

#[test]
fn what_is_wrong_is_named_and_nothing_is_kept() {
    let inbox = Running::new();
    let right = Sending::new();
    let bytes = |sealed: Vec<u8>| Sending::of(sealed);
    let cases = [
        (Sending { county: "muualla".into(), ..right.clone() }, 404, "unknown-county"),
        (Sending { kind: "text/plain".into(), ..right.clone() }, 415, "wrong-media-type"),
        (Sending { kind: "application/json".into(), ..right.clone() }, 415, "wrong-media-type"),
        (Sending { key: "short".into(), ..right.clone() }, 400, "bad-idempotency-key"),
        (Sending { digest: "sha-256=1234".into(), ..right.clone() }, 400, "bad-content-digest"),
        (Sending { digest: content_digest(b"other"), ..right.clone() }, 400, "digest-mismatch"),
        (bytes(b"Dear team".to_vec()), 422, "not-sealed"),
        (bytes(Vec::new()), 422, "not-sealed"),
        (bytes(sealed(16 * 1024, 1)), 422, "not-sealed"),
        (bytes(sealed(16 * 1024, 5)), 422, "not-sealed"),
        (bytes(sealed(16 * 1024 + 1, 2)), 422, "wrong-size"),
        (bytes(sealed(0, 2)), 422, "wrong-size"),
    ];
    for (sending, status, problem) in cases {
        let answer = sending.send(inbox.address());
        assert_eq!((answer.status, answer.problem().as_str()), (status, problem));
    }
    assert_eq!(listed(inbox.address(), &inbox.token).len(), 0);
    assert_eq!(right.send(inbox.address()).status, 201, "a refusal does not use the key up");
}

#[test]
fn every_agreed_size_is_taken_for_two_to_four_keys() {
    let inbox = Running::new();
    for kib in [16, 64, 256] {
        for recipients in 2..=4 {
            let answer = Sending::of(sealed(kib * 1024, recipients)).send(inbox.address());
            assert_eq!(answer.status, 201, "{kib} KiB to {recipients}");
        }
    }
}

#[test]
fn a_database_that_cannot_be_written_is_never_a_receipt() {
    let inbox = Running::new();
    inbox.meddle("ALTER TABLE message RENAME TO away");
    let sending = Sending::new();
    let answer = sending.send(inbox.address());
    assert_eq!((answer.status, answer.problem().as_str()), (503, "storage-failed"));
    assert!(answer.header("retry-after").is_some());
    inbox.meddle("ALTER TABLE away RENAME TO message");
    assert_eq!(sending.send(inbox.address()).status, 201);
}
