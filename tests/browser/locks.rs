//! The lock of a draft between windows. Within one page two askers behave like two windows.

use std::cell::Cell;
use std::rc::Rc;

use tukipolku::browser::locks::{LockAnswer, ask, take_over};
use tukipolku::drafts::DraftId;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{a_turn, play};

fn flag() -> (Rc<Cell<bool>>, impl FnOnce() + 'static) {
    let flag = Rc::new(Cell::new(false));
    let raised = flag.clone();
    (flag, move || raised.set(true))
}

#[wasm_bindgen_test]
async fn the_second_window_finds_the_draft_busy_until_the_first_gives_it_back() {
    let first = ask(DraftId(1), || panic!("nobody takes it over")).await;
    assert!(matches!(first, LockAnswer::Granted(_)));
    assert!(matches!(ask(DraftId(1), || ()).await, LockAnswer::Busy));
    assert!(matches!(ask(DraftId(2), || ()).await, LockAnswer::Granted(_)), "another draft is another lock");
    drop(first);
    a_turn().await;
    a_turn().await;
    assert!(matches!(ask(DraftId(1), || ()).await, LockAnswer::Granted(_)));
}

#[wasm_bindgen_test]
async fn the_window_that_lost_the_lock_notices() {
    let (lost, on_lost) = flag();
    let first = ask(DraftId(3), on_lost).await;
    assert!(!lost.get());
    let second = take_over(DraftId(3), || panic!("nobody takes it back")).await;
    assert!(matches!(second, LockAnswer::Granted(_)));
    a_turn().await;
    assert!(lost.get());
    drop(first);
    assert!(matches!(ask(DraftId(3), || ()).await, LockAnswer::Busy), "the loser gives nothing away");
    drop(second);
}

#[wasm_bindgen_test]
async fn a_browser_without_locks_lets_every_window_write() {
    let absent = play("navigator", "locks", "undefined");
    let answers = [ask(DraftId(4), || ()).await, ask(DraftId(4), || ()).await, take_over(DraftId(4), || ()).await];
    drop(absent);
    assert!(answers.iter().all(|answer| matches!(answer, LockAnswer::Granted(_))));
}

#[wasm_bindgen_test]
async fn locks_that_are_forbidden_count_as_absent() {
    let refusing = "{ request: () => Promise.reject(new DOMException('', 'SecurityError')) }";
    let _forbidden = play("navigator", "locks", refusing);
    let answer = ask(DraftId(5), || panic!("what was never held cannot be lost")).await;
    assert!(matches!(answer, LockAnswer::Granted(_)));
}
