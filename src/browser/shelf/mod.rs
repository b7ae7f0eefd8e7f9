//! The shelf in IndexedDB. A save is acknowledged only after the `complete` event of a transaction that was asked
//! for with strict durability (docs/decisions/drafts-in-indexeddb.md).
//!
//! Names on the disk tell nothing: database `app`, stores `k` (keys) and `s` (slots). No connection stays open between
//! two operations, so that nothing keeps the page out of the back-forward cache, blocks another window or clearing.

mod database;
mod rows;

use database::Database;

use crate::drafts::{DraftId, Kept, KeyRecord, Mark, Revision, Shelf, ShelfError, Shelved, Slot, SlotName, Slots};

/// The name of the database.
pub(super) const NAME: &str = "app";

/// The shelf of this browser.
#[derive(Clone, Copy, Debug, Default)]
pub struct IndexedDbShelf;

/// A number for a new writing of a draft, see [`Mark::writer`]. It need not be secret.
pub fn new_writer() -> u32 {
    draw()
}

fn draw() -> u32 {
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}

/// Whether the database is there, looked up without creating it.
pub(super) async fn exists() -> bool {
    matches!(Database::existing(NAME).await, Ok(Some(_)))
}

impl Shelf for IndexedDbShelf {
    fn list(&self) -> Shelved<'_, Vec<Kept>> {
        Box::pin(list())
    }

    fn begin(&self, key: KeyRecord) -> Shelved<'_, DraftId> {
        Box::pin(begin(key))
    }

    fn key(&self, draft: DraftId) -> Shelved<'_, Option<KeyRecord>> {
        Box::pin(key(draft))
    }

    fn slots(&self, draft: DraftId) -> Shelved<'_, Slots> {
        Box::pin(slots(draft))
    }

    fn write(&self, draft: DraftId, slot: Slot, seen: Option<Mark>) -> Shelved<'_, Revision> {
        Box::pin(write(draft, slot, seen))
    }

    fn delete_key(&self, draft: DraftId) -> Shelved<'_, ()> {
        Box::pin(delete_key(draft))
    }

    fn message(&self, draft: DraftId) -> Shelved<'_, Option<Vec<u8>>> {
        Box::pin(message(draft))
    }

    fn keep_message(&self, draft: DraftId, sealed: Option<Vec<u8>>) -> Shelved<'_, ()> {
        Box::pin(keep_message(draft, sealed))
    }

    fn delete_slots(&self, draft: DraftId) -> Shelved<'_, ()> {
        Box::pin(delete_slots(draft))
    }
}

async fn list() -> Result<Vec<Kept>, ShelfError> {
    let Some(database) = Database::existing(NAME).await? else { return Ok(Vec::new()) };
    let look = database.look()?;
    let keys = look.all(database::KEYS).await?;
    let slots = look.all(database::SLOTS).await?;
    Ok(keys.iter().filter_map(|row| rows::kept(&row, &slots)).collect())
}

async fn begin(key: KeyRecord) -> Result<DraftId, ShelfError> {
    let database = Database::create(NAME).await?;
    let change = database.change()?;
    let draft = DraftId(draw());
    // `add` fails where this number is taken, once in four thousand million times.
    let added = change.add(database::KEYS, draft.0.into(), &rows::from_key(draft, &key)).await;
    change.complete().await?;
    added.map(|()| draft)
}

async fn key(draft: DraftId) -> Result<Option<KeyRecord>, ShelfError> {
    let Some(database) = Database::existing(NAME).await? else { return Ok(None) };
    let row = database.look()?.get(database::KEYS, draft.0.into()).await?;
    if row.is_undefined() { Ok(None) } else { rows::to_key(&row).map(Some).ok_or(ShelfError::Damaged) }
}

async fn slots(draft: DraftId) -> Result<Slots, ShelfError> {
    match Database::existing(NAME).await? {
        Some(database) => read_slots(&database.look()?, draft).await,
        None => Ok(Slots::default()),
    }
}

async fn write(draft: DraftId, slot: Slot, seen: Option<Mark>) -> Result<Revision, ShelfError> {
    let database = Database::existing(NAME).await?.ok_or(ShelfError::Forgotten)?;
    let change = database.change()?;
    let written = compare_and_write(&change, draft, &slot, seen).await;
    change.complete().await?;
    written.map(|()| slot.revision)
}

/// Everything in here happens inside one transaction, so nobody writes between the comparing and the writing.
async fn compare_and_write(
    change: &database::Transaction,
    draft: DraftId,
    slot: &Slot,
    seen: Option<Mark>,
) -> Result<(), ShelfError> {
    if change.get(database::KEYS, draft.0.into()).await?.is_undefined() {
        return Err(ShelfError::Forgotten);
    }
    if !read_slots(change, draft).await?.accept(slot.mark(), seen) {
        return Err(ShelfError::Stale);
    }
    let place = rows::slot_key(draft, slot.revision.slot());
    change.put(database::SLOTS, place, &rows::from_slot(draft, slot)).await
}

async fn read_slots(transaction: &database::Transaction, draft: DraftId) -> Result<Slots, ShelfError> {
    let mut slots = Slots::default();
    for name in SlotName::BOTH {
        let row = transaction.get(database::SLOTS, rows::slot_key(draft, name)).await?;
        // A row that cannot be read holds nothing that could be opened.
        slots.set(name, rows::to_slot(&row));
    }
    Ok(slots)
}

async fn delete_key(draft: DraftId) -> Result<(), ShelfError> {
    let Some(database) = Database::existing(NAME).await? else { return Ok(()) };
    let change = database.change()?;
    change.delete(database::KEYS, draft.0.into())?;
    change.complete().await
}

async fn message(draft: DraftId) -> Result<Option<Vec<u8>>, ShelfError> {
    let Some(database) = Database::existing(NAME).await? else { return Ok(None) };
    let row = database.look()?.get(database::SLOTS, rows::message_key(draft)).await?;
    Ok(rows::to_message(&row))
}

async fn keep_message(draft: DraftId, sealed: Option<Vec<u8>>) -> Result<(), ShelfError> {
    let database = Database::existing(NAME).await?.ok_or(ShelfError::Forgotten)?;
    let change = database.change()?;
    let there = !change.get(database::KEYS, draft.0.into()).await?.is_undefined();
    let place = rows::message_key(draft);
    let kept = match sealed {
        Some(sealed) if there => change.put(database::SLOTS, place, &rows::from_message(draft, &sealed)).await,
        Some(_) => Err(ShelfError::Forgotten),
        None => change.delete(database::SLOTS, place),
    };
    change.complete().await?;
    kept
}

async fn delete_slots(draft: DraftId) -> Result<(), ShelfError> {
    let Some(database) = Database::existing(NAME).await? else { return Ok(()) };
    let change = database.change()?;
    for name in SlotName::BOTH {
        change.delete(database::SLOTS, rows::slot_key(draft, name))?;
    }
    change.delete(database::SLOTS, rows::message_key(draft))?;
    change.complete().await
}
