//! Erasing everything, and saying honestly what the site answered.

use js_sys::Promise;
use tukipolku::browser::clear::{Cleared, Left, SiteAnswer, clear_by_site, erase_everything, what_is_kept};
use tukipolku::browser::preferences::Preference;
use tukipolku::browser::shelf::IndexedDbShelf;
use tukipolku::drafts::{KeyRecord, Shelf};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{play, script};

async fn keep_something_of_everything() {
    let key = KeyRecord { with_code: false, identity: vec![1], recipient: "age1example".to_owned() };
    IndexedDbShelf.begin(key).await.expect("storage is on");
    Preference::Municipality.keep("297").expect("storage is on");
    let cached = script("return caches.open('pages')");
    JsFuture::from(Promise::from(cached)).await.expect("a cache");
}

/// Plays a site: `answer` is the script of what `fetch` gives.
async fn erased_where_the_site(answer: &str) -> Cleared {
    let _site = play("window", "fetch", &format!("() => {answer}"));
    erase_everything("/clear").await
}

#[wasm_bindgen_test]
async fn erasing_leaves_nothing_behind() {
    keep_something_of_everything().await;
    assert_eq!(what_is_kept().await, [Left::Database, Left::Preferences, Left::OfflinePages]);
    for header in ["Clear-Site-Data", "Site-Data-Cleared"] {
        let answer = format!("Promise.resolve(new Response('', {{ headers: {{ '{header}': '\"storage\"' }} }}))");
        let cleared = erased_where_the_site(&answer).await;
        assert_eq!(cleared, Cleared { site: SiteAnswer::Cleared, left: vec![] }, "{header}");
        assert!(cleared.is_whole());
    }
}

#[wasm_bindgen_test]
async fn a_site_without_the_header_or_the_network_is_not_called_whole() {
    for (answer, said) in [
        ("Promise.resolve(new Response(''))", SiteAnswer::NoHeader),
        (r#"Promise.resolve(new Response('', { headers: { 'Clear-Site-Data': '"cookies"' } }))"#, SiteAnswer::NoHeader),
        ("Promise.reject(new TypeError('offline'))", SiteAnswer::Offline),
    ] {
        keep_something_of_everything().await;
        let cleared = erased_where_the_site(answer).await;
        assert_eq!(cleared, Cleared { site: said, left: vec![] }, "{answer}");
        assert!(!cleared.is_whole());
    }
}

#[wasm_bindgen_test]
async fn what_is_left_is_named() {
    erase_everything("/clear").await;
    Preference::Municipality.keep("297").expect("storage is on");
    let cleared = clear_by_site("/clear").await;
    Preference::Municipality.forget();
    assert_eq!(cleared.left, [Left::Preferences]);
}

#[wasm_bindgen_test]
async fn the_clearing_address_is_posted_to_and_never_from_the_cache() {
    let site = play("window", "fetch", "(...all) => { window.asked = all; return Promise.reject() }");
    clear_by_site("/clear").await;
    drop(site);
    let asked = script("const [address, { method, cache }] = window.asked; return [address, method, cache].join(' ')");
    assert_eq!(asked.as_string().as_deref(), Some("/clear POST no-store"));
}
