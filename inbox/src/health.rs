//! `GET /health`: whether messages can be stored, and whether somebody should go and look. No numbers: how many people
//! write to a county is nobody else's business.

use crate::desk::Desk;
use crate::minute::Minute;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde_json::{Value, json};

/// `200 ok`, `200 waiting` when a message has waited too long for anybody to pull it or to mark it handled, `503
/// storage-failed`. Waiting is no reason to stop sending here, so it is not an error to a load balancer; the log says it
/// each hour.
pub async fn health(State(desk): State<Desk>) -> (StatusCode, Json<Value>) {
    let waiting = desk.store.waiting(&desk.config.retention, Minute::now()).await;
    let (status, word) = match waiting {
        Ok(waiting) if desk.store.is_writable().await => {
            (StatusCode::OK, if waiting.is_empty() { "ok" } else { "waiting" })
        }
        _ => (StatusCode::SERVICE_UNAVAILABLE, "storage-failed"),
    };
    (status, Json(json!({ "status": word })))
}
