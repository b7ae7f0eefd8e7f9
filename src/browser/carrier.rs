//! Carries a sealed message to the inbox, without cookies, referrer or redirects, given up after a while. And asks an inbox for
//! the time before anything is sealed.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    AbortSignal, Headers, ReferrerPolicy, RequestCache, RequestCredentials, RequestInit, RequestMode, RequestRedirect,
    Response, window,
};

use super::clock;
use crate::delivery::{Carrier, InboxAnswer, Parcel, read_answer};

/// Milliseconds after which a try is given up; below the patience of the sending machine.
const TIME_LIMIT: u32 = 30_000;
/// Milliseconds after which an inbox that does not tell its time is not waited for any more.
const CLOCK_LIMIT: u32 = 4_000;

/// The network.
#[derive(Clone, Copy, Debug, Default)]
pub struct Network;

impl Carrier for Network {
    fn carry(&self, parcel: Parcel, done: Box<dyn FnOnce(InboxAnswer)>) {
        spawn_local(async move {
            done(post(&parcel).await.unwrap_or(InboxAnswer::NO_NETWORK));
        });
    }
}

/// `None` when no answer came.
async fn post(parcel: &Parcel) -> Option<InboxAnswer> {
    let sent = window()?.fetch_with_str_and_init(&parcel.address(), &post_of(parcel).ok()?);
    let answer: Response = JsFuture::from(sent).await.ok()?.dyn_into().ok()?;
    let retry_after = answer.headers().get("Retry-After").ok().flatten();
    let body = JsFuture::from(answer.text().ok()?).await.ok()?.as_string()?;
    Some(read_answer(answer.status(), retry_after.as_deref(), &body))
}

/// What an inbox's clock says, in UNIX seconds, asked for at its clock's address; `None` when it does not answer soon.
pub async fn inbox_seconds(address: &str) -> Option<i64> {
    let asked = window()?.fetch_with_str_and_init(address, &request("GET", CLOCK_LIMIT));
    let answer: Response = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
    clock::seconds_of(&answer)
}

fn post_of(parcel: &Parcel) -> Result<RequestInit, JsValue> {
    let headers = Headers::new()?;
    for (name, value) in parcel.headers() {
        headers.set(name, &value)?;
    }
    let request = request("POST", TIME_LIMIT);
    request.set_headers(&headers);
    request.set_body(&Uint8Array::from(&parcel.bytes[..]));
    Ok(request)
}

/// A request to an inbox: nothing of this browser goes with it, and nothing of it stays here.
fn request(method: &str, time_limit: u32) -> RequestInit {
    let request = RequestInit::new();
    request.set_method(method);
    request.set_mode(RequestMode::Cors);
    request.set_credentials(RequestCredentials::Omit);
    request.set_cache(RequestCache::NoStore);
    request.set_redirect(RequestRedirect::Error);
    request.set_referrer_policy(ReferrerPolicy::NoReferrer);
    request.set_signal(Some(&AbortSignal::timeout_with_u32(time_limit)));
    request
}
