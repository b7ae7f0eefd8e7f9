//! The OpenAPI document held against the running inbox: every documented answer is met, every met answer is documented,
//! and every body has the documented shape.

use crate::client::{Answer, Sending, content_digest, request};
use crate::running::{ORIGIN, Running, settings};
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

const LIST: &str = "/v1/esimerkki/submissions";

/// Asks, checks each answer against the document, and remembers which answers were met.
struct Examiner {
    document: Value,
    met: BTreeSet<String>,
}

impl Examiner {
    fn new() -> Examiner {
        let document = serde_json::from_str(include_str!("../../openapi.json")).expect("a JSON document");
        Examiner { document, met: BTreeSet::new() }
    }

    fn ask(&mut self, at: SocketAddr, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let answer = request(at, method, path, headers, body);
        self.check(method, path, &answer);
        answer
    }

    fn send(&mut self, at: SocketAddr, sending: &Sending, expected: u16) {
        let answer = sending.send(at);
        assert_eq!(answer.status, expected);
        self.check("POST", &format!("/v1/{}/submissions", sending.county), &answer);
    }

    fn check(&mut self, method: &str, path: &str, answer: &Answer) {
        let template = template(path);
        let status = answer.status.to_string();
        let response = &self.document["paths"][&template][method.to_lowercase()]["responses"][&status];
        assert!(response.is_object(), "{method} {template} {status} is not documented");
        self.check_headers(response, answer);
        self.check_body(response, answer);
        self.met.insert(format!("{method} {template} {status}"));
    }

    fn check_headers(&self, response: &Value, answer: &Answer) {
        for name in response["headers"].as_object().into_iter().flat_map(|headers| headers.keys()) {
            assert!(answer.header(name).is_some(), "{name} is documented for status {}", answer.status);
        }
    }

    fn check_body(&self, response: &Value, answer: &Answer) {
        let Some(content) = response["content"].as_object() else {
            return assert!(answer.bytes.is_empty(), "no body is documented");
        };
        let kind = answer.header("content-type").expect("a media type");
        assert!(content.contains_key(kind), "{kind} is not documented");
        if kind.ends_with("json") {
            self.check_value(&content[kind]["schema"], &answer.json());
        }
    }

    fn check_value(&self, schema: &Value, value: &Value) {
        if let Some(name) = schema["$ref"].as_str() {
            let target = self.document.pointer(name.trim_start_matches('#')).expect("the schema it refers to");
            return self.check_value(target, value);
        }
        let kind = schema["type"].as_str().expect("a type");
        assert!(is_of(kind, value), "{value} is no {kind}");
        if let Some(choices) = schema["enum"].as_array() {
            assert!(choices.contains(value), "{value} is none of {choices:?}");
        }
        if let Some(properties) = schema["properties"].as_object() {
            self.check_properties(schema, properties, value);
        }
        value.as_array().into_iter().flatten().for_each(|item| self.check_value(&schema["items"], item));
    }

    fn check_properties(&self, schema: &Value, properties: &serde_json::Map<String, Value>, value: &Value) {
        for name in schema["required"].as_array().into_iter().flatten() {
            assert!(value.get(name.as_str().expect("a name")).is_some(), "{name} is missing in {value}");
        }
        for (name, inner) in value.as_object().expect("an object") {
            let known = properties.get(name).unwrap_or_else(|| panic!("{name} is not documented"));
            self.check_value(known, inner);
        }
    }

    fn documented(&self) -> BTreeSet<String> {
        let mut all = BTreeSet::new();
        for (path, item) in self.document["paths"].as_object().expect("paths") {
            for (method, operation) in
                item.as_object().expect("operations").iter().filter(|(name, _)| *name != "parameters")
            {
                let statuses = operation["responses"].as_object().expect("responses").keys();
                all.extend(statuses.map(|status| format!("{} {path} {status}", method.to_uppercase())));
            }
        }
        all
    }
}

fn is_of(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64(),
        "boolean" => value.is_boolean(),
        _ => panic!("the checker does not know the type {kind}"),
    }
}

fn template(path: &str) -> String {
    let path = path.split('?').next().expect("a path");
    let parts: Vec<_> = path.split('/').skip(1).collect();
    match parts[..] {
        ["v1", _, "clock"] => "/v1/{county}/clock".into(),
        ["v1", _, "submissions"] => "/v1/{county}/submissions".into(),
        ["v1", _, "submissions", _] => "/v1/{county}/submissions/{id}".into(),
        ["v1", _, "submissions", _, "handled"] => "/v1/{county}/submissions/{id}/handled".into(),
        ["problems", _] => "/problems/{name}".into(),
        ["reader", ..] => "/reader/{file}".into(),
        _ => path.into(),
    }
}

#[test]
fn every_documented_answer_is_met_and_every_met_one_is_documented() {
    let mut examiner = Examiner::new();
    let pages = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(pages.path().join("fi")).expect("a folder");
    std::fs::write(pages.path().join("fi/index.html"), "<p>").expect("a page");
    let mut config = settings();
    config.reader_dir = Some(pages.path().into());
    let inbox = Running::with(config);
    open_pages(&mut examiner, inbox.address());
    sendings(&mut examiner, inbox.address());
    staff_answers(&mut examiner, &inbox);
    full_and_flooded(&mut examiner);
    broken(&mut examiner, &inbox);
    assert_eq!(examiner.met, examiner.documented());
}

fn open_pages(examiner: &mut Examiner, at: SocketAddr) {
    for path in
        ["/health", "/openapi.json", "/problems/too-large", "/problems/unheard-of", "/reader/fi/", "/reader/none"]
    {
        examiner.ask(at, "GET", path, &[], b"");
    }
    for county in ["esimerkki", "muualla"] {
        examiner.ask(at, "GET", &format!("/v1/{county}/clock"), &[("origin", ORIGIN)], b"");
    }
    for (path, origin) in [(LIST, ORIGIN), (LIST, "https://evil.example"), ("/v1/muualla/submissions", ORIGIN)] {
        examiner.ask(at, "OPTIONS", path, &[("origin", origin)], b"");
    }
}

fn sendings(examiner: &mut Examiner, at: SocketAddr) {
    let right = Sending::new();
    examiner.send(at, &right, 201);
    examiner.send(at, &right, 200);
    examiner.send(at, &Sending { digest: content_digest(b"other"), ..Sending::new() }, 400);
    examiner.send(at, &Sending { county: "muualla".into(), ..Sending::new() }, 404);
    examiner.send(at, &Sending { kind: "text/plain".into(), ..Sending::new() }, 415);
    examiner.send(at, &Sending::of(b"words".to_vec()), 422);
    let too_large = by_hand(at, &Sending::new().head("Content-Length: 99999999\r\nConnection: close\r\n"));
    examiner.check("POST", LIST, &too_large);
}

fn staff_answers(examiner: &mut Examiner, inbox: &Running) {
    let at = inbox.address();
    let own = format!("Bearer {}", inbox.token);
    let other = format!("Bearer {}", inbox.new_token("toinen", "other team"));
    let (own, other) = ([("authorization", own.as_str())], [("authorization", other.as_str())]);
    examiner.ask(at, "GET", &format!("{LIST}?limit=0"), &own, b"");
    let operations = [
        ("GET", LIST.into()),
        ("GET", format!("{LIST}/1")),
        ("PUT", format!("{LIST}/1/handled")),
        ("DELETE", format!("{LIST}/1")),
    ];
    for (method, path) in operations {
        let elsewhere = path.replace("esimerkki", "muualla");
        examiner.ask(at, method, &path, &[], b"");
        examiner.ask(at, method, &path, &other, b"");
        examiner.ask(at, method, &elsewhere, &own, b"");
        examiner.ask(at, method, &path, &own, b"");
    }
}

fn full_and_flooded(examiner: &mut Examiner) {
    let mut config = settings();
    (config.rate.arriving, config.rate.waiting_seconds, config.rate.burst, config.rate.per_minute) = (1, 0, 3, 1);
    let inbox = Running::with(config);
    let sending = Sending::new();
    let head = sending.head(&format!("Content-Length: {}\r\nExpect: 100-continue\r\n", sending.sealed.len()));
    let mut first = TcpStream::connect(inbox.address()).expect("a connection");
    first.write_all(head.as_bytes()).expect("headers go out");
    first.read_exact(&mut [0; 25]).expect("an invitation to go on");
    examiner.send(inbox.address(), &sending, 409);
    examiner.send(inbox.address(), &Sending::new(), 503);
    examiner.send(inbox.address(), &Sending::new(), 429);
    let mut hasty = settings();
    hasty.rate.arrival_seconds = 0;
    let hasty = Running::with(hasty);
    examiner.check(
        "POST",
        LIST,
        &by_hand(hasty.address(), &sending.head("Content-Length: 9\r\nConnection: close\r\n")),
    );
}

fn broken(examiner: &mut Examiner, inbox: &Running) {
    let at = inbox.address();
    inbox.meddle("ALTER TABLE message RENAME TO away");
    let token = format!("Bearer {}", inbox.token);
    let own = [("authorization", token.as_str())];
    examiner.ask(at, "GET", "/health", &[], b"");
    examiner.ask(at, "GET", LIST, &own, b"");
    examiner.ask(at, "GET", &format!("{LIST}/1"), &own, b"");
    examiner.ask(at, "PUT", &format!("{LIST}/1/handled"), &own, b"");
    examiner.ask(at, "DELETE", &format!("{LIST}/1"), &own, b"");
}

/// Sends a head without its body and reads the answer, which ends the connection.
fn by_hand(at: SocketAddr, head: &str) -> Answer {
    let mut stream = TcpStream::connect(at).expect("a connection");
    stream.write_all(head.as_bytes()).expect("headers go out");
    let mut text = String::new();
    stream.read_to_string(&mut text).expect("an answer");
    let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).expect("a status").parse().expect("a number");
    let headers = lines.filter_map(|line| line.split_once(": "));
    let headers =
        headers.map(|(name, value)| (name.parse().expect("a name"), value.parse().expect("a value"))).collect();
    Answer { status, headers, bytes: body.into() }
}

#[test]
fn every_route_is_documented() {
    let document: Value = serde_json::from_str(include_str!("../../openapi.json")).expect("a JSON document");
    let source = include_str!("../../src/routes.rs");
    let written: BTreeSet<_> = source.split('"').skip(1).step_by(2).filter(|text| text.starts_with('/')).collect();
    assert!(written.len() >= 6, "{written:?}");
    for path in written {
        assert!(document["paths"][path].is_object(), "{path} is not documented");
    }
}

#[test]
fn the_document_that_is_served_is_the_one_in_the_repository() {
    let inbox = Running::new();
    let served = request(inbox.address(), "GET", "/openapi.json", &[], b"");
    assert_eq!(served.bytes, include_bytes!("../../openapi.json"));
    assert_eq!(served.json()["openapi"], "3.1.0");
}
