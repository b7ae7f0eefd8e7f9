//! The second part of the program: what the form's first screens can do without. The loader (`src/boot.js`) fetches it with the
//! first answer; see docs/decisions/program-in-two-parts.md.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    /// The build (`xtask/src/split`) looks for this name, and has what is called too soon ask `at_once`.
    #[wasm_bindgen(js_namespace = window, js_name = tukiLater)]
    fn tuki_later(at_once: bool) -> Promise;
}

/// Has it fetched in the background. Whatever of it is called before it is here waits for it by itself.
pub fn fetch() {
    // A promise that nobody waits for would complain aloud when it breaks.
    spawn_local(async {
        let _ = is_ready().await;
    });
}

/// Waits until it is here; `false` when it cannot be had.
pub async fn is_ready() -> bool {
    is_here() || JsFuture::from(tuki_later(false)).await.is_ok()
}

/// Does something that needs it: at once where it is here, else when it has come; something else when it cannot be had.
pub fn when_here(task: impl FnOnce() + 'static, missing: impl FnOnce() + 'static) {
    if is_here() {
        return task();
    }
    spawn_local(async move { if is_ready().await { task() } else { missing() } });
}

/// Whether it is here. Before that nothing has been kept, opened or sent on this page.
pub fn is_here() -> bool {
    let window = web_sys::window().map(JsValue::from);
    let whole = window.and_then(|window| Reflect::get(&window, &"tukiWhole".into()).ok());
    // A page without our loader has no second part.
    whole.is_none_or(|whole| whole.is_undefined() || whole.is_truthy())
}
