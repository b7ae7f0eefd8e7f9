//! Every way the inbox says no, as problem details (RFC 9457). The words are for whoever builds or runs a client; what
//! a citizen reads is in the site's own texts.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// One variant per situation a client meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No such county here.
    UnknownCounty,
    /// No such address, or no such message in this county.
    NotFound,
    /// The address exists, but not for this method.
    MethodNotAllowed,
    /// The page that asks is not one of the county's own.
    OriginNotAllowed,
    /// `Idempotency-Key` is missing or unreadable.
    BadKey,
    /// `Content-Digest` is missing or has no readable `sha-256`.
    BadDigest,
    /// The bytes are not the ones that `Content-Digest` names: damaged on the way, so sending again may help.
    DigestMismatch,
    /// The connection broke before the whole message had come.
    Interrupted,
    /// The message came too slowly.
    TooSlow,
    /// The body is larger than any message can be.
    TooLarge,
    /// The media type is not the documented one.
    WrongMediaType,
    /// Not an age v1 file sealed to the expected number of X25519 keys.
    NotSealed,
    /// The size is none of the agreed ones.
    WrongSize,
    /// This key has brought another message before.
    KeyReused,
    /// A message with this key is arriving right now.
    BeingReceived,
    /// Too many messages from this part of the network. Seconds until the next one is welcome.
    TooMany(u64),
    /// So many messages are arriving that this one must wait.
    Busy,
    /// The message could not be written to disk. Nothing was kept.
    StorageFailed,
    /// The staff token is missing or unknown.
    TokenNeeded,
    /// The staff token belongs to another county.
    TokenOfAnotherCounty,
    /// The address has a parameter that cannot be read.
    BadQuery,
}

impl Problem {
    /// Every kind, for the list at `/problems/…` and for tests.
    pub const ALL: [Problem; 21] = [
        Problem::UnknownCounty,
        Problem::NotFound,
        Problem::MethodNotAllowed,
        Problem::OriginNotAllowed,
        Problem::BadKey,
        Problem::BadDigest,
        Problem::DigestMismatch,
        Problem::Interrupted,
        Problem::TooSlow,
        Problem::TooLarge,
        Problem::WrongMediaType,
        Problem::NotSealed,
        Problem::WrongSize,
        Problem::KeyReused,
        Problem::BeingReceived,
        Problem::TooMany(60),
        Problem::Busy,
        Problem::StorageFailed,
        Problem::TokenNeeded,
        Problem::TokenOfAnotherCounty,
        Problem::BadQuery,
    ];

    /// Status, name and explanation. The name is the last part of the problem's `type`.
    #[rustfmt::skip]
    pub fn describe(self) -> (StatusCode, &'static str, &'static str) {
        use StatusCode as S;
        match self {
            Problem::UnknownCounty => (S::NOT_FOUND, "unknown-county", "This inbox does not receive for that county."),
            Problem::NotFound => (S::NOT_FOUND, "not-found", "There is nothing at this address."),
            Problem::MethodNotAllowed => (S::METHOD_NOT_ALLOWED, "method-not-allowed", "This address does not know that method."),
            Problem::OriginNotAllowed => (S::FORBIDDEN, "origin-not-allowed", "The page is not on the county's list of origins."),
            Problem::BadKey => (S::BAD_REQUEST, "bad-idempotency-key", "Send Idempotency-Key with 16 to 128 letters, digits, hyphens or underscores."),
            Problem::BadDigest => (S::BAD_REQUEST, "bad-content-digest", "Send Content-Digest as sha-256=:BASE64: (RFC 9530)."),
            Problem::DigestMismatch => (S::BAD_REQUEST, "digest-mismatch", "The bytes that came are not the ones Content-Digest names. Send them again."),
            Problem::Interrupted => (S::BAD_REQUEST, "interrupted", "The connection broke before the whole message had come."),
            Problem::TooSlow => (S::REQUEST_TIMEOUT, "too-slow", "The whole message did not come in time. Send it again."),
            Problem::TooLarge => (S::PAYLOAD_TOO_LARGE, "too-large", "The body is larger than any message this inbox takes."),
            Problem::WrongMediaType => (S::UNSUPPORTED_MEDIA_TYPE, "wrong-media-type", "Send the sealed file as application/octet-stream."),
            Problem::NotSealed => (S::UNPROCESSABLE_ENTITY, "not-sealed", "The body is not an age v1 file sealed to the county's X25519 keys."),
            Problem::WrongSize => (S::UNPROCESSABLE_ENTITY, "wrong-size", "The message was not padded to one of the agreed sizes."),
            Problem::KeyReused => (S::UNPROCESSABLE_ENTITY, "key-reused", "This Idempotency-Key has already brought another message."),
            Problem::BeingReceived => (S::CONFLICT, "being-received", "A message with this Idempotency-Key is arriving at this moment. Ask again soon."),
            Problem::TooMany(_) => (S::TOO_MANY_REQUESTS, "too-many", "Too many messages from this part of the network. Retry-After says when to try again."),
            Problem::Busy => (S::SERVICE_UNAVAILABLE, "busy", "Many messages are arriving. Retry-After says when to try again."),
            Problem::StorageFailed => (S::SERVICE_UNAVAILABLE, "storage-failed", "The message could not be stored, and nothing was kept. Try again later."),
            Problem::TokenNeeded => (S::UNAUTHORIZED, "token-needed", "Send a staff token: Authorization: Bearer TOKEN."),
            Problem::TokenOfAnotherCounty => (S::FORBIDDEN, "token-of-another-county", "This staff token is for another county."),
            Problem::BadQuery => (S::BAD_REQUEST, "bad-query", "after and limit are whole numbers; limit is 1 to 500."),
        }
    }

    fn retry_after(self) -> Option<u64> {
        match self {
            Problem::TooMany(seconds) => Some(seconds),
            Problem::Busy => Some(5),
            Problem::StorageFailed => Some(60),
            Problem::BeingReceived => Some(1),
            _ => None,
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (status, name, detail) = self.describe();
        let title = status.canonical_reason().unwrap_or(name);
        let body =
            json!({"type": format!("/problems/{name}"), "title": title, "status": status.as_u16(), "detail": detail});
        let mut response = (status, Json(body)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = self.retry_after() {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        if self == Problem::TokenNeeded {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_problem_has_its_own_name() {
        let names: HashSet<_> = Problem::ALL.map(|problem| problem.describe().1).into_iter().collect();
        assert_eq!(names.len(), Problem::ALL.len());
    }
}
