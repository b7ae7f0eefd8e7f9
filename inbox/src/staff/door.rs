//! Who is asking: `Authorization: Bearer TOKEN`, and the token must be for the county in the address.

use crate::desk::Desk;
use crate::log;
use crate::problem::Problem;
use crate::store::Holder;
use crate::token;
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;

/// A member of a county's staff.
pub struct Staff(pub Holder);

impl FromRequestParts<Desk> for Staff {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Problem> {
        let county = county(parts, desk).await?;
        desk.county(&county)?;
        let bearer = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let token = bearer.and_then(|value| value.strip_prefix("Bearer ")).ok_or(Problem::TokenNeeded)?;
        let found = desk.store.holder(token::hash(token.trim())).await.map_err(|error| {
            log::line(&format!("staff tokens cannot be read: {error}"));
            Problem::StorageFailed
        })?;
        let holder = found.ok_or(Problem::TokenNeeded)?;
        if holder.county == county { Ok(Staff(holder)) } else { Err(Problem::TokenOfAnotherCounty) }
    }
}

async fn county(parts: &mut Parts, desk: &Desk) -> Result<String, Problem> {
    let parameters = RawPathParams::from_request_parts(parts, desk).await.map_err(|_| Problem::NotFound)?;
    let county = parameters.iter().find(|(name, _)| *name == "county");
    county.map(|(_, value)| value.to_owned()).ok_or(Problem::NotFound)
}
