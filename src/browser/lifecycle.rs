//! The page being hidden, left, or brought back. Each listener lives as long as the value it gives.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BeforeUnloadEvent, Event, EventTarget, PageTransitionEvent, VisibilityState};

/// A listener that is taken away again when this value is dropped.
#[derive(Debug)]
#[must_use = "the listener is removed when this value is dropped"]
pub struct Listening {
    target: EventTarget,
    event: &'static str,
    callback: Closure<dyn FnMut(Event)>,
}

impl Listening {
    fn to(target: EventTarget, event: &'static str, callback: impl FnMut(Event) + 'static) -> Option<Self> {
        let callback = Closure::<dyn FnMut(Event)>::new(callback);
        target.add_event_listener_with_callback(event, callback.as_ref().unchecked_ref()).ok()?;
        Some(Self { target, event, callback })
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let callback = self.callback.as_ref().unchecked_ref();
        // Only a listener that is no longer there could fail to be removed.
        let _ = self.target.remove_event_listener_with_callback(self.event, callback);
    }
}

/// Calls back each time the page is hidden: another tab, another program, the screen going dark. Save at once.
/// `None` where there is no window.
pub fn on_hidden(mut callback: impl FnMut() + 'static) -> Option<Listening> {
    let document = web_sys::window()?.document()?;
    let watched = document.clone();
    Listening::to(document.into(), "visibilitychange", move |_| {
        if watched.visibility_state() == VisibilityState::Hidden {
            callback();
        }
    })
}

/// Calls back when the page is being left, also into the back-forward cache: a last save that may not succeed,
/// then blank what is on the screen. `None` where there is no window.
pub fn on_page_hide(mut callback: impl FnMut() + 'static) -> Option<Listening> {
    Listening::to(web_sys::window()?.into(), "pagehide", move |_| callback())
}

/// Calls back when the network is there again. `None` where there is no window.
pub fn on_online(mut callback: impl FnMut() + 'static) -> Option<Listening> {
    Listening::to(web_sys::window()?.into(), "online", move |_| callback())
}

/// Calls back when the page comes back out of the back-forward cache: show it empty or locked.
/// `None` where there is no window.
pub fn on_shown_again(mut callback: impl FnMut() + 'static) -> Option<Listening> {
    Listening::to(web_sys::window()?.into(), "pageshow", move |event| {
        if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
            callback();
        }
    })
}

/// Calls back each time somebody touches the page: a key, a finger, a button of the mouse.
/// `None` where there is no window.
pub fn on_use(callback: impl Fn() + 'static) -> Option<[Listening; 2]> {
    let window = web_sys::window()?;
    let callback = Rc::new(callback);
    let listen = |event| {
        let callback = Rc::clone(&callback);
        Listening::to(window.clone().into(), event, move |_| callback())
    };
    Some([listen("keydown")?, listen("pointerdown")?])
}

/// Has the browser ask before the page is left, as long as `should_ask` says so at that moment. Quick exit drops this
/// first. `None` where there is no window.
pub fn ask_before_leaving(should_ask: impl Fn() -> bool + 'static) -> Option<Listening> {
    Listening::to(web_sys::window()?.into(), "beforeunload", move |event| {
        if should_ask() {
            event.prevent_default();
            // Browsers before 2023 ask only when a return value is set.
            if let Some(leaving) = event.dyn_ref::<BeforeUnloadEvent>() {
                leaving.set_return_value("ask");
            }
        }
    })
}
