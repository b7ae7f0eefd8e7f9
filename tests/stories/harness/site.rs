//! The site the stories visit: the local server with its real headers, and one script of ours first in every page
//! that tells us of errors and broken policies.

use std::io::Write;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Path, Request, State};
use axum::http::HeaderValue;
use axum::http::header::{
    ACCEPT, ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
    X_FRAME_OPTIONS,
};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use flate2::Compression;
use flate2::write::GzEncoder;
use xtask::headers::Deployment;

use super::Told;

/// Which site a story visits.
#[derive(Clone, Copy, Debug)]
pub enum Folder {
    /// The finished demonstration in `dist/`.
    Site,
    /// The small pages in `tests/stories/pages`, which show what engines can do.
    Proofs,
}

impl Folder {
    fn path(self) -> PathBuf {
        match self {
            Self::Site => xtask::places::dist(),
            Self::Proofs => xtask::places::root().join("tests/stories/pages"),
        }
    }
}

/// Where the harness keeps what it makes.
pub fn made() -> PathBuf {
    xtask::places::root().join("target/stories")
}

/// What a page complained about.
#[derive(Clone, Debug, serde::Deserialize)]
pub struct Complaint {
    /// `error`, `rejection`, `policy`, `console`, `missing` or `executed`.
    pub kind: String,
    /// What it said.
    pub text: String,
    /// The page's path.
    pub page: String,
}

/// What pages and their listener have told the site, and what the site is told to leave out.
#[derive(Default)]
struct Notes {
    complaints: Mutex<Vec<Complaint>>,
    told: Mutex<Vec<String>>,
    without_policy: AtomicBool,
    seconds_ahead: AtomicI64,
}

/// The running site.
pub struct Site {
    /// Its origin, such as `http://127.0.0.1:40123`.
    pub origin: String,
    notes: Arc<Notes>,
    serving: tokio::task::JoinHandle<()>,
}

impl Site {
    /// Serves this folder on a free port; forms may send to this endpoint, and this origin may frame what can be framed.
    pub async fn start(folder: Folder, endpoint: Option<String>, host: &str) -> Told<Self> {
        let (listener, address) = xtask::server::listen(0).await?;
        let origin = format!("http://{address}");
        let framed_by = vec![host.to_owned()];
        let deployment = Deployment { origin: origin.clone(), endpoint, framed_by, https_for_good: false };
        let notes: Arc<Notes> = Arc::default();
        let listening = middleware::from_fn_with_state(Arc::clone(&notes), add_listener);
        let app = xtask::server::site(folder.path(), &deployment).layer(listening).merge(own(Arc::clone(&notes)));
        let serving = tokio::spawn(async move {
            let _ = axum::serve(listener, app).await;
        });
        Ok(Self { origin, notes, serving })
    }

    /// The whole address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// What the pages complained about so far.
    pub fn complaints(&self) -> Vec<Complaint> {
        self.notes.complaints.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What pages have told on `/__told`, in order. A page that asks synchronously goes on only when it is noted here.
    pub fn told(&self) -> Vec<String> {
        self.notes.told.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Leaves the content security policy and the ban on framing out from now on, so that nothing but our own code stands
    /// against a hostile text or page.
    pub fn drop_policy(&self) {
        self.notes.without_policy.store(true, Ordering::Relaxed);
    }

    /// From the next page on the device's clock is so far ahead of the truth, or behind it when negative.
    pub fn set_device_clock(&self, seconds_ahead: i64) {
        self.notes.seconds_ahead.store(seconds_ahead, Ordering::Relaxed);
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

/// The addresses of the harness itself.
fn own(notes: Arc<Notes>) -> axum::Router {
    let script = |words: &'static str| get(async move || ([(CONTENT_TYPE, "text/javascript")], words));
    axum::Router::new()
        .route("/__listener.js", get(listener))
        .route("/__acts.js", script(include_str!("../campaign/acts.js")))
        .route("/__fill.js", script(include_str!("../campaign/fill.js")))
        .route("/__complaints", post(note))
        .route("/__told", post(tell))
        .route("/__cached/{words}", get(cached))
        .route("/__slow", get(slow))
        .route("/__framed", get(async || Html(FRAMED)))
        .route("/__host", get(async || Html(HOST)))
        .with_state(notes)
}

/// A page of somebody else who frames a view of ours, as the embed documentation tells them to.
const HOST: &str = r#"<!doctype html><html lang="en"><title>A municipality</title><h1>A municipality</h1>
<iframe sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer" title="Guide"
  src="/embed/frame/"></iframe>"#;

/// A page that frames the form, which no page may.
const FRAMED: &str = r#"<!doctype html><html lang="fi"><title>Someone else</title><h1>Someone else</h1>
<iframe title="Form" width="900" height="700" src="/fi/lomake/"></iframe>"#;

/// The listener, and before it the clock that pages are to live by.
async fn listener(State(notes): State<Arc<Notes>>) -> impl IntoResponse {
    let ahead = notes.seconds_ahead.load(Ordering::Relaxed);
    let clock = format!("{{ const now = Date.now; Date.now = () => now() + {ahead} * 1000; }}\n");
    ([(CONTENT_TYPE, "text/javascript"), (CACHE_CONTROL, "no-store")], clock + include_str!("listener.js"))
}

async fn note(State(notes): State<Arc<Notes>>, body: Bytes) {
    if let Ok(complaint) = serde_json::from_slice(&body) {
        notes.complaints.lock().unwrap_or_else(PoisonError::into_inner).push(complaint);
    }
}

async fn tell(State(notes): State<Arc<Notes>>, words: String) {
    notes.told.lock().unwrap_or_else(PoisonError::into_inner).push(words);
}

/// A page that takes its time, so that what stood before it can be looked at while somebody leaves.
async fn slow() -> Html<&'static str> {
    tokio::time::sleep(Duration::from_secs(2)).await;
    Html("<!doctype html><html lang=\"en\"><title>Elsewhere</title><h1>Elsewhere</h1>")
}

/// Words that a browser may keep in its cache, compressed: something for a search of its files to find.
async fn cached(Path(words): Path<String>) -> impl IntoResponse {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    // Repeated, so that packing pays.
    let _ = packed.write_all(format!("{words} ").repeat(20).as_bytes());
    let head = [(CONTENT_TYPE, "text/plain"), (CONTENT_ENCODING, "gzip"), (CACHE_CONTROL, "max-age=600")];
    (head, packed.finish().unwrap_or_default())
}

/// Puts the listener first into each page. It comes from the site itself, so that the policy needs no exception.
async fn add_listener(State(notes): State<Arc<Notes>>, mut request: Request, next: Next) -> Response {
    let visits = |accept: &HeaderValue| accept.to_str().is_ok_and(|accept| accept.contains("html"));
    if !request.headers().get(ACCEPT).is_some_and(visits) {
        // The app fetches pages too, as data: those stay as they are, and compressed.
        return next.run(request).await;
    }
    request.headers_mut().remove(ACCEPT_ENCODING);
    let (mut parts, body) = next.run(request).await.into_parts();
    let is_page = parts.headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_page {
        return Response::from_parts(parts, body);
    }
    let html = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let html = String::from_utf8_lossy(&html).replacen("<head>", "<head><script src=\"/__listener.js\"></script>", 1);
    parts.headers.remove(CONTENT_LENGTH);
    if notes.without_policy.load(Ordering::Relaxed) {
        parts.headers.remove(CONTENT_SECURITY_POLICY);
        parts.headers.remove(X_FRAME_OPTIONS);
    }
    Response::from_parts(parts, Body::from(html))
}

/// Whether the folder of a story is there to be visited.
pub fn is_built(folder: Folder) -> bool {
    folder.path().join("404.html").is_file()
}
