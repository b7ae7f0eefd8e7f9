//! `GET /v1/{county}/clock`: what time it is here. A phone's clock may be years away, and a key that has expired must not be
//! sealed to, so a county's own pages ask before they seal. The time is the `Date` of the answer, which has no body.

use crate::cors;
use crate::desk::Desk;
use crate::problem::Problem;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

/// Tells the time to anybody; the county's own pages may read it.
pub async fn clock(
    State(desk): State<Desk>,
    Path(county): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    desk.county(&county)?;
    let mut answer = StatusCode::NO_CONTENT.into_response();
    cors::let_read(&mut answer, cors::own_origin(&desk, &county, &headers));
    Ok(answer)
}
