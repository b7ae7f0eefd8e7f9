//! Erase everything here: what goes is listed first, and what came of it is told honestly.

use leptos::prelude::*;

use crate::{
    components::{Button, ButtonLook, texts::t},
    drafts::Event,
    pages::keeping::Keeper,
};

/// The button and its question.
#[component]
pub fn Erasing() -> AnyView {
    let keeper = Keeper::here();
    let asking = RwSignal::new(false);
    let ask = Callback::new(move |()| asking.set(true));
    let cancel = Callback::new(move |()| asking.set(false));
    let erase = Callback::new(move |()| {
        asking.set(false);
        keeper.feed(Event::Erase);
    });
    let view = move || {
        if !asking.get() {
            return view! { <Button words=t("drafts.erase.action") on_press=ask look=ButtonLook::Danger/> }.into_any();
        }
        let goes = ["drafts", "unsent", "preferences", "offline", "here"];
        let goes: Vec<_> = goes.iter().map(|key| view! { <li>{t(&format!("drafts.erase.{key}"))}</li> }).collect();
        view! {
            <h2>{t("drafts.erase.title")}</h2>
            <p>{t("drafts.erase.text")}</p>
            <ul>{goes}</ul>
            <p>{t("drafts.erase.history")}</p>
            <div class="tuki-buttons">
                <Button words=t("drafts.erase.confirm") on_press=erase look=ButtonLook::Danger/>
                <Button words=t("drafts.erase.cancel") on_press=cancel look=ButtonLook::Quiet/>
            </div>
        }
        .into_any()
    };
    view! { <section class="tuki-erasing">{view}</section> }.into_any()
}
