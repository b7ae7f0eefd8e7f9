//! A sender and a member of staff, as the tests play them.

use serde_json::Value;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use tukipolku_inbox::sealed_size;
use ureq::http::{HeaderMap, Request};

/// What came back.
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).expect("a JSON body")
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().expect("a readable header"))
    }

    /// The last part of the problem's type.
    pub fn problem(&self) -> String {
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "status {}", self.status);
        let body = self.json();
        assert_eq!(body["status"], self.status);
        body["type"].as_str().and_then(|kind| kind.strip_prefix("/problems/")).expect("a problem's type").to_owned()
    }
}

/// One request with these headers and this body.
pub fn request(address: SocketAddr, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
    let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build();
    let agent: ureq::Agent = config.into();
    let mut request = Request::builder().method(method).uri(format!("http://{address}{path}"));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = match method {
        "POST" | "PUT" => agent.run(request.body(body).expect("a request")),
        _ => agent.run(request.body(()).expect("a request")),
    };
    let (parts, mut body) = response.expect("an answer").into_parts();
    let bytes = body.with_config().limit(64 << 20).read_to_vec().expect("a whole body");
    Answer { status: parts.status.as_u16(), headers: parts.headers, bytes }
}

/// A message on its way: change a field to make it wrong.
#[derive(Clone)]
pub struct Sending {
    pub county: String,
    pub key: String,
    pub digest: String,
    pub kind: String,
    pub sealed: Vec<u8>,
    pub origin: Option<String>,
}

impl Sending {
    /// A right one, unlike any other.
    pub fn new() -> Sending {
        Sending::of(sealed(16 * 1024, 2))
    }

    /// One with these bytes.
    pub fn of(sealed: Vec<u8>) -> Sending {
        Sending {
            county: "esimerkki".into(),
            key: format!("test-key-{:016}", next_number()),
            digest: content_digest(&sealed),
            kind: "application/octet-stream".into(),
            sealed,
            origin: None,
        }
    }

    pub fn send(&self, address: SocketAddr) -> Answer {
        let mut headers = vec![
            ("idempotency-key", self.key.as_str()),
            ("content-digest", self.digest.as_str()),
            ("content-type", self.kind.as_str()),
        ];
        headers.extend(self.origin.as_deref().map(|origin| ("origin", origin)));
        request(address, "POST", &format!("/v1/{}/submissions", self.county), &headers, &self.sealed)
    }

    /// The start of the same request by hand, up to the blank line, with these further header lines.
    pub fn head(&self, more: &str) -> String {
        format!(
            "POST /v1/{} HTTP/1.1\r\nHost: inbox\r\nIdempotency-Key: {}\r\nContent-Digest: {}\r\nContent-Type: {}\r\n{more}\r\n",
            format_args!("{}/submissions", self.county),
            self.key,
            self.digest,
            self.kind,
        )
    }
}

/// A file with the header and the size of a real one, and a payload unlike any other. The inbox holds no key, so it
/// cannot tell; `sealed.rs` tries real files.
pub fn sealed(plaintext: usize, recipients: usize) -> Vec<u8> {
    let mut file = b"age-encryption.org/v1\n".to_vec();
    for _ in 0..recipients {
        file.extend(format!("-> X25519 {0}\n{0}\n", "A".repeat(43)).bytes());
    }
    file.extend(format!("--- {}\n", "A".repeat(43)).bytes());
    file.extend(next_number().to_be_bytes());
    file.resize(sealed_size(plaintext, recipients), 0x5a);
    file
}

pub fn content_digest(bytes: &[u8]) -> String {
    use base64::prelude::{BASE64_STANDARD, Engine};
    use sha2::{Digest, Sha256};
    format!("sha-256=:{}:", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

fn next_number() -> u64 {
    static NUMBER: AtomicU64 = AtomicU64::new(1);
    NUMBER.fetch_add(1, Ordering::Relaxed)
}

/// A request of staff.
pub fn staff(address: SocketAddr, method: &str, path: &str, token: &str) -> Answer {
    request(address, method, path, &[("authorization", &format!("Bearer {token}"))], b"")
}

/// What staff see in the list.
pub fn listed(address: SocketAddr, token: &str) -> Vec<Value> {
    let answer = staff(address, "GET", "/v1/esimerkki/submissions?limit=500", token);
    assert_eq!(answer.status, 200);
    answer.json()["submissions"].as_array().expect("a list").clone()
}
