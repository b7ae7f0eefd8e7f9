//! The moments of a page's life that matter to a draft: hidden, left, brought back, left in a hurry.

use js_sys::Promise;
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::future_to_promise;

use crate::{
    browser::{clear, clock, later, leaving, lifecycle, preferences::Preference, shelf::IndexedDbShelf, vault::Vault},
    drafts::{Age, Event, Shelf},
    pages::keeping::{Keeper, idle},
};

/// Begins to listen, for as long as the page lives.
pub fn follow(keeper: Keeper) {
    Effect::new(move |_| {
        let listening = [
            lifecycle::on_hidden(move || feed(keeper, Event::Hidden)),
            lifecycle::on_page_hide(move || feed(keeper, Event::PageHide)),
            lifecycle::on_shown_again(move || leave(keeper)),
            lifecycle::ask_before_leaving(move || !leaving::is_leaving() && keeper.asks_before_leaving()),
        ];
        // They end with the page.
        std::mem::forget(listening);
        leaving::on_quick_exit(move || {
            leave(keeper);
            erase_if_chosen()
        });
        idle::watch(keeper);
        spawn_local(sweep());
    });
}

/// Before the second part of the program is here, no draft is open that could be told; and nobody who leaves waits for it.
fn feed(keeper: Keeper, event: Event) {
    if later::is_here() {
        keeper.feed(event);
    }
}

/// Keys and answers are dropped at once; what is stored stays stored.
fn leave(keeper: Keeper) {
    if later::is_here() {
        Vault::end();
    }
    feed(keeper, Event::Leave);
    // Not only when the machine comes to it: nothing may be seen meanwhile.
    keeper.left_over.set(Vec::new());
    keeper.desk.clear();
}

/// Begins to erase everything that is kept here, where the person has chosen so for an exit in a hurry.
fn erase_if_chosen() -> Option<Promise> {
    Preference::EraseOnExit.read()?;
    Some(future_to_promise(async {
        // Nobody is there any more to be told what came of it.
        clear::erase_everything(clear::ADDRESS).await;
        Ok(JsValue::UNDEFINED)
    }))
}

/// Drafts whose time has run out are deleted unasked, as was promised when they were saved. Nothing is told: somebody
/// else may be looking.
async fn sweep() {
    let Ok(kept) = IndexedDbShelf.list().await else { return };
    for kept in kept {
        let Some((saved_at, expires_at)) = kept.times else { continue };
        if Age::judge(saved_at, expires_at, clock::now_seconds(), None) == Age::Expired {
            // What cannot be deleted now is tried again at the next visit.
            let _ = IndexedDbShelf.delete_key(kept.draft).await;
            let _ = IndexedDbShelf.delete_slots(kept.draft).await;
        }
    }
}
