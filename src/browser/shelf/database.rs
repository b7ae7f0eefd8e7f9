//! IndexedDB as promises: opening, one transaction, its requests, and what their errors mean.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use crate::drafts::ShelfError;

/// The store of keys.
pub(super) const KEYS: &str = "k";

/// The store of slots.
pub(super) const SLOTS: &str = "s";

/// The version of the stores. A change of it needs a step in [`create_stores`].
const VERSION: u32 = 1;

/// An open database. Dropping it closes the connection.
pub(super) struct Database(IdbDatabase);

/// One transaction over both stores.
pub(super) struct Transaction {
    transaction: IdbTransaction,
    ended: Promise,
}

impl Database {
    /// Opens the database if it is there. Never creates it: looking leaves no trace.
    pub(super) async fn existing(name: &str) -> Result<Option<Self>, ShelfError> {
        let factory = factory()?;
        if is_listed(&factory, name).await == Some(false) {
            return Ok(None);
        }
        // A browser that cannot list its databases starts to make a new one here; that is called off.
        let request = factory.open_with_u32(name, VERSION).map_err(|error| meaning(&error))?;
        let called_off = request.clone();
        let call_off = Closure::once(move || {
            let _ = called_off.transaction().map(|transaction| transaction.abort());
        });
        request.set_onupgradeneeded(Some(call_off.as_ref().unchecked_ref()));
        match opened(&request).await {
            Err(ShelfError::Blocked) if name_of(request.error().ok().flatten()) == "AbortError" => Ok(None),
            other => other.map(Some),
        }
    }

    /// Opens the database, making it where it is not there.
    pub(super) async fn create(name: &str) -> Result<Self, ShelfError> {
        let request = factory()?.open_with_u32(name, VERSION).map_err(|error| meaning(&error))?;
        let new = request.clone();
        let create = Closure::once(move || create_stores(&new));
        request.set_onupgradeneeded(Some(create.as_ref().unchecked_ref()));
        opened(&request).await
    }

    /// A transaction that reads.
    pub(super) fn look(&self) -> Result<Transaction, ShelfError> {
        self.transaction("readonly", &Object::new())
    }

    /// A transaction that writes. Its `complete` comes only when the bytes are said to be on the disk.
    pub(super) fn change(&self) -> Result<Transaction, ShelfError> {
        let strict = Object::new();
        let _ = Reflect::set(&strict, &"durability".into(), &"strict".into());
        self.transaction("readwrite", &strict)
    }

    /// Calls `transaction` by hand: web-sys knows its options only behind a flag for unstable interfaces.
    fn transaction(&self, mode: &str, options: &Object) -> Result<Transaction, ShelfError> {
        let stores = Array::of2(&KEYS.into(), &SLOTS.into());
        let method = Reflect::get(&self.0, &"transaction".into()).map_err(|error| meaning(&error))?;
        let method: Function = method.dyn_into().map_err(|_| ShelfError::Disabled)?;
        let begun = method.call3(&self.0, &stores, &mode.into(), options).map_err(|error| meaning(&error))?;
        let transaction: IdbTransaction = begun.unchecked_into();
        // Listening begins at once, since a transaction may end as soon as its last request has been answered.
        let ended = Promise::new(&mut |resolve, _| {
            transaction.set_oncomplete(Some(&resolve));
            transaction.set_onabort(Some(&resolve));
        });
        Ok(Transaction { transaction, ended })
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.0.close();
    }
}

impl Transaction {
    pub(super) async fn get(&self, store: &str, key: JsValue) -> Result<JsValue, ShelfError> {
        answer(self.store(store)?.get(&key)).await
    }

    pub(super) async fn all(&self, store: &str) -> Result<Array, ShelfError> {
        answer(self.store(store)?.get_all()).await.map(|rows| Array::from(&rows))
    }

    pub(super) async fn add(&self, store: &str, key: JsValue, row: &JsValue) -> Result<(), ShelfError> {
        answer(self.store(store)?.add_with_key(row, &key)).await.map(drop)
    }

    pub(super) async fn put(&self, store: &str, key: JsValue, row: &JsValue) -> Result<(), ShelfError> {
        answer(self.store(store)?.put_with_key(row, &key)).await.map(drop)
    }

    pub(super) fn delete(&self, store: &str, key: JsValue) -> Result<(), ShelfError> {
        self.store(store)?.delete(&key).map(drop).map_err(|error| meaning(&error))
    }

    /// Waits for the end. Only the event `complete` counts as success.
    pub(super) async fn complete(self) -> Result<(), ShelfError> {
        let event = JsFuture::from(self.ended).await.map_err(|error| meaning(&error))?;
        let kind = Reflect::get(&event, &"type".into()).ok().and_then(|kind| kind.as_string());
        if kind.as_deref() == Some("complete") { Ok(()) } else { Err(meaning_of(self.transaction.error())) }
    }

    fn store(&self, name: &str) -> Result<IdbObjectStore, ShelfError> {
        self.transaction.object_store(name).map_err(|error| meaning(&error))
    }
}

fn create_stores(request: &IdbOpenDbRequest) {
    let Some(database) = request.result().ok().and_then(|database| database.dyn_into::<IdbDatabase>().ok()) else {
        return;
    };
    for store in [KEYS, SLOTS] {
        // A store that cannot be made shows when the first transaction asks for it.
        let _ = database.create_object_store(store);
    }
}

/// The browser's databases; absent or forbidden where storage is switched off.
fn factory() -> Result<IdbFactory, ShelfError> {
    let window = web_sys::window().ok_or(ShelfError::Disabled)?;
    window.indexed_db().ok().flatten().ok_or(ShelfError::Disabled)
}

/// Whether the browser lists a database of this name; `None` where it cannot list (Firefox before 126).
async fn is_listed(factory: &IdbFactory, name: &str) -> Option<bool> {
    let list: Function = Reflect::get(factory, &"databases".into()).ok()?.dyn_into().ok()?;
    let names = list.call0(factory).ok()?.dyn_into::<Promise>().ok()?;
    let rows = Array::from(&JsFuture::from(names).await.ok()?);
    let named = |row: &JsValue| Reflect::get(row, &"name".into()).is_ok_and(|found| found == *name);
    Some(rows.iter().any(|row| named(&row)))
}

async fn opened(request: &IdbOpenDbRequest) -> Result<Database, ShelfError> {
    let ended = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
        request.set_onblocked(Some(&reject));
    });
    if JsFuture::from(ended).await.is_err() {
        // While it is blocked a request has no result and no error yet.
        return Err(request.error().map_or(ShelfError::Blocked, meaning_of));
    }
    let database = request.result().ok().and_then(|database| database.dyn_into().ok());
    database.map(Database).ok_or(ShelfError::Disabled)
}

async fn answer(request: Result<IdbRequest, JsValue>) -> Result<JsValue, ShelfError> {
    let request = request.map_err(|error| meaning(&error))?;
    let ended = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(ended).await {
        Ok(_) => request.result().map_err(|error| meaning(&error)),
        Err(_) => Err(meaning_of(request.error().ok().flatten())),
    }
}

fn meaning(error: &JsValue) -> ShelfError {
    meaning_of(error.dyn_ref::<DomException>().cloned())
}

fn meaning_of(error: Option<DomException>) -> ShelfError {
    match name_of(error).as_str() {
        "QuotaExceededError" => ShelfError::Full,
        "VersionError" => ShelfError::Newer,
        "AbortError" | "ConstraintError" | "TransactionInactiveError" | "TimeoutError" => ShelfError::Blocked,
        "NotFoundError" | "DataError" | "NotReadableError" => ShelfError::Damaged,
        _ => ShelfError::Disabled,
    }
}

fn name_of(error: Option<DomException>) -> String {
    error.map(|error| error.name()).unwrap_or_default()
}
