//! The commands as an administrator types them.

use crate::client::{Sending, staff};
use crate::database;
use crate::running::Running;
use std::process::{Command, Output};

pub fn run(inbox: &Running, arguments: &[&str]) -> Output {
    let settings = inbox.folder.path().join("inbox.toml");
    let text = format!("database = '{}'\n[counties.esimerkki]\norigins = []", inbox.database);
    std::fs::write(&settings, text).expect("the settings are written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_tukipolku-inbox"));
    command.arg("--config").arg(settings).args(arguments).output().expect("it runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn a_token_opens_until_it_is_revoked() {
    let inbox = Running::new();
    let made = run(&inbox, &["token", "new", "--county", "esimerkki", "--name", "Etelä 1"]);
    let token = String::from_utf8(made.stdout).expect("text").trim().to_owned();
    let list = || staff(inbox.address(), "GET", "/v1/esimerkki/submissions", &token).status;
    assert_eq!(list(), 200);
    assert!(said(&run(&inbox, &["token", "list"])).contains("Etelä 1"));
    assert!(!said(&run(&inbox, &["token", "list"])).contains(&token));
    let again = run(&inbox, &["token", "new", "--county", "esimerkki", "--name", "Etelä 1"]);
    assert!(!again.status.success() && said(&again).contains("already has a token"), "{}", said(&again));
    assert!(run(&inbox, &["token", "revoke", "--county", "esimerkki", "--name", "Etelä 1"]).status.success());
    assert_eq!(list(), 401);
}

#[test]
fn the_trail_says_who_did_what_and_not_what_was_written() {
    let inbox = Running::new();
    let reference = Sending::new().send(inbox.address()).json()["reference"].as_str().unwrap().to_owned();
    staff(inbox.address(), "GET", "/v1/esimerkki/submissions/1", &inbox.token);
    staff(inbox.address(), "PUT", "/v1/esimerkki/submissions/1/handled", &inbox.token);
    staff(inbox.address(), "DELETE", "/v1/esimerkki/submissions/1", &inbox.token);
    let trail = said(&run(&inbox, &["trail", "--county", "esimerkki"]));
    let steps: Vec<Vec<_>> = trail.lines().map(|line| line.split('\t').skip(1).collect()).collect();
    let expected = ["pulled", "handled", "deleted"].map(|action| vec!["test team", action, reference.as_str()]);
    assert_eq!(steps, expected);
}

#[test]
fn a_backup_made_while_it_runs_brings_every_message_back() {
    let inbox = Running::new();
    let sending = Sending::new();
    sending.send(inbox.address());
    let copy = inbox.folder.path().join("copy.db");
    let done = run(&inbox, &["backup", &copy.to_string_lossy()]);
    assert!(done.status.success(), "{}", said(&done));
    let mut restored = Running::new();
    let refused = run(&restored, &["restore", &copy.to_string_lossy()]);
    let reason = if database::is_postgres() { "holds something already" } else { "Move it away" };
    assert!(!refused.status.success() && said(&refused).contains(reason), "{}", said(&refused));
    restored.stop();
    restored.move_the_database_away();
    let done = run(&restored, &["restore", &copy.to_string_lossy()]);
    assert!(done.status.success(), "{}", said(&done));
    restored.restart();
    assert_eq!(sending.send(restored.address()).status, 200);
    let file = staff(restored.address(), "GET", "/v1/esimerkki/submissions/1", &inbox.token);
    assert_eq!(file.bytes, sending.sealed);
    assert_eq!(Sending::new().send(restored.address()).status, 201, "numbers go on after those that came back");
}

#[test]
fn mistakes_are_said_in_plain_words() {
    let inbox = Running::new();
    for (arguments, words) in [
        (&["token", "new", "--county", "muualla", "--name", "x"][..], "no county 'muualla'"),
        (&["token", "revoke", "--county", "esimerkki", "--name", "nobody"], "no token named 'nobody'"),
        (&["serve", "--database", "mysql://x"], "no database this inbox knows"),
        (&["serve", "--database", "sqlite:/nowhere/at/all.db", "--listen", "127.0.0.1:0"], "Does the folder exist"),
        (&["serve", "--listen", &inbox.address().to_string()], "Is another inbox running there?"),
    ] {
        let output = run(&inbox, arguments);
        assert!(!output.status.success());
        assert!(said(&output).contains(words), "{arguments:?}: {}", said(&output));
    }
}

#[test]
fn help_teaches_the_first_steps() {
    let help = said(&run(&Running::new(), &["--help"]));
    for words in ["[counties.esimerkki]", "token new", "serve", "trail", "backup", "reader"] {
        assert!(help.contains(words), "{words}");
    }
}
