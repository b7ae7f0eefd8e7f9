//! Floods, giants and dawdlers.

use crate::client::{Sending, listed, sealed};
use crate::running::{Running, settings};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

const INVITATION: &[u8] = b"HTTP/1.1 100 Continue\r\n\r\n";

/// A request whose headers have gone out and whose body has not begun.
fn announced(address: SocketAddr, sending: &Sending) -> TcpStream {
    let mut stream = TcpStream::connect(address).expect("a connection");
    let more = format!("Content-Length: {}\r\nExpect: 100-continue\r\nConnection: close\r\n", sending.sealed.len());
    stream.write_all(sending.head(&more).as_bytes()).expect("headers go out");
    stream
}

/// A request that has said it is coming, and whose body the inbox is waiting for.
fn half_sent(address: SocketAddr, sending: &Sending) -> TcpStream {
    let mut stream = announced(address, sending);
    let mut invitation = [0; INVITATION.len()];
    stream.read_exact(&mut invitation).expect("an invitation to go on");
    assert_eq!(invitation, INVITATION);
    stream
}

fn raw(address: SocketAddr, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream.write_all(bytes).expect("bytes go out");
    text(stream)
}

fn text(mut stream: TcpStream) -> String {
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("an answer");
    String::from_utf8(answer).expect("text")
}

#[test]
fn a_claimed_giant_is_refused_before_its_first_byte() {
    let inbox = Running::new();
    let head = Sending::new().head("Content-Length: 999999999999\r\nConnection: close\r\n");
    let answer = raw(inbox.address(), head.as_bytes());
    assert!(answer.starts_with("HTTP/1.1 413 ") && answer.contains("too-large"), "{answer}");
}

#[test]
fn a_giant_that_hides_its_length_is_refused_at_the_limit() {
    let inbox = Running::new();
    let giant = sealed(512 * 1024 + 64 * 1024, 2);
    let mut bytes = Sending::of(giant.clone()).head("Transfer-Encoding: chunked\r\nConnection: close\r\n").into_bytes();
    bytes.extend(format!("{:x}\r\n", giant.len()).bytes());
    bytes.extend(&giant);
    bytes.extend(b"\r\n0\r\n\r\n");
    let mut stream = TcpStream::connect(inbox.address()).expect("a connection");
    // The inbox stops reading at its limit, so the last bytes may find nobody there; its answer has come by then.
    let _ = stream.write_all(&bytes);
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).expect("an answer");
    assert_eq!(&answer, b"HTTP/1.1 413");
    assert_eq!(listed(inbox.address(), &inbox.token).len(), 0);
}

#[test]
fn a_right_message_may_come_in_pieces() {
    let inbox = Running::new();
    let sending = Sending::new();
    let mut bytes = sending.head("Transfer-Encoding: chunked\r\nConnection: close\r\n").into_bytes();
    for piece in sending.sealed.chunks(1000) {
        bytes.extend(format!("{:x}\r\n", piece.len()).bytes());
        bytes.extend(piece);
        bytes.extend(b"\r\n");
    }
    bytes.extend(b"0\r\n\r\n");
    assert!(raw(inbox.address(), &bytes).starts_with("HTTP/1.1 201 "));
}

#[test]
fn while_a_key_is_arriving_it_cannot_arrive_again() {
    let inbox = Running::new();
    let sending = Sending::new();
    let mut first = half_sent(inbox.address(), &sending);
    let second = sending.send(inbox.address());
    assert_eq!((second.status, second.problem().as_str()), (409, "being-received"));
    first.write_all(&sending.sealed).expect("the body goes out");
    assert!(text(first).starts_with("HTTP/1.1 201 "));
    assert_eq!(sending.send(inbox.address()).status, 200);
}

#[test]
fn a_sender_who_goes_away_in_the_middle_can_come_again() {
    let inbox = Running::new();
    let sending = Sending::new();
    let mut first = half_sent(inbox.address(), &sending);
    first.write_all(&sending.sealed[..1000]).expect("some of the body goes out");
    drop(first);
    let again = (0..1000).map(|_| sending.send(inbox.address()).status).find(|status| *status != 409);
    assert_eq!(again, Some(201));
}

#[test]
fn a_dawdler_is_let_go() {
    let mut config = settings();
    config.rate.arrival_seconds = 0;
    let inbox = Running::with(config);
    let sending = Sending::new();
    // With no time at all the inbox may give up before it has invited the body, or right after.
    let answer = text(announced(inbox.address(), &sending));
    let answer = answer.strip_prefix(str::from_utf8(INVITATION).expect("text")).unwrap_or(&answer);
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
}

#[test]
fn with_every_place_taken_the_next_is_asked_to_come_back() {
    let mut config = settings();
    (config.rate.arriving, config.rate.waiting_seconds) = (1, 0);
    let inbox = Running::with(config);
    let first_sending = Sending::new();
    let mut first = half_sent(inbox.address(), &first_sending);
    let second = Sending::new().send(inbox.address());
    assert_eq!((second.status, second.problem().as_str()), (503, "busy"));
    assert!(second.header("retry-after").is_some());
    first.write_all(&first_sending.sealed).expect("the body goes out");
    assert!(text(first).starts_with("HTTP/1.1 201 "));
}

#[test]
fn a_stop_lets_what_has_begun_come_to_its_end() {
    let mut inbox = Running::new();
    let sending = Sending::new();
    let mut first = half_sent(inbox.address(), &sending);
    let rest = sending.sealed.clone();
    let sender = std::thread::spawn(move || {
        first.write_all(&rest).expect("the body goes out");
        text(first)
    });
    inbox.stop();
    assert!(sender.join().expect("the sender ends").starts_with("HTTP/1.1 201 "));
    inbox.restart();
    assert_eq!(sending.send(inbox.address()).status, 200);
}

#[test]
fn after_the_burst_a_neighbourhood_is_told_when_to_come_back() {
    let mut config = settings();
    (config.rate.burst, config.rate.per_minute) = (3, 1);
    let inbox = Running::with(config);
    let statuses: Vec<_> = (0..4).map(|_| Sending::new().send(inbox.address()).status).collect();
    assert_eq!(statuses, [201, 201, 201, 429]);
    let refused = Sending::new().send(inbox.address());
    let seconds: u64 = refused.header("retry-after").expect("Retry-After").parse().expect("seconds");
    assert!((1..=60).contains(&seconds), "{seconds}");
    assert_eq!(refused.problem(), "too-many");
}
