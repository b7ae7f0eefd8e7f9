//! The time-out lock: a draft behind a code is locked again when nobody touches the page. Somebody may have left the device, and
//! what was written is stored; the code brings it back.

use leptos::prelude::*;

use crate::{
    browser::{clock, lifecycle},
    drafts::Event,
    pages::{form::desk::Stage, keeping::Keeper},
};

/// Seconds without a touch after which the draft is locked.
const PATIENCE: u64 = 15 * 60;

/// Begins to watch, for as long as the page lives.
pub(super) fn watch(keeper: Keeper) {
    note_use(keeper);
    // A device that slept shows the page again before its timers run: the touch itself looks first.
    let touched = lifecycle::on_use(move || {
        lock_if_idle(keeper);
        note_use(keeper);
    });
    // It ends with the page.
    std::mem::forget(touched);
    clock::every_minute(move |_| lock_if_idle(keeper));
}

fn note_use(keeper: Keeper) {
    keeper.with(|inner| inner.used_at = clock::now_seconds());
}

/// Not while a message is on its way: that page has something to tell yet.
fn lock_if_idle(keeper: Keeper) {
    let sending = keeper.desk.stage.with_untracked(|stage| *stage == Stage::Sending);
    let (with_code, used_at) = keeper.with(|inner| (inner.with_code, inner.used_at));
    let idle = clock::now_seconds().abs_diff(used_at) >= PATIENCE;
    if with_code && idle && !sending {
        keeper.feed(Event::Idle);
    }
}
