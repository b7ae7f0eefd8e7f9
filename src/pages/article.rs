//! A page that is only text. Its words are in the page, not in the program: the element adopts what stands there.

use leptos::prelude::*;

use crate::{
    browser::page,
    pages::{form::desk::Desk, shared::Shared},
};

/// The boxes "we would like to hear about this", by their name in the page.
const TICK: &str = "tick";

/// The article of the present page. What is ticked in it goes into the self-referral, and stands ticked on every page that
/// has the same box.
#[component]
pub fn ArticlePage() -> impl IntoView {
    let article = Shared::here().article;
    let desk = Desk::here();
    Effect::new(move |before: Option<()>| {
        if before.is_none() {
            // Boxes may have been ticked before the program was there.
            desk.wish(page::boxes(TICK).into_iter().filter(|(_, ticked)| *ticked));
        }
        article.track();
        let wishes = desk.wishes();
        page::after_drawing(move || page::set_boxes(TICK, &wishes));
    });
    let turned = move |_| desk.wish(page::boxes(TICK));
    view! {
        <article
            id="article"
            class="tuki-article"
            data-slot=""
            inner_html=move || article.get()
            on:change=turned
        ></article>
    }
}
