//! The staff reader's files on the staff's origin, under headers that let the page do nothing but its work.

use axum::Router;
use axum::http::{HeaderName, HeaderValue};
use std::path::Path;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// Everything from our own origin, nothing in line, no frames, no forms that leave.
pub const READER_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// `/reader/…`: the files in the folder. `/reader/fi/` is the page in Finnish.
pub fn routes<S: Clone + Send + Sync + 'static>(folder: &Path) -> Router<S> {
    let policy = SetResponseHeaderLayer::overriding(
        HeaderName::from_static("content-security-policy"),
        HeaderValue::from_static(READER_POLICY),
    );
    Router::new().nest_service("/reader", ServeDir::new(folder)).layer(policy)
}
