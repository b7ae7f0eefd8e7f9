//! The moments of a page's life that matter to a draft: hidden, left, brought back, left in a hurry.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{clock, leaving, lifecycle, shelf::IndexedDbShelf, vault::Vault},
    drafts::{Age, Event, Shelf},
    pages::keeping::{Keeper, idle},
};

/// Begins to listen, for as long as the page lives.
pub fn follow(keeper: Keeper) {
    Effect::new(move |_| {
        let listening = [
            lifecycle::on_hidden(move || keeper.feed(Event::Hidden)),
            lifecycle::on_page_hide(move || keeper.feed(Event::PageHide)),
            lifecycle::on_shown_again(move || leave(keeper)),
            lifecycle::ask_before_leaving(move || !leaving::is_leaving() && keeper.asks_before_leaving()),
        ];
        // They end with the page.
        std::mem::forget(listening);
        leaving::on_quick_exit(move || leave(keeper));
        idle::watch(keeper);
        spawn_local(sweep());
    });
}

/// Keys and answers are dropped at once; what is stored stays stored.
fn leave(keeper: Keeper) {
    Vault::end();
    keeper.feed(Event::Leave);
    keeper.desk.clear_answers();
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
