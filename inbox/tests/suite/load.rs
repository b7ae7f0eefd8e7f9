//! How many messages a second. The figure is printed; `INBOX_LOAD=20000` makes it a measurement.

use crate::client::Sending;
use crate::running::Running;
use std::time::Instant;

#[test]
fn many_senders_at_once_are_all_received() {
    let number: usize = std::env::var("INBOX_LOAD").ok().and_then(|number| number.parse().ok()).unwrap_or(400);
    let inbox = Running::new();
    let address = inbox.address();
    let began = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(move || {
                let agent = ureq::Agent::new_with_defaults();
                (0..number / 8).for_each(|_| assert_eq!(send(&agent, address), 201));
            });
        }
    });
    println!("{:.0} messages a second", number as f64 / began.elapsed().as_secs_f64());
}

fn send(agent: &ureq::Agent, address: std::net::SocketAddr) -> u16 {
    let sending = Sending::new();
    let request = agent.post(format!("http://{address}/v1/esimerkki/submissions"));
    let request = request.header("idempotency-key", &sending.key).header("content-digest", &sending.digest);
    let mut response = request.header("content-type", &sending.kind).send(&sending.sealed[..]).expect("an answer");
    response.body_mut().read_to_string().expect("a whole body");
    response.status().as_u16()
}
