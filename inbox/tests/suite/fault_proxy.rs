//! A bad network between sender and inbox: each connection meets one fault, drawn from a seed so that a run can be
//! repeated. One request for each connection.

use crate::client::content_digest;
use std::collections::BTreeMap;
use std::io::{Read, Result, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What happens to a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// Nothing bad.
    None,
    /// It is closed at once.
    Refused,
    /// The request is cut in its middle.
    RequestCut,
    /// A byte of the body is changed on the way.
    RequestDamaged,
    /// The request arrives twice at the same time.
    RequestDoubled,
    /// The request arrives, the answer is lost.
    AnswerLost,
    /// The answer is cut in its middle.
    AnswerCut,
    /// Somebody answers "received" with a digest that is not the message's. The inbox hears nothing.
    LyingDigest,
    /// Somebody answers 201 without a receipt. The inbox hears nothing.
    EmptySuccess,
    /// A gateway answers 502. The inbox hears nothing.
    BadGateway,
}

const FAULTS: [Fault; 10] = [
    Fault::None,
    Fault::Refused,
    Fault::RequestCut,
    Fault::RequestDamaged,
    Fault::RequestDoubled,
    Fault::AnswerLost,
    Fault::AnswerCut,
    Fault::LyingDigest,
    Fault::EmptySuccess,
    Fault::BadGateway,
];

/// How often each fault was met.
pub type Met = Arc<Mutex<BTreeMap<Fault, usize>>>;

/// Starts the proxy. It serves until the test program ends.
pub fn start(inbox: SocketAddr, seed: u64) -> (SocketAddr, Met) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let met = Met::default();
    let noted = met.clone();
    std::thread::spawn(move || {
        for (number, stream) in listener.incoming().flatten().enumerate() {
            let draw = mixed(seed.wrapping_add(number as u64));
            let fault = FAULTS[(draw % FAULTS.len() as u64) as usize];
            *noted.lock().expect("the notes").entry(fault).or_default() += 1;
            // What breaks here is what the test is about.
            std::thread::spawn(move || _ = serve(stream, inbox, fault, draw >> 8));
        }
    });
    (address, met)
}

/// SplitMix64, <https://prng.di.unimi.it/splitmix64.c>, read on 22.11.2026.
fn mixed(number: u64) -> u64 {
    let z = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

fn serve(mut sender: TcpStream, inbox: SocketAddr, fault: Fault, draw: u64) -> Result<()> {
    if fault == Fault::Refused {
        return Ok(());
    }
    let mut request = read_request(&mut sender)?;
    let place = |length: usize| (draw % length as u64) as usize;
    match fault {
        Fault::RequestCut => {
            let cut = place(request.len());
            TcpStream::connect(inbox)?.write_all(&request[..cut])
        }
        Fault::RequestDamaged => {
            let body = request.len() - 1000 + place(1000);
            request[body] ^= 1;
            sender.write_all(&ask(inbox, &request)?)
        }
        Fault::RequestDoubled => {
            let other = request.clone();
            let twin = std::thread::spawn(move || _ = ask(inbox, &other));
            let answer = ask(inbox, &request)?;
            let _ = twin.join();
            sender.write_all(&answer)
        }
        Fault::AnswerLost => ask(inbox, &request).map(drop),
        Fault::AnswerCut => {
            let answer = ask(inbox, &request)?;
            sender.write_all(&answer[..place(answer.len())])
        }
        Fault::LyingDigest => sender.write_all(&success(&content_digest(b"something else"))),
        Fault::EmptySuccess => sender.write_all(b"HTTP/1.1 201 Created\r\ncontent-length: 0\r\n\r\n"),
        Fault::BadGateway => sender.write_all(b"HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n"),
        Fault::None | Fault::Refused => sender.write_all(&ask(inbox, &request)?),
    }
}

fn success(digest: &str) -> Vec<u8> {
    let body = format!(r#"{{"reference":"AB12-CD34-EF56","received_at":"2026-11-22T00:00:00Z","digest":"{digest}"}}"#);
    format!("HTTP/1.1 201 Created\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}", body.len())
        .into_bytes()
}

/// The whole request: its head names the length of its body.
fn read_request(sender: &mut TcpStream) -> Result<Vec<u8>> {
    sender.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut request = Vec::new();
    let mut piece = [0; 16 * 1024];
    loop {
        let read = sender.read(&mut piece)?;
        request.extend_from_slice(&piece[..read]);
        if read == 0 || is_whole(&request) {
            return Ok(request);
        }
    }
}

fn is_whole(request: &[u8]) -> bool {
    let Some(end) = request.windows(4).position(|bytes| bytes == b"\r\n\r\n") else { return false };
    let head = String::from_utf8_lossy(&request[..end]).to_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse::<usize>().ok());
    request.len() >= end + 4 + length.unwrap_or(0)
}

/// Gives the request to the inbox and reads its answer to the end.
fn ask(inbox: SocketAddr, request: &[u8]) -> Result<Vec<u8>> {
    let mut stream = TcpStream::connect(inbox)?;
    stream.write_all(request)?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(answer)
}
