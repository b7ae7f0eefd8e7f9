//! Every address of the inbox.

use crate::clock::clock;
use crate::cors;
use crate::desk::Desk;
use crate::health::health;
use crate::problem::Problem;
use crate::reader;
use crate::receive::receive;
use crate::staff;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, options, put};
use axum::{Json, Router, extract};
use serde_json::Value;
use std::path::Path;
use tower_http::set_header::SetResponseHeaderLayer;

/// The OpenAPI 3.1 document, kept by hand; `tests/openapi.rs` holds it against the running inbox.
pub const OPENAPI: &str = include_str!("../openapi.json");

const SUBMISSIONS: &str = "/v1/{county}/submissions";

/// Headers on every answer: nothing is stored on the way, guessed, framed or told to the next site.
const EVERYWHERE: [(&str, &str); 6] = [
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
];

/// What the public reaches when staff have their own address.
pub fn public(desk: Desk) -> Router {
    let submissions = sending(&desk);
    finish(open_to_all().route(SUBMISSIONS, submissions), desk)
}

/// What staff reach at their own address.
pub fn staff(desk: Desk) -> Router {
    finish(staff_side(&desk).route(SUBMISSIONS, get(staff::list)), desk)
}

/// Both sides at one address.
pub fn together(desk: Desk) -> Router {
    let submissions = sending(&desk).get(staff::list);
    finish(staff_side(&desk).route(SUBMISSIONS, submissions), desk)
}

fn open_to_all() -> Router<Desk> {
    Router::new()
        .route("/health", get(health))
        .route("/v1/{county}/clock", get(clock))
        .route("/openapi.json", get(openapi))
        .route("/problems/{name}", get(explain))
}

fn sending(desk: &Desk) -> MethodRouter<Desk> {
    options(cors::preflight).post(receive).layer(from_fn_with_state(desk.clone(), cors::allow_own_pages))
}

fn staff_side(desk: &Desk) -> Router<Desk> {
    let routes = open_to_all()
        .route("/v1/{county}/submissions/{id}", get(staff::pull).head(not_pulled).delete(staff::delete))
        .route("/v1/{county}/submissions/{id}/handled", put(staff::mark_handled));
    match &desk.config.reader_dir {
        Some(folder) => routes.merge(reader::routes(folder)),
        None => routes,
    }
}

/// A look without taking the bytes is no pulling, and must not be noted as one.
async fn not_pulled() -> Problem {
    Problem::MethodNotAllowed
}

fn finish(routes: Router<Desk>, desk: Desk) -> Router {
    let refused = routes
        .method_not_allowed_fallback(|| async { Problem::MethodNotAllowed })
        .fallback(|| async { Problem::NotFound });
    with_headers(refused).with_state(desk)
}

/// The reader's pages alone, for opening files on one's own machine without any inbox.
pub fn reader_alone(folder: &Path) -> Router {
    with_headers(reader::routes::<()>(folder).fallback(|| async { Problem::NotFound }))
}

fn with_headers<S: Clone + Send + Sync + 'static>(routes: Router<S>) -> Router<S> {
    EVERYWHERE.iter().fold(routes, |routes, (name, value)| {
        let (name, value) = (HeaderName::from_static(name), HeaderValue::from_static(value));
        routes.layer(SetResponseHeaderLayer::if_not_present(name, value))
    })
}

async fn openapi() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], OPENAPI).into_response()
}

/// `GET /problems/{name}`: what a problem's `type` leads to.
async fn explain(extract::Path(name): extract::Path<String>) -> Result<Json<Value>, Problem> {
    let known = Problem::ALL.map(Problem::describe).into_iter().find(|(_, known, _)| *known == name);
    let (status, name, detail) = known.ok_or(Problem::NotFound)?;
    Ok(Json(serde_json::json!({ "name": name, "status": status.as_u16(), "detail": detail })))
}
