//! One window at a time writes a draft: a Web Lock, which another window may take over.
//! Where the browser has no Web Locks every window is given the lock; the shelf still refuses a save that has not
//! seen the newest one.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::drafts::DraftId;

/// The lock of a draft. Dropping it gives it back.
#[derive(Debug)]
#[must_use = "the lock is given back when this value is dropped"]
pub struct DraftLock {
    /// Ends the promise that holds the lock; `None` where the browser has no Web Locks.
    release: Option<Function>,
}

/// What became of asking for a lock.
#[derive(Debug)]
pub enum LockAnswer {
    /// This window holds it now.
    Granted(DraftLock),
    /// Another window holds it.
    Busy,
}

/// Asks for a draft's lock without waiting. `on_lost` is called if another window takes it over later.
pub async fn ask(draft: DraftId, on_lost: impl FnOnce() + 'static) -> LockAnswer {
    request(draft, "ifAvailable", Box::new(on_lost)).await
}

/// Takes a draft's lock, also from another window. `on_lost` is called if it is taken over in turn.
pub async fn take_over(draft: DraftId, on_lost: impl FnOnce() + 'static) -> LockAnswer {
    request(draft, "steal", Box::new(on_lost)).await
}

async fn request(draft: DraftId, option: &str, on_lost: Box<dyn FnOnce()>) -> LockAnswer {
    let (held, release) = promise();
    let (answered, answer) = promise();
    let granted = Rc::new(Cell::new(false));
    let callback = answer_with(held, answer.clone(), granted.clone());
    let Some(ended) = start(draft, option, &callback) else {
        return LockAnswer::Granted(DraftLock { release: None });
    };
    spawn_local(watch(ended, granted, answer, on_lost));
    let has_lock = JsFuture::from(answered).await.is_ok_and(|lock| lock.is_truthy());
    if has_lock { LockAnswer::Granted(DraftLock { release: Some(release) }) } else { LockAnswer::Busy }
}

/// What the browser calls with the lock, or with `null`. The lock lasts as long as the promise that is given back.
fn answer_with(held: Promise, answer: Function, granted: Rc<Cell<bool>>) -> JsValue {
    Closure::once_into_js(move |lock: JsValue| -> JsValue {
        granted.set(lock.is_truthy());
        call(&answer, &lock);
        if lock.is_truthy() { held.into() } else { JsValue::UNDEFINED }
    })
}

/// Starts `navigator.locks.request`; `None` where the browser has no such thing (old, or not a secure context).
fn start(draft: DraftId, option: &str, callback: &JsValue) -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &option.into(), &JsValue::TRUE).ok()?;
    let name = format!("app {}", draft.0);
    request.call3(&locks, &name.into(), &options, callback).ok()?.dyn_into().ok()
}

/// A request that ends in an error has either been stolen from or was never allowed to lock at all.
async fn watch(ended: Promise, granted: Rc<Cell<bool>>, answer: Function, on_lost: Box<dyn FnOnce()>) {
    if JsFuture::from(ended).await.is_err() {
        if granted.get() {
            on_lost();
        }
        call(&answer, &JsValue::TRUE);
    }
}

impl Drop for DraftLock {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            call(release, &JsValue::UNDEFINED);
        }
    }
}

/// A promise and the function that fulfils it.
fn promise() -> (Promise, Function) {
    let mut fulfil = None;
    let promise = Promise::new(&mut |resolve, _| fulfil = Some(resolve));
    (promise, fulfil.expect("a promise hands out its functions while it is made"))
}

fn call(function: &Function, value: &JsValue) {
    // The functions of a promise never throw.
    let _ = function.call1(&JsValue::UNDEFINED, value);
}
