//! What staff do with messages. Bytes leave as they came; nothing here could read them.

use super::Staff;
use crate::desk::Desk;
use crate::digest::Digest;
use crate::log;
use crate::minute::Minute;
use crate::problem::Problem;
use crate::receive::MEDIA_TYPE;
use crate::store::{Entry, StoreError};
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

/// Which part of the list: messages above an id, and how many.
#[derive(Deserialize)]
#[serde(default)]
pub struct Page {
    after: i64,
    limit: u16,
}

impl Default for Page {
    fn default() -> Self {
        Page { after: 0, limit: 100 }
    }
}

/// `GET /v1/{county}/submissions`: what is here, oldest first.
pub async fn list(
    State(desk): State<Desk>,
    Staff(holder): Staff,
    page: Result<Query<Page>, axum::extract::rejection::QueryRejection>,
) -> Result<Response, Problem> {
    let Query(page) = page.map_err(|_| Problem::BadQuery)?;
    if !(1..=500).contains(&page.limit) {
        return Err(Problem::BadQuery);
    }
    let entries = desk.store.list(&holder.county, page.after, page.limit).await.map_err(failed)?;
    let submissions: Vec<Value> = entries.iter().map(line).collect();
    Ok(Json(json!({ "submissions": submissions })).into_response())
}

fn line(entry: &Entry) -> Value {
    json!({
        "id": entry.id,
        "reference": entry.digest.reference(),
        "received_at": entry.arrived.to_rfc3339(),
        "size": entry.size,
        "pulled": entry.pulled.is_some(),
        "handled": entry.handled.is_some(),
    })
}

/// `GET /v1/{county}/submissions/{id}`: the sealed file.
pub async fn pull(
    State(desk): State<Desk>,
    Staff(holder): Staff,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let found = desk.store.pull(&holder, number(&id)?, Minute::now()).await.map_err(failed)?;
    let (digest, sealed) = found.ok_or(Problem::NotFound)?;
    Ok(file(digest, sealed))
}

fn file(digest: Digest, sealed: Vec<u8>) -> Response {
    let name = format!("attachment; filename=\"{}.age\"", digest.reference());
    let headers = [
        (header::CONTENT_TYPE.as_str(), MEDIA_TYPE.to_owned()),
        (header::CONTENT_DISPOSITION.as_str(), name),
        ("content-digest", digest.to_header()),
    ];
    (headers, sealed).into_response()
}

/// `PUT /v1/{county}/submissions/{id}/handled`: the team has it in its own system. Doing it twice changes nothing.
pub async fn mark_handled(
    State(desk): State<Desk>,
    Staff(holder): Staff,
    Path((_, id)): Path<(String, String)>,
) -> Result<StatusCode, Problem> {
    let was_there = desk.store.mark_handled(&holder, number(&id)?, Minute::now()).await.map_err(failed)?;
    was_there.then_some(StatusCode::NO_CONTENT).ok_or(Problem::NotFound)
}

/// `DELETE /v1/{county}/submissions/{id}`: the bytes are overwritten.
pub async fn delete(
    State(desk): State<Desk>,
    Staff(holder): Staff,
    Path((_, id)): Path<(String, String)>,
) -> Result<StatusCode, Problem> {
    let was_there = desk.store.delete(&holder, number(&id)?, Minute::now()).await.map_err(failed)?;
    was_there.then_some(StatusCode::NO_CONTENT).ok_or(Problem::NotFound)
}

fn number(id: &str) -> Result<i64, Problem> {
    id.parse().map_err(|_| Problem::NotFound)
}

fn failed(error: StoreError) -> Problem {
    log::line(&format!("a request of staff failed: {error}"));
    Problem::StorageFailed
}
