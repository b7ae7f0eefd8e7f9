//! What must not be on disk: who sent, with what, and what was deleted.

use crate::client::{Sending, request, staff};
use crate::database;
use crate::running::{Running, settings};
use crate::verbs::run;

const MARKED_AGENT: &str = "Mozilla/5.0 (marker-agent-7731)";
const MARKED_ADDRESS: &str = "198.51.100.73";
const MARKED_PAGE: &str = "https://tuki.example.fi/fi/marker-page-7731";

const MARKED_BYTES: &[u8] = b"sealed-bytes-7731";

/// A message that can be found again in the database's files.
fn with_marked_bytes() -> Sending {
    let mut sealed = Sending::new().sealed;
    sealed[9000..9000 + MARKED_BYTES.len()].copy_from_slice(MARKED_BYTES);
    Sending::of(sealed)
}

/// Everything the database keeps: its files with their logs. A PostgreSQL server's own files hold other tests' messages
/// too, so there a backup is looked through.
fn on_disk(inbox: &Running) -> Vec<u8> {
    if database::is_postgres() {
        let copy = inbox.folder.path().join("copy.db");
        let _ = std::fs::remove_file(&copy);
        let made = run(inbox, &["backup", &copy.to_string_lossy()]);
        assert!(made.status.success());
        return std::fs::read(copy).expect("its bytes");
    }
    let files = std::fs::read_dir(inbox.folder.path()).expect("the folder").map(|file| file.expect("a file").path());
    files.flat_map(|file| std::fs::read(file).expect("its bytes")).collect()
}

fn holds(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}

fn send_marked(inbox: &Running, sending: &Sending) -> u16 {
    let headers = [
        ("idempotency-key", sending.key.as_str()),
        ("content-digest", sending.digest.as_str()),
        ("content-type", sending.kind.as_str()),
        ("user-agent", MARKED_AGENT),
        ("x-forwarded-for", MARKED_ADDRESS),
        ("referer", MARKED_PAGE),
    ];
    request(inbox.address(), "POST", "/v1/esimerkki/submissions", &headers, &sending.sealed).status
}

#[test]
fn no_address_agent_page_or_key_is_on_disk() {
    let mut config = settings();
    config.trusted_proxies = vec!["127.0.0.1/32".parse().unwrap()];
    let mut inbox = Running::with(config);
    let sending = Sending { key: "marker-key-7731-abcdefgh".into(), ..with_marked_bytes() };
    assert_eq!(send_marked(&inbox, &sending), 201);
    for _ in 0..2 {
        let bytes = on_disk(&inbox);
        assert!(holds(&bytes, MARKED_BYTES), "the search finds what is there");
        for marker in ["marker-", MARKED_ADDRESS, "127.0.0.1", "Mozilla", &inbox.token] {
            assert!(!holds(&bytes, marker.as_bytes()), "{marker} is on disk");
        }
        for address in [[198, 51, 100, 73], [127, 0, 0, 1], [198, 51, 100, 0]] {
            assert!(!holds(&bytes, &address), "{address:?} is on disk");
        }
        inbox.stop();
    }
}

#[test]
fn deleted_bytes_are_not_in_the_files_any_more() {
    let inbox = Running::new();
    assert_eq!(with_marked_bytes().send(inbox.address()).status, 201);
    assert!(holds(&on_disk(&inbox), MARKED_BYTES), "the search finds what is there");
    let deleted = staff(inbox.address(), "DELETE", "/v1/esimerkki/submissions/1", &inbox.token);
    assert_eq!(deleted.status, 204);
    assert!(!holds(&on_disk(&inbox), MARKED_BYTES));
}
