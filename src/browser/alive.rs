//! Tells the loader when this instance of the program has broken, so that a fresh one can take over.

use std::{
    panic,
    sync::atomic::{AtomicBool, AtomicU32, Ordering},
};

use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, window};

static BROKEN: AtomicBool = AtomicBool::new(false);
static GENERATION: AtomicU32 = AtomicU32::new(0);

/// Remembers which instance this is and reports its panic to the loader (`src/boot.js`), once.
pub fn report_panics(generation: u32) {
    GENERATION.store(generation, Ordering::Relaxed);
    panic::set_hook(Box::new(|_| {
        if !BROKEN.swap(true, Ordering::Relaxed) {
            tell_loader();
        }
    }));
}

/// Whether this instance is still sound. A broken one must not touch what is stored.
pub fn is_sound() -> bool {
    !BROKEN.load(Ordering::Relaxed)
}

fn tell_loader() {
    let init = CustomEventInit::new();
    init.set_detail(&JsValue::from(GENERATION.load(Ordering::Relaxed)));
    let event = CustomEvent::new_with_event_init_dict("tuki-panic", &init);
    if let (Some(window), Ok(event)) = (window(), event) {
        // Nothing more can be done from here if this fails: the page stays as it is.
        let _ = window.dispatch_event(&event);
    }
}
