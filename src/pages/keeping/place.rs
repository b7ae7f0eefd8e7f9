//! Remembering the chosen municipality on this device, when the person asks for it.

use leptos::prelude::*;

use crate::{
    browser::preferences::Preference,
    components::{Button, ButtonLook, texts, texts::t},
    pages::{choice::Choice, keeping::Keeper, shared::Shared},
};

/// The chosen municipality, with the button that has it remembered or forgotten. Nothing where none is chosen.
#[component]
pub fn RememberedPlace() -> AnyView {
    let shared = Shared::here();
    let words = texts::texts();
    let kept = RwSignal::new(false);
    let keeper = Keeper::here();
    Effect::new(move |_| {
        // Erasing everything erases this too.
        keeper.told.track();
        kept.set(Preference::Municipality.read().is_some());
    });
    let change = Callback::new(move |()| {
        match shared.chosen().filter(|_| !kept.get_untracked()) {
            // Where storage is switched off nothing is kept, and the button goes on offering it.
            Some(code) => _ = Preference::Municipality.keep(&code.to_string()),
            None => Preference::Municipality.forget(),
        }
        kept.set(Preference::Municipality.read().is_some());
    });
    let view = move || {
        let name = shared
            .choice
            .with(|choice| choice.as_ref().map(|choice: &Choice| choice.name(shared.language()).to_owned()))?;
        let kept = kept.get();
        let button = t(if kept { "drafts.place.forget" } else { "drafts.place.keep" });
        Some(view! {
            <section>
                <p>{words.fill("drafts.place.text", &[("name", &name)])}</p>
                {kept.then(|| view! { <p>{t("drafts.place.kept")}</p> })}
                <Button words=button on_press=change look=ButtonLook::Quiet/>
            </section>
        })
    };
    view.into_any()
}
