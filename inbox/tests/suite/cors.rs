//! Which pages may send: the county's own, and no others.

use crate::client::{Answer, Sending, request};
use crate::running::{ORIGIN, Running};

fn preflight(inbox: &Running, county: &str, origin: &str) -> Answer {
    let asked = [
        ("origin", origin),
        ("access-control-request-method", "POST"),
        ("access-control-request-headers", "content-digest,content-type,idempotency-key"),
    ];
    request(inbox.address(), "OPTIONS", &format!("/v1/{county}/submissions"), &asked, b"")
}

#[test]
fn the_county_s_page_may_send_with_the_two_headers() {
    let inbox = Running::new();
    let answer = preflight(&inbox, "esimerkki", ORIGIN);
    assert_eq!(answer.status, 204);
    assert_eq!(answer.header("access-control-allow-origin"), Some(ORIGIN));
    assert_eq!(answer.header("access-control-allow-methods"), Some("POST"));
    let allowed = answer.header("access-control-allow-headers").unwrap().to_lowercase();
    for name in ["content-type", "idempotency-key", "content-digest"] {
        assert!(allowed.contains(name), "{allowed}");
    }
    assert_eq!(answer.header("access-control-allow-credentials"), None);
}

#[test]
fn no_other_page_may() {
    let inbox = Running::new();
    for (county, origin, status) in [
        ("esimerkki", "https://tuki.example.fi.evil.example", 403),
        ("esimerkki", "http://tuki.example.fi", 403),
        ("esimerkki", "null", 403),
        ("toinen", ORIGIN, 403),
        ("muualla", ORIGIN, 404),
    ] {
        let answer = preflight(&inbox, county, origin);
        assert_eq!(answer.status, status, "{county} {origin}");
        assert_eq!(answer.header("access-control-allow-origin"), None);
    }
}

#[test]
fn the_page_can_read_receipts_and_refusals_with_date_and_retry_after() {
    let inbox = Running::new();
    let sending = Sending { origin: Some(ORIGIN.into()), ..Sending::new() };
    let refused = Sending { kind: "text/plain".into(), ..sending.clone() };
    for answer in [sending.send(inbox.address()), refused.send(inbox.address())] {
        assert_eq!(answer.header("access-control-allow-origin"), Some(ORIGIN));
        assert_eq!(answer.header("access-control-expose-headers"), Some("Retry-After, Date"));
        assert_eq!(answer.header("vary"), Some("Origin"));
        assert!(answer.header("date").is_some());
        assert!(answer.header("set-cookie").is_none());
    }
    let other = Sending { origin: Some("https://evil.example".into()), ..Sending::new() }.send(inbox.address());
    assert_eq!(other.header("access-control-allow-origin"), None);
}

#[test]
fn the_county_s_page_can_read_the_clock_and_no_other_can() {
    let inbox = Running::new();
    let ask = |county: &str, origin: &str| {
        request(inbox.address(), "GET", &format!("/v1/{county}/clock"), &[("origin", origin)], b"")
    };
    let own = ask("esimerkki", ORIGIN);
    assert_eq!((own.status, own.header("access-control-allow-origin")), (204, Some(ORIGIN)));
    assert_eq!(own.header("access-control-expose-headers"), Some("Retry-After, Date"));
    assert_eq!((own.header("vary"), own.header("cache-control")), (Some("Origin"), Some("no-store")));
    assert!(own.header("date").is_some_and(|date| date.ends_with(" GMT")), "{:?}", own.header("date"));
    for (county, origin, status) in
        [("esimerkki", "https://evil.example", 204), ("toinen", ORIGIN, 204), ("muualla", ORIGIN, 404)]
    {
        let answer = ask(county, origin);
        assert_eq!((answer.status, answer.header("access-control-allow-origin")), (status, None), "{county} {origin}");
    }
}

#[test]
fn no_page_elsewhere_can_read_the_staff_s_list() {
    let inbox = Running::new();
    let headers = [("origin", ORIGIN), ("authorization", &format!("Bearer {}", inbox.token))];
    let answer = request(inbox.address(), "GET", "/v1/esimerkki/submissions", &headers, b"");
    assert_eq!((answer.status, answer.header("access-control-allow-origin")), (200, None));
}
