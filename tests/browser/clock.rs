//! Clocks and the timer.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Promise;
use tukipolku::browser::carrier::inbox_seconds;
use tukipolku::browser::clock::{Timer, now_seconds, server_seconds, ticks};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{play, script};

/// Timers of one page run in the order of their times, so this one ends after every shorter one.
async fn after_a_longer_timer() {
    let longer = script("return new Promise(resolve => setTimeout(resolve, 40))");
    JsFuture::from(Promise::from(longer)).await.expect("time passes");
}

#[wasm_bindgen_test]
async fn a_timer_runs_out_once_and_a_dropped_one_never() {
    let count = Rc::new(Cell::new(0));
    let add = |amount: u32| {
        let count = count.clone();
        move || count.set(count.get() + amount)
    };
    let _kept = Timer::start(10, add(1));
    drop(Timer::start(5, add(100)));
    after_a_longer_timer().await;
    assert_eq!(count.get(), 1);
}

#[wasm_bindgen_test]
fn the_clocks_tell_a_time() {
    assert!(now_seconds() > 1_700_000_000);
    let first = ticks();
    assert!(ticks() >= first);
}

#[wasm_bindgen_test]
async fn the_clock_of_the_site_is_read_from_its_answer() {
    let site = "(address, { method }) => Promise.resolve(new Response('',
                    { headers: method === 'HEAD' ? { Date: 'Sat, 21 Nov 2026 12:00:00 GMT' } : {} }))";
    let online = play("window", "fetch", site);
    let told = server_seconds("/").await;
    drop(online);
    let offline = play("window", "fetch", "() => Promise.reject(new TypeError('offline'))");
    let not_told = server_seconds("/").await;
    drop(offline);
    assert_eq!((told, not_told), (Some(1_795_262_400), None));
}

#[wasm_bindgen_test]
async fn the_clock_of_an_inbox_is_asked_with_nothing_of_this_browser() {
    let inbox =
        "(address, { method, credentials, referrerPolicy, cache }) => Promise.resolve(new Response(null, { status: 204,
                    headers: [method, credentials, referrerPolicy, cache].join() === 'GET,omit,no-referrer,no-store'
                        ? { Date: 'Sat, 21 Nov 2026 12:00:00 GMT' } : {} }))";
    let told = {
        let _online = play("window", "fetch", inbox);
        inbox_seconds("https://inbox.example/v1/esimerkki/clock").await
    };
    let _offline = play("window", "fetch", "() => Promise.reject(new TypeError('offline'))");
    assert_eq!((told, inbox_seconds("/").await), (Some(1_795_262_400), None));
}
