//! Whether leaving in a hurry erases what is kept here, when the person asks for it.

use leptos::prelude::*;

use crate::{
    browser::preferences::Preference,
    components::{Button, ButtonLook, texts::t},
    pages::keeping::Keeper,
};

/// What leaving in a hurry does with what is kept, and the button that changes it.
#[component]
pub fn ErasedOnExit() -> AnyView {
    let chosen = RwSignal::new(false);
    let look = move || chosen.set(Preference::EraseOnExit.read().is_some());
    let keeper = Keeper::here();
    Effect::new(move |_| {
        // Erasing everything erases this choice too.
        keeper.told.track();
        look();
    });
    let change = Callback::new(move |()| {
        if chosen.get_untracked() {
            Preference::EraseOnExit.forget();
        } else {
            // Where storage is switched off nothing is kept that could be erased, and the button goes on offering it.
            let _ = Preference::EraseOnExit.keep("1");
        }
        look();
    });
    let view = move || {
        let (text, button) = if chosen.get() {
            ("drafts.exit.erases", "drafts.exit.keep")
        } else {
            ("drafts.exit.keeps", "drafts.exit.erase")
        };
        view! {
            <p>{t(text)}</p>
            <Button words=t(button) on_press=change look=ButtonLook::Quiet/>
        }
    };
    view! { <section>{view}</section> }.into_any()
}
