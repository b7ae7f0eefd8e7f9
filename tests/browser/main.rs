//! The browser room in a real browser.
#![cfg(target_arch = "wasm32")]

mod clear;
mod clock;
mod lifecycle;
mod locks;
mod preferences;
mod shelf;
mod vault;

use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);

/// Runs a line of script: how the tests play a browser that lacks something.
fn script(line: &str) -> JsValue {
    js_sys::Function::new_no_args(line).call0(&JsValue::NULL).expect("the script runs")
}

/// Something of the browser that a test replaces; dropping it puts the browser's own back.
struct Played(js_sys::Function);

/// Replaces `object.property` by a script that gives its value. In the script `own` is the browser's own value.
fn play(object: &str, property: &str, value: &str) -> Played {
    let put_back = script(&format!(
        "const object = {object}, kept = Object.getOwnPropertyDescriptor(object, '{property}'), own = object.{property};
         Object.defineProperty(object, '{property}', {{ configurable: true, get: () => {{ return {value} }} }});
         return () => kept ? Object.defineProperty(object, '{property}', kept) : delete object.{property}"
    ));
    Played(put_back.into())
}

impl Drop for Played {
    fn drop(&mut self) {
        self.0.call0(&JsValue::NULL).expect("the browser's own is put back");
    }
}

/// Lets everything that is ready happen: one turn of the event loop.
async fn a_turn() {
    let turn = script(
        "return new Promise(resolve => { const c = new MessageChannel(); c.port1.onmessage = resolve; c.port2.postMessage(0); })",
    );
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::from(turn)).await.expect("a turn passes");
}
