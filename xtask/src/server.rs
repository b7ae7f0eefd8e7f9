//! The local server: the finished site under exactly the headers that hosts are told to send.
//! It is for `cargo xtask serve` and for the stories; a deployment uses an ordinary web server.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use tokio::net::TcpListener;
use tower_http::compression::CompressionLayer;
use tower_http::services::{ServeDir, ServeFile};

use crate::headers::{self, CLEARED, Deployment, FORGET, Rule};
use crate::{Problem, Result};

/// The site in a folder as a service: files, headers, compression, the 404 page and the clearing address.
pub fn site(folder: PathBuf, deployment: &Deployment) -> Router {
    let rules: Arc<Vec<Rule>> = Arc::new(headers::rules(deployment));
    files(folder)
        .route(FORGET, post(forget))
        .layer(middleware::from_fn_with_state(rules, add_headers))
        .layer(CompressionLayer::new())
}

/// The files alone, with the site's own page for what is not there.
fn files(folder: PathBuf) -> Router {
    let not_found = ServeFile::new(folder.join("404.html"));
    Router::new().fallback_service(ServeDir::new(folder).not_found_service(not_found))
}

/// Asks the browser to drop everything the site has kept. Only the site itself may ask for it: a link or a picture
/// on another site would otherwise wipe somebody's draft.
async fn forget(headers: HeaderMap) -> Response {
    let own = headers.get("sec-fetch-site").is_some_and(|site| site == "same-origin");
    if !own {
        return StatusCode::FORBIDDEN.into_response();
    }
    let storage = "\"storage\"";
    let clear = [("clear-site-data", storage), (CLEARED, storage), ("cache-control", "no-store")];
    (StatusCode::NO_CONTENT, clear).into_response()
}

async fn add_headers(State(rules): State<Arc<Vec<Rule>>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let kept = response.headers().get(header::CACHE_CONTROL).cloned();
    for (name, value) in headers::headers_of(&rules, &path) {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(HeaderName::from_static(name), value);
        }
    }
    if let Some(kept) = kept {
        response.headers_mut().insert(header::CACHE_CONTROL, kept);
    }
    response
}

/// Takes a port on this machine only. Port 0 takes any that is free.
pub async fn listen(port: u16) -> Result<(TcpListener, SocketAddr)> {
    let taken = |error| {
        Problem::new(format!("Port {port} cannot be used: {error}."))
            .mend("stop the program that has it, or name another port.")
    };
    let listener = TcpListener::bind(("127.0.0.1", port)).await.map_err(taken)?;
    let address = listener.local_addr().map_err(taken)?;
    Ok((listener, address))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use http_body_util::BodyExt;
    use tower::ServiceExt;

    /// A small site on disk, gone when the test is over.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let folder = crate::places::root().join("target/server-tests").join(name);
            std::fs::create_dir_all(folder.join("fi/lomake")).unwrap();
            std::fs::create_dir_all(folder.join("assets")).unwrap();
            std::fs::write(folder.join("fi/lomake/index.html"), "<!doctype html><p>lomake").unwrap();
            std::fs::write(folder.join("404.html"), "<!doctype html><p>ei löydy").unwrap();
            std::fs::write(folder.join("assets/a.wasm"), vec![0; 4096]).unwrap();
            Self(folder)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    async fn ask(name: &str, method: &str, path: &str, headers: &[(&str, &str)]) -> (StatusCode, HeaderMap, Vec<u8>) {
        let folder = Folder::new(name);
        let request = headers
            .iter()
            .fold(Request::builder().method(method).uri(path), |request, (name, value)| request.header(*name, *value));
        let site = site(folder.0.clone(), &Deployment::default());
        let (parts, body) = site.oneshot(request.body(Body::empty()).unwrap()).await.unwrap().into_parts();
        (parts.status, parts.headers, body.collect().await.unwrap().to_bytes().to_vec())
    }

    #[tokio::test]
    async fn a_form_page_is_complete_and_never_stored() {
        let (status, headers, body) = ask("form", "GET", "/fi/lomake/", &[]).await;
        assert_eq!(status, StatusCode::OK);
        assert_eq!(headers["content-type"], "text/html");
        assert_eq!(headers["cache-control"], "no-store");
        assert_eq!(body, b"<!doctype html><p>lomake");
    }

    #[tokio::test]
    async fn what_is_not_there_is_answered_with_the_sites_own_page() {
        let (status, headers, body) = ask("missing", "GET", "/fi/nowhere/", &[]).await;
        assert_eq!(status, StatusCode::NOT_FOUND);
        assert!(headers.contains_key("content-security-policy"));
        assert!(String::from_utf8(body).unwrap().contains("ei löydy"));
    }

    #[tokio::test]
    async fn programs_travel_compressed() {
        let (_, headers, body) = ask("wasm", "GET", "/assets/a.wasm", &[("accept-encoding", "br")]).await;
        assert_eq!(
            (&headers["content-type"], &headers["content-encoding"]),
            (&"application/wasm".parse().unwrap(), &"br".parse().unwrap())
        );
        assert!(body.len() < 100);
    }

    #[tokio::test]
    async fn only_the_site_itself_can_ask_for_forgetting() {
        let (status, headers, _) = ask("forget", "POST", FORGET, &[("sec-fetch-site", "same-origin")]).await;
        assert_eq!(status, StatusCode::NO_CONTENT);
        assert_eq!(
            (&headers["clear-site-data"], &headers[CLEARED], &headers["cache-control"]),
            (&"\"storage\"".parse().unwrap(), &"\"storage\"".parse().unwrap(), &"no-store".parse().unwrap())
        );
        for site in ["cross-site", "same-site", "none"] {
            let (status, headers, _) = ask("forget-no", "POST", FORGET, &[("sec-fetch-site", site)]).await;
            assert_eq!(status, StatusCode::FORBIDDEN, "{site}");
            assert!(!headers.contains_key("clear-site-data") && !headers.contains_key(CLEARED), "{site}");
        }
        let (status, ..) = ask("forget-get", "GET", FORGET, &[("sec-fetch-site", "same-origin")]).await;
        assert_eq!(status, StatusCode::METHOD_NOT_ALLOWED);
    }
}
