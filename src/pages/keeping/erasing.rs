//! Erase everything here: what goes is listed first, and what came of it is told honestly.

use leptos::prelude::*;

use crate::{
    components::{ButtonLook, texts::t},
    drafts::Event,
    pages::{
        form::post::Post,
        keeping::{Asking, Keeper},
    },
};

/// The button and its question.
#[component]
pub fn Erasing() -> AnyView {
    let keeper = Keeper::here();
    let post = Post::here();
    let erase = Callback::new(move |()| {
        keeper.feed(Event::Erase);
        // A message that has not left is listed among what goes.
        post.begin_anew();
        keeper.desk.clear();
    });
    let more = Callback::new(|()| {
        let goes = ["drafts", "unsent", "preferences", "offline", "here"];
        let goes: Vec<_> = goes.iter().map(|key| view! { <li>{t(&format!("drafts.erase.{key}"))}</li> }).collect();
        view! { <ul>{goes}</ul><p>{t("drafts.erase.history")}</p> }.into_any()
    });
    let key = |part: &str| format!("drafts.erase.{part}");
    view! { <Asking key name="erase".to_owned() more look=ButtonLook::Danger on_confirm=erase/> }.into_any()
}
