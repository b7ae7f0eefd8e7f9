//! Erasing what is kept on this device, and looking honestly whether anything is left.
//!
//! Deleting from a script leaves bytes in the browser's files; only the answer header `Clear-Site-Data: "storage"`
//! removed them (measured in Chromium 156). So the site's clearing address is called, and what it answered is told.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CacheStorage, IdbFactory, ServiceWorkerContainer, ServiceWorkerRegistration, Storage};

use super::site;

/// What became of erasing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleared {
    /// What the clearing address answered.
    pub site: SiteAnswer,
    /// What was still found afterwards.
    pub left: Vec<Left>,
}

/// What the clearing address answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteAnswer {
    /// It told the browser to clear its storage.
    Cleared,
    /// It answered without the header: whoever hosts the site has not set it up.
    NoHeader,
    /// It could not be reached.
    Offline,
}

/// Something that is kept on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Drafts or unsent messages.
    Database,
    /// Preferences.
    Preferences,
    /// Pages kept for reading without a network.
    OfflinePages,
    /// The program that serves those pages.
    OfflineProgram,
}

impl Cleared {
    /// Whether everything is gone, as far as can be known.
    pub fn is_whole(&self) -> bool {
        self.site == SiteAnswer::Cleared && self.left.is_empty()
    }
}

/// The address of this site that has the browser clear everything it keeps for us.
pub const ADDRESS: &str = "/forget";

/// Erases everything: first by script, which works without a network, then through the site's clearing address.
pub async fn erase_everything(address: &str) -> Cleared {
    delete_by_script().await;
    clear_by_site(address).await
}

/// Calls the site's clearing address and looks what is left. For the moment after the last draft was forgotten: its
/// database is empty then, and goes first by script, since the browser may still list it when the address has answered.
pub async fn clear_by_site(address: &str) -> Cleared {
    delete_databases().await;
    let site = call_site(address).await;
    Cleared { site, left: what_is_kept().await }
}

/// The order to the browser, and the word of the site that it gave it: Chromium 156 obeys the first but hides it from scripts.
const HEADERS: [&str; 2] = ["clear-site-data", "site-data-cleared"];

async fn call_site(address: &str) -> SiteAnswer {
    let Some(answer) = site::ask("POST", address).await else { return SiteAnswer::Offline };
    let orders = |header: &str| {
        let value = answer.headers().get(header).ok().flatten().unwrap_or_default();
        value.contains("\"storage\"") || value.contains("\"*\"")
    };
    if HEADERS.into_iter().any(orders) { SiteAnswer::Cleared } else { SiteAnswer::NoHeader }
}

/// What is kept on this device now, of anything this site could keep.
pub async fn what_is_kept() -> Vec<Left> {
    let has_preferences = local_storage().is_some_and(|storage| storage.length().unwrap_or(0) > 0);
    let kept = [
        (Left::Database, !database_names().await.is_empty()),
        (Left::Preferences, has_preferences),
        (Left::OfflinePages, !cache_names().await.is_empty()),
        (Left::OfflineProgram, !offline_programs().await.is_empty()),
    ];
    kept.into_iter().filter(|(_, is_kept)| *is_kept).map(|(left, _)| left).collect()
}

async fn delete_databases() {
    for name in database_names().await {
        delete_database(&name).await;
    }
}

async fn delete_by_script() {
    delete_databases().await;
    if let Some(storage) = local_storage() {
        // What cannot be cleared is found and told by `what_is_kept`.
        let _ = storage.clear();
    }
    for name in cache_names().await {
        if let Some(caches) = caches() {
            settle(caches.delete(&name)).await;
        }
    }
    for program in offline_programs().await {
        settle(program.unregister().ok()).await;
    }
}

/// Deletes one database. Another window that still holds it does not keep us waiting: what is left is told.
async fn delete_database(name: &str) {
    let Some(request) = databases().and_then(|factory| factory.delete_database(name).ok()) else { return };
    let ended = Promise::new(&mut |resolve, _| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&resolve));
        request.set_onblocked(Some(&resolve));
    });
    settle(ended).await;
}

/// The databases of this site. A browser that cannot list them (Firefox before 126) is asked by opening: see the shelf.
async fn database_names() -> Vec<String> {
    let Some(factory) = databases() else { return Vec::new() };
    let Ok(list) = Reflect::get(&factory, &"databases".into()).and_then(|list| list.dyn_into::<Function>()) else {
        return super::shelf::exists().await.then(|| super::shelf::NAME.to_owned()).into_iter().collect();
    };
    let rows = settle(list.call0(&factory).ok().and_then(|list| list.dyn_into::<Promise>().ok())).await;
    let name = |row: JsValue| Reflect::get(&row, &"name".into()).ok()?.as_string();
    rows.map(|rows| Array::from(&rows).iter().filter_map(name).collect()).unwrap_or_default()
}

async fn cache_names() -> Vec<String> {
    let names = settle(caches().map(|caches| caches.keys())).await;
    names.map(|names| Array::from(&names).iter().filter_map(|name| name.as_string()).collect()).unwrap_or_default()
}

async fn offline_programs() -> Vec<ServiceWorkerRegistration> {
    let programs = settle(workers().map(|workers| workers.get_registrations())).await;
    programs.map(|programs| Array::from(&programs).iter().map(JsCast::unchecked_into).collect()).unwrap_or_default()
}

fn databases() -> Option<IdbFactory> {
    web_sys::window()?.indexed_db().ok().flatten()
}

fn local_storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// Absent outside secure contexts.
fn caches() -> Option<CacheStorage> {
    web_sys::window()?.caches().ok().filter(|caches| caches.is_object())
}

/// Absent outside secure contexts and in some private windows.
fn workers() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    let workers = Reflect::get(&navigator, &"serviceWorker".into()).ok()?;
    workers.is_object().then(|| workers.unchecked_into())
}

/// Waits for a promise, if there is one; `None` when it fails.
async fn settle(promise: impl Into<Option<Promise>>) -> Option<JsValue> {
    JsFuture::from(promise.into()?).await.ok()
}
