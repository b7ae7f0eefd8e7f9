//! What the inbox does by itself: it tidies when it starts, and each hour.

use crate::client::{Sending, listed, request, staff};
use crate::running::Running;

/// Makes everything seem to have happened 200 days ago, except that what has not happened still has not.
const LONG_AGO: &str = "UPDATE message SET arrived = arrived - 288000, pulled = pulled - 288000, \
     handled = handled - 288000, deleted = deleted - 288000";

fn status(inbox: &Running) -> String {
    request(inbox.address(), "GET", "/health", &[], b"").json()["status"].as_str().unwrap().to_owned()
}

/// Tidying at the start runs beside serving, so its work is asked for until it is done.
fn until(holds: impl Fn() -> bool) {
    assert!((0..2000).any(|_| holds()), "it never came true");
}

#[test]
fn what_nobody_has_pulled_is_kept_and_called_out() {
    let mut inbox = Running::new();
    let sending = Sending::new();
    sending.send(inbox.address());
    assert_eq!(status(&inbox), "ok");
    inbox.meddle(LONG_AGO);
    inbox.restart();
    assert_eq!(status(&inbox), "waiting");
    assert_eq!(listed(inbox.address(), &inbox.token).len(), 1);
    staff(inbox.address(), "GET", "/v1/esimerkki/submissions/1", &inbox.token);
    assert_eq!(status(&inbox), "ok");
}

/// Whoever pulled it may have had the wrong key, or have lost the answer on the way.
#[test]
fn what_was_pulled_and_never_handled_is_called_out_before_it_goes() {
    let inbox = Running::new();
    Sending::new().send(inbox.address());
    staff(inbox.address(), "GET", "/v1/esimerkki/submissions/1", &inbox.token);
    let days = |days: u32| format!("UPDATE message SET pulled = pulled - {}", days * 24 * 60);
    inbox.meddle(&days(70));
    assert_eq!(status(&inbox), "ok");
    inbox.meddle(&days(10));
    assert_eq!(status(&inbox), "waiting");
    staff(inbox.address(), "PUT", "/v1/esimerkki/submissions/1/handled", &inbox.token);
    assert_eq!(status(&inbox), "ok");
}

#[test]
fn what_was_handled_or_pulled_has_its_time_and_goes() {
    let mut inbox = Running::new();
    (0..3).for_each(|_| assert_eq!(Sending::new().send(inbox.address()).status, 201));
    staff(inbox.address(), "PUT", "/v1/esimerkki/submissions/1/handled", &inbox.token);
    staff(inbox.address(), "GET", "/v1/esimerkki/submissions/2", &inbox.token);
    inbox.meddle(LONG_AGO);
    inbox.restart();
    until(|| listed(inbox.address(), &inbox.token).len() == 1);
    assert_eq!(listed(inbox.address(), &inbox.token)[0]["id"], 3);
}

#[test]
fn an_old_receipt_is_forgotten() {
    let mut inbox = Running::new();
    let sending = Sending::new();
    sending.send(inbox.address());
    staff(inbox.address(), "DELETE", "/v1/esimerkki/submissions/1", &inbox.token);
    inbox.meddle(LONG_AGO);
    inbox.restart();
    until(|| sending.send(inbox.address()).status == 201 || !listed(inbox.address(), &inbox.token).is_empty());
}

#[test]
fn a_database_that_is_gone_is_said_by_health() {
    let inbox = Running::new();
    inbox.meddle("ALTER TABLE message RENAME TO away");
    let answer = request(inbox.address(), "GET", "/health", &[], b"");
    assert_eq!((answer.status, answer.json()["status"].as_str()), (503, Some("storage-failed")));
}
