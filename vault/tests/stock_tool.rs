//! The stock `age` tool and the vault open each other's files. The test command installs the tool; without it this fails.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use tukipolku_vault::sealed::{open, seal};
use tukipolku_vault::{ExposeSecret, Identity};

fn age(arguments: &[&str], input: &[u8]) -> Vec<u8> {
    tool("age", arguments, input)
}

fn tool(name: &str, arguments: &[&str], input: &[u8]) -> Vec<u8> {
    let mut command = Command::new(name);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap_or_else(|error| panic!("{name}: {error} (apt-get install age)"));
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{name} {arguments:?}");
    output.stdout
}

fn with_identity_file<T>(name: &str, identity: &Identity, use_it: impl FnOnce(&str) -> T) -> T {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, identity.to_string().expose_secret()).unwrap();
    let outcome = use_it(path.to_str().unwrap());
    std::fs::remove_file(&path).unwrap();
    outcome
}

#[test]
fn the_stock_tool_opens_what_the_vault_sealed() {
    let team = Identity::generate();
    let message = "Perhetyö, tack, please. ".repeat(5000);
    let sealed = seal(&[team.to_public(), Identity::generate().to_public()], message.as_bytes()).unwrap();
    let opened = with_identity_file("stock-opens.txt", &team, |path| age(&["-d", "-i", path], &sealed));
    assert_eq!(opened, message.as_bytes());
}

#[test]
fn the_vault_opens_what_the_stock_tool_sealed() {
    let team = Identity::generate();
    let sealed = age(&["-r", &team.to_public().to_string()], b"hei");
    assert_eq!(**open(&[team], &sealed).unwrap(), *b"hei");
}

/// How many random messages in an ordinary run; `VAULT_MESSAGES=10000` is the campaign's.
fn messages() -> usize {
    std::env::var("VAULT_MESSAGES").ok().and_then(|number| number.parse().ok()).unwrap_or(20)
}

#[test]
fn random_messages_are_opened_by_the_stock_tool_and_by_the_vault() {
    let (team, safe) = (Identity::generate(), Identity::generate());
    let keys = [team.to_public(), safe.to_public()];
    let mut runner = TestRunner::deterministic();
    let any_message = prop::collection::vec(any::<u8>(), 0..20_000);
    let mut bytes = 0;
    // `VAULT_RAGE=<program>` asks for `rage` too (`cargo install rage`); the test command does not install it.
    let rage = std::env::var("VAULT_RAGE").ok();
    with_identity_file("stock-random.txt", &team, |path| {
        for _ in 0..messages() {
            let message = any_message.new_tree(&mut runner).expect("a message").current();
            let sealed = seal(&keys, &message).unwrap();
            assert_eq!(age(&["-d", "-i", path], &sealed), message, "the stock tool");
            if let Some(rage) = &rage {
                assert_eq!(tool(rage, &["-d", "-i", path], &sealed), message, "rage");
            }
            assert_eq!(**open(std::slice::from_ref(&safe), &sealed).unwrap(), *message, "the vault with the other key");
            bytes += message.len();
        }
    });
    let tools = if rage.is_some() { "age, by rage" } else { "age" };
    println!("figures: {} random messages, {bytes} bytes, each opened by {tools} and by the vault", messages());
}
