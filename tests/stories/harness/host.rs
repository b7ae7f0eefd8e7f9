//! Somebody else's site: a municipality that puts our views on its pages. It stands under another name than our site,
//! so that browsers take the two for strangers.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Html;
use axum::routing::get;
use tokio::net::TcpListener;

use super::Told;

/// The host's site.
pub struct Host {
    /// Its origin, which our site allows to frame views.
    pub origin: String,
    /// The same pages under an origin that is not on the list.
    pub unlisted: String,
    listener: Option<TcpListener>,
    serving: Option<tokio::task::JoinHandle<()>>,
}

impl Host {
    /// Takes a free port; our site must know the origin before it serves.
    pub async fn listen() -> Told<Self> {
        let (listener, address) = xtask::server::listen(0).await?;
        let port = address.port();
        let [origin, unlisted] = ["localhost", "127.0.0.1"].map(|name| format!("http://{name}:{port}"));
        Ok(Self { origin, unlisted, listener: Some(listener), serving: None })
    }

    /// Serves the pages of `tests/stories/hosts`, with the origin of our site filled in.
    pub fn serve(&mut self, site: &str) {
        let Some(listener) = self.listener.take() else { return };
        let app = Router::new().route("/{page}", get(page)).with_state(site.to_owned());
        self.serving = Some(tokio::spawn(async move {
            let _ = axum::serve(listener, app).await;
        }));
    }

    /// The address of one of its pages.
    pub fn url(&self, page: &str) -> String {
        format!("{}/{page}", self.origin)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        if let Some(serving) = &self.serving {
            serving.abort();
        }
    }
}

async fn page(State(site): State<String>, Path(page): Path<String>) -> Result<Html<String>, StatusCode> {
    let file = xtask::places::root().join("tests/stories/hosts").join(format!("{page}.html"));
    let html = std::fs::read_to_string(file).map_err(|_| StatusCode::NOT_FOUND)?;
    Ok(Html(html.replace("SITE", &site)))
}
