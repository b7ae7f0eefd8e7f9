//! One command of the draft machine, done with the browser: vault, shelf, lock, timer. Gives the event it ends in.

use leptos::prelude::Set;

use crate::{
    browser::{
        clear::{self, Cleared, Left},
        clock::{self, Timer},
        locks::{self, LockAnswer},
        preferences::Preference,
        shelf::{IndexedDbShelf, new_writer},
        vault::{Vault, VaultError},
    },
    drafts::{
        Command, DraftId, Event, Message, Pick, Reading, Revision, SaveFailure, Shelf, Slot, SlotName, Trouble, pick,
    },
    pages::{
        keeping::{keeper::Keeper, record},
        loading,
    },
};

/// Does one command.
pub(super) async fn run(keeper: Keeper, command: Command) -> Option<Event> {
    match command {
        Command::MakeKey { with_code } => Some(make_key(keeper, with_code).await),
        Command::AskLock => lock(keeper, false).await,
        Command::StealLock => lock(keeper, true).await,
        Command::ReadSlots => Some(Event::Read(read_slots(keeper).await)),
        Command::Seal(revision) => Some(seal(keeper, revision).await),
        Command::Write { slot, revision } => Some(write(keeper, slot, revision).await),
        Command::Prove(revision) => Some(Event::Proven(opens(keeper, revision).await)),
        Command::ClearIfLast => Some(clear_if_last(keeper).await),
        Command::ClearAll => Some(gone(keeper, clear::erase_everything(clear::ADDRESS).await)),
        quiet => {
            run_quiet(keeper, quiet).await;
            None
        }
    }
}

/// The commands that end in no event.
async fn run_quiet(keeper: Keeper, command: Command) {
    match command {
        Command::StartTimer { milliseconds } => start_timer(keeper, milliseconds),
        Command::StopTimer => keeper.with(|inner| inner.timer = None),
        Command::ReleaseLock => keeper.with(|inner| inner.lock = None),
        Command::ShowDraft => record::show(keeper),
        Command::DropKeys => drop_keys(keeper).await,
        Command::DropAnswers => {
            keeper.left_over.set(Vec::new());
            keeper.desk.clear();
        }
        Command::DeleteKey => delete(keeper, What::Key).await,
        Command::DeleteSlots => delete(keeper, What::Slots).await,
        Command::Tell(message) => keeper.tell(message),
        _ => {}
    }
}

fn start_timer(keeper: Keeper, milliseconds: u32) {
    let timer = Timer::start(milliseconds, move || keeper.feed(Event::Timer));
    keeper.with(|inner| inner.timer = timer);
}

/// Makes the draft's key, stores it, and takes the lock of the new draft.
async fn make_key(keeper: Keeper, with_code: bool) -> Event {
    match try_make_key(keeper, with_code).await {
        Ok(()) => Event::Started,
        Err(trouble) => Event::StartFailed(trouble),
    }
}

async fn try_make_key(keeper: Keeper, with_code: bool) -> Result<(), Trouble> {
    let code = keeper.with(|inner| inner.code.take()).filter(|_| with_code);
    let vault = loading::vault(keeper.shared).await.map_err(|_| Trouble::NoVault)?;
    let key = vault.new_draft(code.as_deref()).await.map_err(|_| Trouble::NoVault)?;
    let with_code = key.with_code;
    let draft = IndexedDbShelf.begin(key).await.map_err(Trouble::from)?;
    keeper.with(|inner| {
        inner.with_code = with_code;
        inner.vault = Some(vault);
        inner.draft = Some(draft);
        inner.writer = new_writer();
        inner.seen = None;
    });
    lock(keeper, false).await;
    Ok(())
}

async fn lock(keeper: Keeper, steal: bool) -> Option<Event> {
    let draft = draft_of(keeper)?;
    let lost = move || keeper.feed(Event::LockLost);
    let answer = if steal { locks::take_over(draft, lost).await } else { locks::ask(draft, lost).await };
    match answer {
        LockAnswer::Granted(lock) => {
            keeper.with(|inner| inner.lock = Some(lock));
            Some(Event::LockGranted)
        }
        LockAnswer::Busy => Some(Event::LockBusy),
    }
}

fn draft_of(keeper: Keeper) -> Option<DraftId> {
    keeper.with(|inner| inner.draft)
}

async fn read_slots(keeper: Keeper) -> Reading {
    let (Some(draft), Some(vault)) = (draft_of(keeper), keeper.with(|inner| inner.vault.clone())) else {
        return Reading::Failed(Trouble::NoVault);
    };
    let slots = match IndexedDbShelf.slots(draft).await {
        Ok(slots) => slots,
        Err(error) => return Reading::Failed(error.into()),
    };
    let found = pick(&slots, async |sealed: &[u8]| vault.read(sealed).await.ok()).await;
    let reading = Reading::from(&found);
    keeper.with(|inner| {
        inner.seen = slots.newest_mark();
        inner.picked = if let Pick::Opened(picked) = found { Some(picked) } else { None };
    });
    reading
}

async fn seal(keeper: Keeper, revision: Revision) -> Event {
    let failed = |trouble| Event::SaveFailed(revision, SaveFailure::Trouble(trouble));
    let Some(vault) = keeper.with(|inner| inner.vault.clone()) else { return failed(Trouble::NoVault) };
    let (record, expires_at) = record::take(keeper);
    let mut saved = vault.save(record.as_bytes()).await;
    if saved == Err(VaultError::Locked) && take_key_up_again(keeper, &vault).await {
        saved = vault.save(record.as_bytes()).await;
    }
    match saved {
        Ok(sealed) => {
            keeper.with(|inner| inner.sealed = Some((revision, expires_at, sealed.bytes)));
            Event::Sealed(revision)
        }
        Err(_) => failed(Trouble::NoVault),
    }
}

/// A worker that broke has lost its keys. A key that lies beside its draft is taken up again; one behind a code is not at hand.
async fn take_key_up_again(keeper: Keeper, vault: &Vault) -> bool {
    let Some(draft) = draft_of(keeper) else { return false };
    let key = IndexedDbShelf.key(draft).await.ok().flatten().filter(|key| !key.with_code);
    match key {
        Some(key) => vault.unlock(&key, None).await.is_ok(),
        None => false,
    }
}

async fn write(keeper: Keeper, name: SlotName, revision: Revision) -> Event {
    debug_assert_eq!(name, revision.slot());
    let sealed = keeper.with(|inner| inner.sealed.take()).filter(|(sealed, ..)| *sealed == revision);
    let (Some(draft), Some((_, expires_at, bytes))) = (draft_of(keeper), sealed) else {
        return Event::SaveFailed(revision, SaveFailure::Trouble(Trouble::NoVault));
    };
    let (writer, seen) = keeper.with(|inner| (inner.writer, inner.seen));
    let slot = Slot { revision, writer, saved_at: clock::now_seconds(), expires_at, sealed: bytes };
    match IndexedDbShelf.write(draft, slot, seen).await {
        Ok(revision) => Event::Saved(revision),
        Err(error) => Event::SaveFailed(revision, error.into()),
    }
}

async fn opens(keeper: Keeper, revision: Revision) -> bool {
    let (Some(draft), Some(vault)) = (draft_of(keeper), keeper.with(|inner| inner.vault.clone())) else { return false };
    let Ok(slots) = IndexedDbShelf.slots(draft).await else { return false };
    let slot = slots.get(revision.slot()).filter(|slot| slot.revision == revision);
    match slot {
        Some(slot) => vault.read(&slot.sealed).await.is_ok(),
        None => false,
    }
}

/// Wipes the keys in the vault, if there is one.
pub(super) async fn drop_keys(keeper: Keeper) {
    // A vault that was ended has no keys, and asking it would start another.
    if let Some(vault) = keeper.with(|inner| inner.vault.take()).filter(|_| Vault::is_running()) {
        // A vault that does not answer has no keys either: it has been ended.
        let _ = vault.lock().await;
    }
}

enum What {
    Key,
    Slots,
}

async fn delete(keeper: Keeper, what: What) {
    let Some(draft) = draft_of(keeper) else { return };
    // A failure is seen by the look that follows (`ClearIfLast`, `ClearAll`).
    let _ = match what {
        What::Key => IndexedDbShelf.delete_key(draft).await,
        What::Slots => IndexedDbShelf.delete_slots(draft).await,
    };
}

/// Deletes a draft that is not the one in hand, and gives what is told of it.
pub(super) async fn forget_other(keeper: Keeper, draft: DraftId) -> Message {
    // A failure is seen by the look that follows.
    let _ = IndexedDbShelf.delete_key(draft).await;
    let _ = IndexedDbShelf.delete_slots(draft).await;
    match look_after(keeper, Some(draft)).await {
        Event::Gone => Message::Forgotten,
        Event::PartlyGone => Message::ErasedPartly,
        _ => Message::NotForgotten,
    }
}

async fn clear_if_last(keeper: Keeper) -> Event {
    look_after(keeper, keeper.with(|inner| inner.draft.take())).await
}

/// After a draft was forgotten: is it gone, and was it the only thing kept?
async fn look_after(keeper: Keeper, draft: Option<DraftId>) -> Event {
    match IndexedDbShelf.list().await {
        Err(error) => Event::GoneFailed(error.into()),
        Ok(kept) if kept.iter().any(|kept| Some(kept.draft) == draft) => Event::GoneFailed(Trouble::Blocked),
        Ok(kept) if kept.is_empty() => clear_all_but_preferences(keeper).await,
        Ok(_) => Event::Gone,
    }
}

/// The clearing address takes everything; what the person asked to have remembered is written down again.
async fn clear_all_but_preferences(keeper: Keeper) -> Event {
    let asked = [Preference::Municipality, Preference::EraseOnExit].map(|preference| (preference, preference.read()));
    let mut cleared = clear::clear_by_site(clear::ADDRESS).await;
    for (preference, value) in asked {
        let Some(value) = value else { continue };
        cleared.left.retain(|left| *left != Left::Preferences);
        // Storage that is full or off forgets it, which nobody loses a word by.
        let _ = preference.keep(&value);
    }
    gone(keeper, cleared)
}

fn gone(keeper: Keeper, cleared: Cleared) -> Event {
    let event = if cleared.is_whole() { Event::Gone } else { Event::PartlyGone };
    keeper.cleared.set(Some(cleared));
    event
}
