//! How keys and slots stand in the database: plain objects with one-letter names.

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::drafts::{DraftId, Kept, KeyRecord, Revision, Slot, SlotName};

/// The key of a slot in its store, for example `17a`.
pub(super) fn slot_key(draft: DraftId, name: SlotName) -> JsValue {
    format!("{}{}", draft.0, name.letter()).into()
}

/// The key of an unsent message, beside the slots of its draft: `17m`. Earlier versions of the program pass over its row.
pub(super) fn message_key(draft: DraftId) -> JsValue {
    format!("{}m", draft.0).into()
}

/// `n` number, `d` sealed bytes.
pub(super) fn from_message(draft: DraftId, sealed: &[u8]) -> JsValue {
    row(&[("n", draft.0.into()), ("d", Uint8Array::from(sealed).into())])
}

pub(super) fn to_message(row: &JsValue) -> Option<Vec<u8>> {
    bytes(row, "d")
}

/// `n` number, `c` with a code, `i` identity, `r` recipient.
pub(super) fn from_key(draft: DraftId, key: &KeyRecord) -> JsValue {
    row(&[
        ("n", draft.0.into()),
        ("c", key.with_code.into()),
        ("i", Uint8Array::from(key.identity.as_slice()).into()),
        ("r", key.recipient.as_str().into()),
    ])
}

pub(super) fn to_key(row: &JsValue) -> Option<KeyRecord> {
    let with_code = field(row, "c")?.as_bool()?;
    let recipient = field(row, "r")?.as_string()?;
    Some(KeyRecord { with_code, identity: bytes(row, "i")?, recipient })
}

/// `n` number, `v` revision, `w` writer, `t` saved at, `e` expires at, `d` sealed bytes.
pub(super) fn from_slot(draft: DraftId, slot: &Slot) -> JsValue {
    row(&[
        ("n", draft.0.into()),
        ("v", (slot.revision.number() as f64).into()),
        ("w", slot.writer.into()),
        ("t", (slot.saved_at as f64).into()),
        ("e", (slot.expires_at as f64).into()),
        ("d", Uint8Array::from(slot.sealed.as_slice()).into()),
    ])
}

pub(super) fn to_slot(row: &JsValue) -> Option<Slot> {
    let revision = Revision::new(number(row, "v")? as u64)?;
    let writer = number(row, "w")? as u32;
    let (saved_at, expires_at) = (number(row, "t")? as i64, number(row, "e")? as i64);
    Some(Slot { revision, writer, saved_at, expires_at, sealed: bytes(row, "d")? })
}

/// What can be told about the draft of this key, with the times of its newest slot.
pub(super) fn kept(key: &JsValue, slots: &Array) -> Option<Kept> {
    let number_of = |row: &JsValue| number(row, "n");
    let own = number_of(key)?;
    let newest = slots.iter().filter(|row| number_of(row) == Some(own)).filter_map(|row| to_slot(&row));
    let times = newest.max_by_key(|slot| slot.revision).map(|slot| (slot.saved_at, slot.expires_at));
    Some(Kept { draft: DraftId(own as u32), with_code: field(key, "c")?.as_bool()?, times })
}

fn row(fields: &[(&str, JsValue)]) -> JsValue {
    let row = Object::new();
    for (name, value) in fields {
        // A plain object takes any field.
        let _ = Reflect::set(&row, &(*name).into(), value);
    }
    row.into()
}

fn field(row: &JsValue, name: &str) -> Option<JsValue> {
    row.is_object().then(|| Reflect::get(row, &name.into()).ok()).flatten()
}

fn number(row: &JsValue, name: &str) -> Option<f64> {
    field(row, name)?.as_f64()
}

fn bytes(row: &JsValue, name: &str) -> Option<Vec<u8>> {
    Some(field(row, name)?.dyn_into::<Uint8Array>().ok()?.to_vec())
}
