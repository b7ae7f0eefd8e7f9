//! The shelf in a real IndexedDB.

use js_sys::{Array, Promise};
use tukipolku::browser::clear::{Left, erase_everything, what_is_kept};
use tukipolku::browser::shelf::{IndexedDbShelf, new_writer};
use tukipolku::drafts::{DraftId, KeyRecord, Mark, Revision, Shelf, ShelfError, Slot, Slots};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{play, script};

const SHELF: IndexedDbShelf = IndexedDbShelf;

fn key() -> KeyRecord {
    KeyRecord { with_code: true, identity: vec![1, 0, 255], recipient: "age1example".to_owned() }
}

fn slot(number: u64, writer: u32) -> Slot {
    let revision = Revision::new(number).expect("not zero");
    let sealed = (0..=255).cycle().take(20_000 + number as usize).collect();
    Slot { revision, writer, saved_at: 1_795_248_000, expires_at: 1_795_852_800, sealed }
}

async fn fresh_draft() -> DraftId {
    erase_everything("/clear").await;
    SHELF.begin(key()).await.expect("storage is on")
}

async fn write(draft: DraftId, number: u64, seen: Option<Mark>) -> Result<Revision, ShelfError> {
    SHELF.write(draft, slot(number, 1), seen).await
}

async fn names_of_databases() -> Vec<String> {
    let list = script("return indexedDB.databases().then(list => list.map(row => row.name))");
    let names = JsFuture::from(Promise::from(list)).await.expect("the browser lists databases");
    Array::from(&names).iter().filter_map(|name| name.as_string()).collect()
}

#[wasm_bindgen_test]
async fn looking_leaves_no_trace() {
    erase_everything("/clear").await;
    assert_eq!(SHELF.list().await, Ok(vec![]));
    assert_eq!(SHELF.key(DraftId(1)).await, Ok(None));
    assert_eq!(SHELF.slots(DraftId(1)).await, Ok(Slots::default()));
    assert_eq!(SHELF.delete_key(DraftId(1)).await, Ok(()));
    assert_eq!(names_of_databases().await, Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn looking_leaves_no_trace_where_databases_cannot_be_listed() {
    erase_everything("/clear").await;
    let unlisted = play("IDBFactory.prototype", "databases", "undefined");
    let listed = SHELF.list().await;
    let left = what_is_kept().await;
    drop(unlisted);
    assert_eq!(listed, Ok(vec![]));
    assert_eq!(left, vec![]);
    assert_eq!(names_of_databases().await, Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn saves_alternate_between_the_slots_and_come_back_byte_for_byte() {
    let draft = fresh_draft().await;
    for number in 1..=3 {
        assert_eq!(write(draft, number, None).await, Ok(slot(number, 1).revision));
    }
    assert_eq!(SHELF.slots(draft).await, Ok(Slots { a: Some(slot(3, 1)), b: Some(slot(2, 1)) }));
    assert_eq!(SHELF.key(draft).await, Ok(Some(key())));
    let kept = SHELF.list().await.expect("a list");
    assert_eq!(kept.len(), 1);
    assert_eq!((kept[0].draft, kept[0].with_code), (draft, true));
    assert_eq!(kept[0].times, Some((1_795_248_000, 1_795_852_800)));
}

#[wasm_bindgen_test]
async fn a_save_that_has_not_seen_the_newest_is_refused_and_changes_nothing() {
    let draft = fresh_draft().await;
    write(draft, 1, None).await.expect("first save");
    let seen = Some(slot(1, 1).mark());
    SHELF.write(draft, slot(2, 2), seen).await.expect("the other window saves");
    for (number, seen) in [(2, None), (3, None), (9, seen)] {
        assert_eq!(write(draft, number, seen).await, Err(ShelfError::Stale), "revision {number}");
    }
    assert_eq!(SHELF.slots(draft).await, Ok(Slots { a: Some(slot(1, 1)), b: Some(slot(2, 2)) }));
}

#[wasm_bindgen_test]
async fn two_saves_at_once_let_one_through() {
    let draft = fresh_draft().await;
    let (one, other) = (SHELF.write(draft, slot(1, 1), None), SHELF.write(draft, slot(1, 2), None));
    let one = wasm_bindgen_futures::future_to_promise(async move { Ok(one.await.is_ok().into()) });
    let other = other.await.is_ok();
    let one = JsFuture::from(one).await.expect("an answer").as_bool().expect("a truth");
    assert!(one != other, "exactly one of two windows may write the first save");
}

#[wasm_bindgen_test]
async fn a_forgotten_draft_is_not_brought_back_by_a_late_save() {
    let draft = fresh_draft().await;
    write(draft, 1, None).await.expect("first save");
    SHELF.delete_key(draft).await.expect("deleting");
    assert_eq!(write(draft, 2, None).await, Err(ShelfError::Forgotten));
    SHELF.delete_slots(draft).await.expect("deleting");
    assert_eq!(SHELF.slots(draft).await, Ok(Slots::default()));
    assert_eq!(SHELF.list().await, Ok(vec![]));
    let next = SHELF.begin(key()).await.expect("a new draft");
    assert!(next != draft, "a number is not used again");
    assert_eq!(write(draft, 3, None).await, Err(ShelfError::Forgotten));
}

#[wasm_bindgen_test]
async fn a_save_asks_for_strict_durability_and_waits_for_complete() {
    let draft = fresh_draft().await;
    script("window.seen = []");
    let watched = play(
        "IDBDatabase.prototype",
        "transaction",
        "function (...all) {
             const transaction = own.apply(this, all);
             transaction.addEventListener('complete', () => window.seen.push(transaction.mode + ' ' + transaction.durability));
             return transaction }",
    );
    let written = write(draft, 1, None).await;
    drop(watched);
    assert!(written.is_ok());
    assert_eq!(script("return window.seen.join()").as_string().as_deref(), Some("readwrite strict"));
}

#[wasm_bindgen_test]
async fn a_transaction_that_is_aborted_is_never_called_saved() {
    let draft = fresh_draft().await;
    let aborting = play(
        "IDBObjectStore.prototype",
        "put",
        "function (...all) {
             const request = own.apply(this, all);
             request.addEventListener('success', () => this.transaction.abort());
             return request }",
    );
    let written = write(draft, 1, None).await;
    drop(aborting);
    assert!(written.is_err());
    assert_eq!(SHELF.slots(draft).await, Ok(Slots::default()));
}

#[wasm_bindgen_test]
async fn a_full_device_says_so() {
    let draft = fresh_draft().await;
    let full = "() => { throw new DOMException('', 'QuotaExceededError') }";
    let full = play("IDBObjectStore.prototype", "put", full);
    let written = write(draft, 1, None).await;
    drop(full);
    assert_eq!(written, Err(ShelfError::Full));
    assert!(write(draft, 1, None).await.is_ok(), "with room again it goes on");
}

#[wasm_bindgen_test]
async fn storage_that_is_off_says_so() {
    erase_everything("/clear").await;
    for getter in ["undefined", "null", "(() => { throw new DOMException('', 'SecurityError') })()"] {
        let off = play("window", "indexedDB", getter);
        let begun = SHELF.begin(key()).await;
        let listed = SHELF.list().await;
        drop(off);
        assert_eq!(begun, Err(ShelfError::Disabled), "{getter}");
        assert_eq!(listed, Err(ShelfError::Disabled), "{getter}");
    }
}

#[wasm_bindgen_test]
async fn a_damaged_row_is_no_crash() {
    let draft = fresh_draft().await;
    write(draft, 1, None).await.expect("first save");
    write(draft, 2, None).await.expect("second save");
    overwrite("s", &format!("'{}b'", draft.0), "{ n: 1, v: 'two' }").await;
    assert_eq!(SHELF.slots(draft).await, Ok(Slots { a: Some(slot(1, 1)), b: None }));
    overwrite("k", &draft.0.to_string(), "7").await;
    assert_eq!(SHELF.key(draft).await, Err(ShelfError::Damaged));
    assert_eq!(SHELF.list().await, Ok(vec![]));
}

/// Puts something else into a row, as a damaged disk would.
async fn overwrite(store: &str, key: &str, row: &str) {
    let ended = script(&format!(
        "return new Promise(resolve => {{ indexedDB.open('app').onsuccess = event => {{
             const database = event.target.result, change = database.transaction('{store}', 'readwrite');
             change.objectStore('{store}').put({row}, {key});
             change.oncomplete = () => {{ database.close(); resolve() }} }} }})"
    ));
    JsFuture::from(Promise::from(ended)).await.expect("the row is replaced");
}

#[wasm_bindgen_test]
async fn storage_of_a_newer_program_is_left_alone() {
    erase_everything("/clear").await;
    let newer = script(
        "return new Promise(resolve => { indexedDB.open('app', 2).onsuccess = event => {
             event.target.result.close(); resolve() } })",
    );
    JsFuture::from(Promise::from(newer)).await.expect("a newer database");
    assert_eq!(SHELF.list().await, Err(ShelfError::Newer));
    assert_eq!(SHELF.begin(key()).await, Err(ShelfError::Newer));
    assert_eq!(what_is_kept().await, vec![Left::Database]);
}

#[wasm_bindgen_test]
async fn no_connection_is_left_that_could_block_another_window() {
    let draft = fresh_draft().await;
    write(draft, 1, None).await.expect("first save");
    let end = script(
        "return new Promise(resolve => { const request = indexedDB.deleteDatabase('app');
             request.onblocked = () => resolve('blocked'); request.onsuccess = () => resolve('deleted') })",
    );
    let end = JsFuture::from(Promise::from(end)).await.expect("an answer");
    assert_eq!(end.as_string().as_deref(), Some("deleted"));
}

#[wasm_bindgen_test]
fn writers_differ() {
    assert!(new_writer() != new_writer() || new_writer() != new_writer());
}
