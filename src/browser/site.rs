//! Asking our own site for something small.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestCredentials, RequestInit, RequestRedirect, Response};

/// Sends a request without a body to an address of this site and gives the answer, whatever its status;
/// `None` when the site cannot be reached.
pub(super) async fn ask(method: &str, address: &str) -> Option<Response> {
    let request = RequestInit::new();
    request.set_method(method);
    request.set_cache(RequestCache::NoStore);
    // Chromium heeds `Clear-Site-Data` only where the request may carry credentials.
    request.set_credentials(RequestCredentials::SameOrigin);
    request.set_redirect(RequestRedirect::Error);
    let answer = web_sys::window()?.fetch_with_str_and_init(address, &request);
    JsFuture::from(answer).await.ok()?.dyn_into().ok()
}
