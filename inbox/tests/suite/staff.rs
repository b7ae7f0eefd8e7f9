//! The staff's side: one token, one county.

use crate::client::{Sending, listed, request, staff};
use crate::running::{Running, settings};

const LIST: &str = "/v1/esimerkki/submissions";

#[test]
fn a_pulled_file_is_the_one_that_was_sent() {
    let inbox = Running::new();
    let sending = Sending::new();
    let receipt = sending.send(inbox.address()).json();
    let file = staff(inbox.address(), "GET", &format!("{LIST}/1"), &inbox.token);
    assert_eq!(file.bytes, sending.sealed);
    assert_eq!(file.header("content-digest"), Some(sending.digest.as_str()));
    let name = format!("attachment; filename=\"{}.age\"", receipt["reference"].as_str().unwrap());
    assert_eq!(file.header("content-disposition"), Some(name.as_str()));
    assert_eq!(listed(inbox.address(), &inbox.token)[0]["pulled"], true);
}

#[test]
fn a_look_at_the_headers_pulls_nothing() {
    let inbox = Running::new();
    Sending::new().send(inbox.address());
    assert_eq!(staff(inbox.address(), "HEAD", &format!("{LIST}/1"), &inbox.token).status, 405);
    assert_eq!(listed(inbox.address(), &inbox.token)[0]["pulled"], false);
}

#[test]
fn handled_twice_is_handled_and_deleted_is_gone() {
    let inbox = Running::new();
    let sending = Sending::new();
    sending.send(inbox.address());
    for _ in 0..2 {
        let answer = staff(inbox.address(), "PUT", &format!("{LIST}/1/handled"), &inbox.token);
        assert_eq!(answer.status, 204);
    }
    assert_eq!(listed(inbox.address(), &inbox.token)[0]["handled"], true);
    let statuses: Vec<_> =
        (0..2).map(|_| staff(inbox.address(), "DELETE", &format!("{LIST}/1"), &inbox.token).status).collect();
    assert_eq!(statuses, [204, 404]);
    assert!(listed(inbox.address(), &inbox.token).is_empty());
    assert_eq!(sending.send(inbox.address()).status, 200, "a late repeat is recognised");
    assert!(listed(inbox.address(), &inbox.token).is_empty(), "and does not come back");
}

#[test]
fn without_the_right_token_nothing_opens() {
    let inbox = Running::new();
    Sending::new().send(inbox.address());
    let other = inbox.new_token("toinen", "other team");
    for (method, path) in [
        ("GET", LIST.to_owned()),
        ("GET", format!("{LIST}/1")),
        ("PUT", format!("{LIST}/1/handled")),
        ("DELETE", format!("{LIST}/1")),
    ] {
        assert_eq!(request(inbox.address(), method, &path, &[], b"").status, 401);
        let wrong = staff(inbox.address(), method, &path, "tuki.esimerkki.wrong");
        assert_eq!((wrong.status, wrong.header("www-authenticate")), (401, Some("Bearer")));
        assert_eq!(staff(inbox.address(), method, &path, &other).status, 403);
    }
    let seen = &listed(inbox.address(), &inbox.token)[0];
    assert_eq!((&seen["pulled"], &seen["handled"]), (&false.into(), &false.into()));
}

#[test]
fn the_list_comes_in_parts() {
    let inbox = Running::new();
    (0..5).for_each(|_| assert_eq!(Sending::new().send(inbox.address()).status, 201));
    let part = staff(inbox.address(), "GET", &format!("{LIST}?after=2&limit=2"), &inbox.token).json();
    let ids: Vec<_> = part["submissions"].as_array().unwrap().iter().map(|entry| entry["id"].clone()).collect();
    assert_eq!(ids, [3, 4]);
    for wrong in ["limit=0", "limit=501", "limit=x", "after=x"] {
        let answer = staff(inbox.address(), "GET", &format!("{LIST}?{wrong}"), &inbox.token);
        assert_eq!((answer.status, answer.problem().as_str()), (400, "bad-query"), "{wrong}");
    }
}

#[test]
fn with_its_own_address_the_staff_s_side_is_nowhere_else() {
    let mut config = settings();
    config.staff_listen = Some("127.0.0.1:0".parse().unwrap());
    let inbox = Running::with(config);
    assert_eq!(Sending::new().send(inbox.address()).status, 201);
    assert_eq!(Sending::new().send(inbox.staff_address()).status, 405);
    assert_eq!(listed(inbox.staff_address(), &inbox.token).len(), 1);
    assert_eq!(staff(inbox.address(), "GET", LIST, &inbox.token).status, 405);
    assert_eq!(staff(inbox.address(), "GET", &format!("{LIST}/1"), &inbox.token).status, 404);
}
