//! Quick exit. The loader (`src/boot.js`) covers the page and goes; here the program drops what it holds.

use std::cell::Cell;

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsValue, closure::Closure};
use web_sys::window;

thread_local! {
    static LEAVING: Cell<bool> = const { Cell::new(false) };
}

/// Whether the person is leaving in a hurry: nothing may hold them back now.
pub fn is_leaving() -> bool {
    LEAVING.get()
}

/// Has the loader call the task first thing on quick exit. The loader waits for what the task gives, but not for long.
pub fn on_quick_exit(task: impl Fn() -> Option<Promise> + 'static) {
    let leave = Closure::<dyn Fn() -> Option<Promise>>::new(move || {
        LEAVING.set(true);
        task()
    });
    if let Some(window) = window() {
        // A property of our own on the window can always be set.
        let _ = Reflect::set(&window, &JsValue::from_str("tukiLeave"), &leave.into_js_value());
    }
}

/// Keeps the answers where a fresh instance finds them if this one breaks: in the page's memory, never on disk.
pub fn keep_for_rescue(json: &str) {
    if let Some(window) = window().filter(|_| !is_leaving()) {
        let _ = Reflect::set(&window, &JsValue::from_str("tukiKept"), &JsValue::from_str(json));
    }
}
