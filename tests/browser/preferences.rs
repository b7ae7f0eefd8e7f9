//! What a person asked to have remembered.

use tukipolku::browser::preferences::Preference;
use tukipolku::drafts::ShelfError;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::play;

#[wasm_bindgen_test]
fn a_preference_is_kept_and_forgotten() {
    Preference::Municipality.keep("297").expect("storage is on");
    assert_eq!(Preference::Municipality.read().as_deref(), Some("297"));
    Preference::Municipality.forget();
    assert_eq!(Preference::Municipality.read(), None);
}

#[wasm_bindgen_test]
fn storage_that_is_off_is_no_crash() {
    let forbidden = play("window", "localStorage", "(() => { throw new DOMException('', 'SecurityError') })()");
    let (kept, read) = (Preference::Municipality.keep("297"), Preference::Municipality.read());
    Preference::Municipality.forget();
    drop(forbidden);
    assert_eq!((kept, read), (Err(ShelfError::Disabled), None));
}
