//! Reading a body that may be hostile: never more than the limit, never longer than the time allowed.

use crate::problem::Problem;
use axum::body::Body;
use axum::http::{HeaderMap, header};
use http_body_util::BodyExt;
use std::time::Duration;

/// Refuses a body by the length it claims, before a byte of it is read.
pub fn check_claimed_length(headers: &HeaderMap, limit: usize) -> Result<(), Problem> {
    let claimed = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    match claimed.and_then(|value| value.parse::<u64>().ok()) {
        Some(length) if length > limit as u64 => Err(Problem::TooLarge),
        _ => Ok(()),
    }
}

/// Reads the whole body. One that claims no length is read piece by piece, and dropped at the first byte above the limit.
pub async fn read(body: Body, limit: usize, time: Duration) -> Result<Vec<u8>, Problem> {
    tokio::time::timeout(time, read_pieces(body, limit)).await.unwrap_or(Err(Problem::TooSlow))
}

async fn read_pieces(mut body: Body, limit: usize) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    while let Some(frame) = body.frame().await {
        let piece = frame.map_err(|_| Problem::Interrupted)?.into_data().unwrap_or_default();
        if bytes.len() + piece.len() > limit {
            return Err(Problem::TooLarge);
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes)
}
