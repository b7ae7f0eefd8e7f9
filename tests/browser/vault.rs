//! The app's side of the vault, against workers that play what a real one may do. The real one is in the stories.

use futures_util::future::join;
use js_sys::Array;
use tukipolku::browser::vault::{Addresses, Vault, VaultError};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Blob, BlobPropertyBag, Url};

/// A vault whose worker runs this script.
fn vault_of(worker: &str) -> Vault {
    let kind = BlobPropertyBag::new();
    kind.set_type("text/javascript");
    let parts = Array::of1(&JsValue::from(worker));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind).expect("a script");
    let script = Url::create_object_url_with_blob(&blob).expect("an address");
    Vault::end();
    Vault::new(Addresses { script, program: String::new() })
}

/// Answers every request at once, with a digest of as many ones as the request had bytes.
const QUICK: &str = "self.onmessage = ({ data }) => {
    const digest = data.bytes.length.toString(16).padStart(64, '0');
    postMessage({ id: data.id, bytes: data.bytes, digest });
}";

/// Keeps the first request back until the second has come, and answers the second first.
const CROSSED: &str = "let first;
    self.onmessage = ({ data }) => {
        if (!first) { first = data; return }
        for (const { id, bytes } of [data, first]) postMessage({ id, bytes });
    }";

#[wasm_bindgen_test]
async fn bytes_and_digest_come_back() {
    let sealed = vault_of(QUICK).save(&[7; 5]).await.expect("an answer");
    assert_eq!(sealed.bytes, [7; 5]);
    assert_eq!(sealed.digest.0[31], 5);
}

#[wasm_bindgen_test]
async fn each_question_gets_its_own_answer() {
    let vault = vault_of(CROSSED);
    let (one, two) = join(vault.read(b"one"), vault.read(b"two")).await;
    assert_eq!((one, two), (Ok(b"one".to_vec()), Ok(b"two".to_vec())));
}

#[wasm_bindgen_test]
async fn an_error_has_its_name_and_the_worker_goes_on() {
    let vault = vault_of(
        "let n = 0; self.onmessage = ({ data }) => postMessage(n++ ? { id: data.id } : { id: data.id, error: 'locked' })",
    );
    assert_eq!(vault.lock().await, Err(VaultError::Locked));
    assert_eq!(vault.lock().await, Ok(()));
}

#[wasm_bindgen_test]
async fn a_crashed_worker_is_replaced_and_nobody_waits_for_ever() {
    let vault = vault_of(
        "self.onmessage = ({ data }) => { if (data.op === 'save') postMessage({ id: data.id, error: 'crashed' }) }",
    );
    let (saved, read) = join(vault.save(b"x"), vault.read(b"x")).await;
    assert_eq!((saved.err(), read.err()), (Some(VaultError::Crashed), Some(VaultError::Crashed)));
    assert_eq!(vault.save(b"x").await.err(), Some(VaultError::Crashed), "a new worker has answered");
}

#[wasm_bindgen_test]
async fn a_silent_worker_is_given_up() {
    let vault = vault_of("").with_patience(30);
    assert_eq!(vault.save(b"x").await.err(), Some(VaultError::TimedOut));
}

#[wasm_bindgen_test]
async fn a_worker_that_cannot_be_fetched_is_unavailable() {
    let vault = Vault::new(Addresses { script: "/no-such-worker.js".to_owned(), program: String::new() });
    Vault::end();
    assert_eq!(vault.save(b"x").await.err(), Some(VaultError::Unavailable));
}

#[wasm_bindgen_test]
async fn ending_the_worker_ends_the_waiting() {
    let vault = vault_of("");
    let leave = async { Vault::end() };
    let (saved, ()) = join(vault.save(b"x"), leave).await;
    assert_eq!(saved.err(), Some(VaultError::Locked));
}

#[wasm_bindgen_test]
async fn an_answer_without_its_fields_is_not_believed() {
    let vault = vault_of("self.onmessage = ({ data }) => postMessage({ id: data.id })");
    assert_eq!(vault.save(b"x").await.err(), Some(VaultError::Crashed));
}
