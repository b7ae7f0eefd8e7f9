//! `POST /v1/{county}/submissions`: a sealed message arrives. The order of the checks is the order of their cost.

use crate::body;
use crate::desk::Desk;
use crate::digest::Digest;
use crate::idempotency::KeyHash;
use crate::log;
use crate::minute::Minute;
use crate::problem::Problem;
use crate::sealed::Unfit;
use crate::store::{Arrival, Kept};
use crate::visitor::{Neighbourhood, Peer};
use axum::extract::{Extension, Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Json, http::HeaderName};
use serde_json::json;
use std::time::{Duration, Instant};

/// The one media type: age has none registered, and the bytes are nobody's business.
pub const MEDIA_TYPE: &str = "application/octet-stream";
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
const CONTENT_DIGEST: HeaderName = HeaderName::from_static("content-digest");

/// Receives one message. `201` and `200` are told only after the message is on disk.
pub async fn receive(
    State(desk): State<Desk>,
    Extension(peer): Extension<Peer>,
    Path(county): Path<String>,
    request: Request,
) -> Result<Response, Problem> {
    let from = Neighbourhood::of(peer, request.headers(), &desk.config.trusted_proxies);
    desk.limiter.admit(from, Instant::now())?;
    desk.county(&county)?;
    let label = Label::read(&county, request.headers())?;
    body::check_claimed_length(request.headers(), desk.sizes.limit())?;
    let _turn = desk.arriving.begin(label.key, from, desk.config.rate.arriving_from_one)?;
    let _place = desk.place().await?;
    let time = Duration::from_secs(desk.config.rate.arrival_seconds);
    let sealed = body::read(request.into_body(), desk.sizes.limit(), time).await?;
    label.check(&desk, &sealed)?;
    keep(&desk, &county, label, &sealed).await
}

async fn keep(desk: &Desk, county: &str, label: Label, sealed: &[u8]) -> Result<Response, Problem> {
    let minute = Minute::now();
    let arrival = Arrival { county, key: label.key, digest: label.digest, minute, sealed };
    match desk.store.keep(&arrival).await {
        Ok(Kept::New) => Ok(receipt(StatusCode::CREATED, label.digest, minute)),
        Ok(Kept::Before(first)) => Ok(receipt(StatusCode::OK, label.digest, first)),
        Ok(Kept::OtherMessage) => Err(Problem::KeyReused),
        Err(error) => {
            log::line(&format!("a message could not be stored: {error}"));
            Err(Problem::StorageFailed)
        }
    }
}

fn receipt(status: StatusCode, digest: Digest, minute: Minute) -> Response {
    let body = json!({
        "reference": digest.reference(),
        "received_at": minute.to_rfc3339(),
        "digest": digest.to_header(),
    });
    (status, Json(body)).into_response()
}

/// What the sender wrote on the outside.
struct Label {
    key: KeyHash,
    digest: Digest,
}

impl Label {
    fn read(county: &str, headers: &HeaderMap) -> Result<Label, Problem> {
        if text(headers, header::CONTENT_TYPE).is_none_or(|kind| !kind.eq_ignore_ascii_case(MEDIA_TYPE)) {
            return Err(Problem::WrongMediaType);
        }
        let key = text(headers, IDEMPOTENCY_KEY).and_then(|value| KeyHash::from_header(county, value));
        let digest = text(headers, CONTENT_DIGEST).and_then(Digest::from_header);
        Ok(Label { key: key.ok_or(Problem::BadKey)?, digest: digest.ok_or(Problem::BadDigest)? })
    }

    /// Checks the contents against the label: first that they came whole, then that they are a sealed message.
    fn check(&self, desk: &Desk, sealed: &[u8]) -> Result<(), Problem> {
        if Digest::of(sealed) != self.digest {
            return Err(Problem::DigestMismatch);
        }
        desk.sizes.check(sealed).map_err(|unfit| match unfit {
            Unfit::NotSealed => Problem::NotSealed,
            Unfit::WrongSize => Problem::WrongSize,
        })
    }
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}
