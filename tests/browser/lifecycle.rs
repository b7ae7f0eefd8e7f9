//! The page being hidden, left and brought back.

use std::cell::Cell;
use std::rc::Rc;

use tukipolku::browser::lifecycle::{ask_before_leaving, on_hidden, on_page_hide, on_shown_again, on_use};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{play, script};

fn counter() -> (Rc<Cell<u32>>, impl FnMut() + 'static) {
    let count = Rc::new(Cell::new(0));
    let counted = count.clone();
    (count, move || counted.set(counted.get() + 1))
}

fn becomes(state: &str) {
    let _played = play("document", "visibilityState", &format!("'{state}'"));
    script("document.dispatchEvent(new Event('visibilitychange'))");
}

#[wasm_bindgen_test]
fn only_hiding_counts_and_only_while_somebody_listens() {
    let (count, callback) = counter();
    let listening = on_hidden(callback);
    becomes("hidden");
    becomes("visible");
    assert_eq!(count.get(), 1);
    drop(listening);
    becomes("hidden");
    assert_eq!(count.get(), 1);
}

#[wasm_bindgen_test]
fn leaving_is_noticed() {
    let (count, callback) = counter();
    let listening = on_page_hide(callback);
    script("window.dispatchEvent(new PageTransitionEvent('pagehide'))");
    drop(listening);
    script("window.dispatchEvent(new PageTransitionEvent('pagehide'))");
    assert_eq!(count.get(), 1);
}

#[wasm_bindgen_test]
fn only_a_page_that_comes_back_is_shown_again() {
    let (count, callback) = counter();
    let _listening = on_shown_again(callback);
    script("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))");
    assert_eq!(count.get(), 0);
    script("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
    assert_eq!(count.get(), 1);
}

#[wasm_bindgen_test]
fn keys_and_presses_are_touches_and_looking_is_none() {
    let count = Rc::new(Cell::new(0));
    let counted = count.clone();
    let listening = on_use(move || counted.set(counted.get() + 1));
    for event in ["keydown", "pointerdown", "scroll", "focus"] {
        script(&format!("window.dispatchEvent(new Event('{event}'))"));
    }
    drop(listening);
    script("window.dispatchEvent(new Event('keydown'))");
    assert_eq!(count.get(), 2);
}

fn would_ask() -> bool {
    let dispatched = "return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))";
    script(dispatched).as_bool().expect("a truth")
}

#[wasm_bindgen_test]
fn leaving_is_asked_about_only_when_something_would_be_lost() {
    let something_typed = Rc::new(Cell::new(false));
    let typed = something_typed.clone();
    let listening = ask_before_leaving(move || typed.get());
    assert!(!would_ask());
    something_typed.set(true);
    assert!(would_ask());
    drop(listening);
    assert!(!would_ask(), "quick exit takes the question away first");
}
