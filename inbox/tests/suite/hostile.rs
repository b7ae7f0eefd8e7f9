//! Senders who mean harm: whatever they send, the inbox answers with a documented refusal and stays up.

use crate::client::{Sending, listed, sealed};
use crate::running::Running;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// At least so many inputs; the campaign asks for more by PROPTEST_CASES.
fn config() -> Config {
    Config { cases: Config::default().cases.max(300), failure_persistence: None, ..Config::default() }
}

fn hostile_body() -> impl Strategy<Value = Vec<u8>> {
    let noise = prop::collection::vec(any::<u8>(), 0..4000);
    let with_version = noise.clone().prop_map(|bytes| [b"age-encryption.org/v1\n", &bytes[..]].concat());
    let cut = (0usize..16_000).prop_map(|length| sealed(16 * 1024, 2)[..length].to_vec());
    let bent = (0usize..260, any::<u8>()).prop_map(|(place, byte)| {
        let mut file = sealed(16 * 1024, 2);
        file[place] = byte;
        file
    });
    prop_oneof![noise, with_version, cut, bent]
}

#[test]
fn hostile_bodies_are_refused_in_the_documented_way() {
    let inbox = Running::new();
    let mut runner = TestRunner::new(config());
    let outcome = runner.run(&hostile_body(), |body| {
        let status = Sending::of(body).send(inbox.address()).status;
        // A changed letter inside a key's base64 is still a well-formed file: only the key's owner could tell.
        prop_assert!([201, 422].contains(&status), "{}", status);
        Ok(())
    });
    assert!(outcome.is_ok(), "{outcome:?}");
    assert_eq!(Sending::new().send(inbox.address()).status, 201);
}

#[test]
fn hostile_headers_are_refused_in_the_documented_way() {
    let inbox = Running::new();
    let mut runner = TestRunner::new(config());
    let text = "[ -~]{0,200}";
    let outcome = runner.run(&(text, text, text, "[!-.0-~]{0,40}"), |(key, digest, kind, county)| {
        let county = county.replace(['?', '#', '%', '"', '<', '>', '\\', '^', '`', '{', '|', '}'], "-");
        let sending = Sending { key, digest, kind, county: format!("x{county}"), ..Sending::new() };
        prop_assert_eq!(sending.send(inbox.address()).status, 404);
        let known = Sending { county: "esimerkki".into(), ..sending };
        prop_assert!([400, 415].contains(&known.send(inbox.address()).status));
        Ok(())
    });
    assert!(outcome.is_ok(), "{outcome:?}");
    assert!(listed(inbox.address(), &inbox.token).is_empty());
}
