//! Which sites' pages may send to a county and read its clock: the exact origins in its settings. Nothing else is open to pages.

use crate::desk::Desk;
use crate::problem::Problem;
use axum::extract::{Path, Request, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ORIGIN, VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Lets a county's own pages read every answer to their sending, refusals too.
pub async fn allow_own_pages(
    State(desk): State<Desk>,
    Path(county): Path<String>,
    request: Request,
    next: Next,
) -> Response {
    let own = (request.method() == Method::POST).then(|| own_origin(&desk, &county, request.headers())).flatten();
    let mut response = next.run(request).await;
    let_read(&mut response, own);
    response
}

/// Lets the page of this origin read an answer; without one, no page.
pub fn let_read(response: &mut Response, own: Option<HeaderValue>) {
    let headers = response.headers_mut();
    headers.insert(VARY, HeaderValue::from_static("Origin"));
    if let Some(origin) = own {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("Retry-After, Date"));
    }
}

/// `OPTIONS /v1/{county}/submissions`: the browser asks before it sends.
pub async fn preflight(
    State(desk): State<Desk>,
    Path(county): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    desk.county(&county)?;
    let origin = own_origin(&desk, &county, &headers).ok_or(Problem::OriginNotAllowed)?;
    let mut answer = StatusCode::NO_CONTENT.into_response();
    let allowed = answer.headers_mut();
    allowed.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    allowed.insert(ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("POST"));
    let names = HeaderValue::from_static("Content-Type, Idempotency-Key, Content-Digest");
    allowed.insert(ACCESS_CONTROL_ALLOW_HEADERS, names);
    allowed.insert(ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("600"));
    Ok(answer)
}

/// The request's origin, if it is on the county's list.
pub fn own_origin(desk: &Desk, county: &str, headers: &HeaderMap) -> Option<HeaderValue> {
    let origin = headers.get(ORIGIN)?;
    let origins = &desk.config.counties.get(county)?.origins;
    origins.iter().any(|own| own.as_bytes() == origin.as_bytes()).then(|| origin.clone())
}
