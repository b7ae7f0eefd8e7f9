//! The sender's own state machine against a real inbox, through a network that breaks nine connections of ten. Waits are
//! over at once; everything else is as in the browser.

use crate::client::{content_digest, sealed, staff};
use crate::database;
use crate::fault_proxy::{self, Met};
use crate::running::Running;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::Mutex;
use std::time::Duration;
use tukipolku::delivery::{Command, Digest, Event, InboxAnswer, Parcel, Sending, State, read_answer};

/// How many messages in an ordinary run; `INBOX_FAULTS=10000` is the campaign's.
fn messages() -> usize {
    std::env::var("INBOX_FAULTS").ok().and_then(|number| number.parse().ok()).unwrap_or(200)
}

const SENDERS: usize = 4;

/// What the machine said when it stopped.
struct Outcome {
    reference: String,
    tries: u32,
}

/// Sends one message until the machine calls it received. A machine that gives up, or asks for nothing more, is a lost
/// message.
fn send(proxy: SocketAddr) -> Outcome {
    let parcel = parcel(proxy);
    let (mut machine, mut commands) = Sending::default().step(Event::Sealed(parcel.digest), 0);
    let mut tries = 0;
    let mut next = Some(Event::Try);
    while let Some(event) = next.take() {
        (machine, commands) = machine.step(event, 0);
        for command in &commands {
            match command {
                Command::Send(number) => {
                    tries += 1;
                    next = Some(Event::Answered(*number, carry(&parcel)));
                }
                // The wait is over at once, unless an answer has come first.
                Command::Wait(timer, _) if next.is_none() => next = Some(Event::WaitOver(*timer)),
                Command::DropSealed => panic!("the message was refused: {:?}", machine.state()),
                Command::Wait(..) | Command::Store | Command::Erase => {}
            }
        }
    }
    assert!(matches!(machine.state(), State::Received { .. }), "{:?}", machine.state());
    assert_eq!(commands, [Command::Erase], "answers are erased with the receipt, not before");
    Outcome { reference: parcel.digest.reference().to_string(), tries }
}

fn parcel(proxy: SocketAddr) -> Parcel {
    let bytes = sealed(16 * 1024, 2);
    let digest = Digest::from_header(&content_digest(&bytes)).expect("a digest");
    Parcel { endpoint: format!("http://{proxy}"), county: "esimerkki".into(), bytes: bytes.into(), digest }
}

/// What the browser's carrier does: one POST, and whatever goes wrong is no network.
fn carry(parcel: &Parcel) -> InboxAnswer {
    let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0);
    let agent: ureq::Agent = config.timeout_global(Some(Duration::from_secs(30))).build().into();
    let headers = parcel.headers().into_iter().chain([("Connection", "close".to_owned())]);
    let request = headers.fold(agent.post(parcel.address()), |request, (name, value)| request.header(name, value));
    let Ok(mut answer) = request.send(&parcel.bytes[..]) else { return InboxAnswer::NO_NETWORK };
    let after = answer.headers().get("retry-after").and_then(|value| value.to_str().ok()).map(str::to_owned);
    match answer.body_mut().read_to_string() {
        Ok(body) => read_answer(answer.status().as_u16(), after.as_deref(), &body),
        Err(_) => InboxAnswer::NO_NETWORK,
    }
}

/// Every reference the inbox lists, with the number of its rows.
fn kept(inbox: &Running) -> HashMap<String, usize> {
    let (mut references, mut after) = (HashMap::new(), 0);
    loop {
        let path = format!("/v1/esimerkki/submissions?limit=500&after={after}");
        let part = staff(inbox.address(), "GET", &path, &inbox.token).json();
        let entries = part["submissions"].as_array().expect("a list").clone();
        let Some(last) = entries.last() else { return references };
        after = last["id"].as_i64().expect("an id");
        for entry in entries {
            *references.entry(entry["reference"].as_str().expect("a reference").to_owned()).or_default() += 1;
        }
    }
}

fn send_all(proxy: SocketAddr) -> Vec<Outcome> {
    let outcomes = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..SENDERS {
            scope.spawn(|| {
                for _ in 0..messages() / SENDERS {
                    let outcome = send(proxy);
                    outcomes.lock().expect("the outcomes").push(outcome);
                }
            });
        }
    });
    outcomes.into_inner().expect("the outcomes")
}

fn tell(outcomes: &[Outcome], met: &Met) {
    let tries: u32 = outcomes.iter().map(|outcome| outcome.tries).sum();
    let met = met.lock().expect("the notes");
    let number = outcomes.len();
    println!(
        "figures: {}, {number} messages, {tries} tries, {met:?}, one row for each, 0 false receipts, 0 lost",
        database::name()
    );
}

#[test]
fn through_a_bad_network_each_message_is_received_exactly_once() {
    let inbox = Running::new();
    let (proxy, met) = fault_proxy::start(inbox.address(), 20_261_122);
    let outcomes = send_all(proxy);
    let kept = kept(&inbox);
    let missing = outcomes.iter().filter(|outcome| kept.get(&outcome.reference) != Some(&1)).count();
    assert_eq!(missing, 0, "told to be received and not there exactly once");
    assert_eq!(kept.len(), outcomes.len(), "nothing else is there");
    assert_eq!(met.lock().expect("the notes").len(), 10, "every fault was met");
    tell(&outcomes, &met);
}
