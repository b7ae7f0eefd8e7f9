//! A page that is only text. Its words are in the page, not in the program: the element adopts what stands there.

use leptos::prelude::*;

use crate::pages::shared::Shared;

/// The article of the present page.
#[component]
pub fn ArticlePage() -> impl IntoView {
    let article = Shared::here().article;
    view! { <article id="article" class="tuki-article" data-slot="" inner_html=move || article.get()></article> }
}
