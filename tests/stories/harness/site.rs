//! The site the stories visit: the local server with its real headers, and one script of ours first in every page
//! that tells us of errors and broken policies.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE};
use axum::middleware::{self, Next};
use axum::response::{Html, Response};
use axum::routing::{get, post};
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
    /// `error`, `rejection`, `policy`, `console` or `missing`.
    pub kind: String,
    /// What it said.
    pub text: String,
    /// The page's path.
    pub page: String,
}

/// The running site.
pub struct Site {
    /// Its origin, such as `http://127.0.0.1:40123`.
    pub origin: String,
    complaints: Arc<Mutex<Vec<Complaint>>>,
    serving: tokio::task::JoinHandle<()>,
}

impl Site {
    /// Serves this folder on a free port; forms may send to this endpoint, and this origin may frame what can be framed.
    pub async fn start(folder: Folder, endpoint: Option<String>, host: &str) -> Told<Self> {
        let (listener, address) = xtask::server::listen(0).await?;
        let origin = format!("http://{address}");
        let framed_by = vec![host.to_owned()];
        let deployment = Deployment { origin: origin.clone(), endpoint, framed_by, https_for_good: false };
        let complaints = Arc::default();
        let app = xtask::server::site(folder.path(), &deployment).layer(middleware::from_fn(add_listener));
        let app = app.merge(own(Arc::clone(&complaints)));
        let serving = tokio::spawn(async move {
            let _ = axum::serve(listener, app).await;
        });
        Ok(Self { origin, complaints, serving })
    }

    /// The whole address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// What the pages complained about so far.
    pub fn complaints(&self) -> Vec<Complaint> {
        self.complaints.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

type Complaints = Arc<Mutex<Vec<Complaint>>>;

/// The addresses of the harness itself.
fn own(complaints: Complaints) -> axum::Router {
    let script = || async { ([(CONTENT_TYPE, "text/javascript")], include_str!("listener.js")) };
    axum::Router::new()
        .route("/__listener.js", get(script))
        .route("/__complaints", post(note))
        .route("/__host", get(async || Html(HOST)))
        .with_state(complaints)
}

/// A page of somebody else who frames a view of ours, as the embed documentation tells them to.
const HOST: &str = r#"<!doctype html><html lang="en"><title>A municipality</title><h1>A municipality</h1>
<iframe sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer" title="Guide"
  src="/embed/frame/"></iframe>"#;

async fn note(State(complaints): State<Complaints>, body: Bytes) {
    if let Ok(complaint) = serde_json::from_slice(&body) {
        complaints.lock().unwrap_or_else(PoisonError::into_inner).push(complaint);
    }
}

/// Puts the listener first into each page. It comes from the site itself, so that the policy needs no exception.
async fn add_listener(mut request: Request, next: Next) -> Response {
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
    Response::from_parts(parts, Body::from(html))
}

/// Whether the folder of a story is there to be visited.
pub fn is_built(folder: Folder) -> bool {
    Path::new(&folder.path()).join("404.html").is_file()
}
