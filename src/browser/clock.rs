//! Time: the device's clock, the site's clock, a clock that never jumps, and a timer.

use js_sys::Function;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Response;

use super::{alive, site};
use crate::domain::calendar::{HelsinkiTime, helsinki_time};

/// Milliseconds of a minute.
const MINUTE: i32 = 60_000;

/// What clocks in Helsinki show now, by the device's clock.
pub fn helsinki_now() -> HelsinkiTime {
    helsinki_time(now_seconds())
}

/// Calls the task now and every minute, for as long as the page lives.
pub fn every_minute(task: impl Fn(HelsinkiTime) + 'static) {
    let tick = Closure::<dyn Fn()>::new(move || {
        if alive::is_sound() {
            task(helsinki_now());
        }
    });
    let tick: Function = tick.into_js_value().unchecked_into();
    // The first time in the same way as each later one, so that nothing of it is left to the second part of the program.
    let _ = tick.call0(&JsValue::UNDEFINED);
    if let Some(window) = web_sys::window() {
        // Refused only in a page that is going away.
        let _ = window.set_interval_with_callback_and_timeout_and_arguments_0(&tick, MINUTE);
    }
}

/// What the device's clock says, in UNIX seconds.
pub fn now_seconds() -> i64 {
    seconds(js_sys::Date::now())
}

/// Milliseconds since the page was opened. Unlike the device's clock it never jumps.
pub fn ticks() -> u64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0, |clock| clock.now() as u64)
}

/// What the site's server says, in UNIX seconds, asked for at an `address` of this site; `None` without a network.
pub async fn server_seconds(address: &str) -> Option<i64> {
    seconds_of(&site::ask("HEAD", address).await?)
}

/// When an answer was given by the clock of whoever gave it, in UNIX seconds.
pub(super) fn seconds_of(answer: &Response) -> Option<i64> {
    let date = answer.headers().get("date").ok().flatten()?;
    let milliseconds = js_sys::Date::parse(&date);
    milliseconds.is_finite().then(|| seconds(milliseconds))
}

fn seconds(milliseconds: f64) -> i64 {
    (milliseconds / 1000.0).floor() as i64
}

/// Calls something once, later. Dropping the timer stops it.
#[derive(Debug)]
pub struct Timer {
    number: i32,
    _callback: Closure<dyn FnMut()>,
}

impl Timer {
    /// Starts a timer of this many milliseconds; `None` where there is no window.
    pub fn start(milliseconds: u32, callback: impl FnOnce() + 'static) -> Option<Self> {
        let callback = Closure::once(callback);
        let wait = i32::try_from(milliseconds).unwrap_or(i32::MAX);
        let window = web_sys::window()?;
        let function = callback.as_ref().unchecked_ref();
        let number = window.set_timeout_with_callback_and_timeout_and_arguments_0(function, wait).ok()?;
        Some(Self { number, _callback: callback })
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_timeout_with_handle(self.number);
        }
    }
}
