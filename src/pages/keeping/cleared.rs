//! What is told after erasing: the message, and what could not be done.

use leptos::prelude::*;

use crate::{
    browser::clear::{Cleared, Left, SiteAnswer},
    components::texts::{t, t_fill},
    drafts::{Message, Parting, State},
    pages::keeping::{Keeper, Told},
};

/// What was told last, for a page that has no other status; while something is being deleted, that.
#[component]
pub fn ToldLast() -> AnyView {
    let keeper = Keeper::here();
    let erasing = Memo::new(move |_| keeper.state.with(|state| *state == State::Parting(Parting::Erase)));
    let view = move || {
        if erasing.get() {
            return view! { <p>{t("drafts.erase.working")}</p> }.into_any();
        }
        keeper.told.get().map(|told| draw(keeper, told)).into_any()
    };
    view! { <div role="status">{view}</div> }.into_any()
}

fn draw(keeper: Keeper, told: Told) -> AnyView {
    let partly = told.message == Message::ErasedPartly;
    let cleared = partly.then(|| keeper.cleared.get_untracked()).flatten();
    let lines: Vec<_> = cleared.iter().flat_map(not_done).map(|line| view! { <p>{line}</p> }).collect();
    view! { <div class="tuki-notice"><p>{t(&told.message.key())}</p>{lines}</div> }.into_any()
}

/// What was not done, in words.
fn not_done(cleared: &Cleared) -> Vec<String> {
    let site = match cleared.site {
        SiteAnswer::Cleared => None,
        SiteAnswer::NoHeader => Some(t("drafts.erase.no_header")),
        SiteAnswer::Offline => Some(t("drafts.erase.offline_now")),
    };
    let mut left: Vec<String> = cleared.left.iter().map(|left| t(name(*left))).collect();
    left.dedup();
    let left = (!left.is_empty()).then(|| t_fill("drafts.erase.left", &[("what", &left.join(", "))]));
    site.into_iter().chain(left).collect()
}

const fn name(left: Left) -> &'static str {
    match left {
        Left::Database => "drafts.erase.drafts",
        Left::Preferences => "drafts.erase.preferences",
        Left::OfflinePages | Left::OfflineProgram => "drafts.erase.offline",
    }
}
