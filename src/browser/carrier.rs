//! Carries a sealed message to the inbox: one POST without cookies, referrer or redirects, given up after a while.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    AbortSignal, Headers, ReferrerPolicy, RequestCache, RequestCredentials, RequestInit, RequestMode, RequestRedirect,
    Response, window,
};

use crate::delivery::{Carrier, InboxAnswer, Parcel, read_answer};

/// Milliseconds after which a try is given up; below the patience of the sending machine.
const TIME_LIMIT: u32 = 30_000;

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
    let sent = window()?.fetch_with_str_and_init(&parcel.address(), &request(parcel).ok()?);
    let answer: Response = JsFuture::from(sent).await.ok()?.dyn_into().ok()?;
    let retry_after = answer.headers().get("Retry-After").ok().flatten();
    let body = JsFuture::from(answer.text().ok()?).await.ok()?.as_string()?;
    Some(read_answer(answer.status(), retry_after.as_deref(), &body))
}

fn request(parcel: &Parcel) -> Result<RequestInit, JsValue> {
    let headers = Headers::new()?;
    for (name, value) in parcel.headers() {
        headers.set(name, &value)?;
    }
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_headers(&headers);
    request.set_body(&Uint8Array::from(&parcel.bytes[..]));
    request.set_mode(RequestMode::Cors);
    request.set_credentials(RequestCredentials::Omit);
    request.set_cache(RequestCache::NoStore);
    request.set_redirect(RequestRedirect::Error);
    request.set_referrer_policy(ReferrerPolicy::NoReferrer);
    request.set_signal(Some(&AbortSignal::timeout_with_u32(TIME_LIMIT)));
    Ok(request)
}
