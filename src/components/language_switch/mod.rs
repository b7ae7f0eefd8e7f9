//! The same page in the other languages. Links, so that it works without the program.

#[cfg(any(feature = "ssr", feature = "gallery"))]
mod examples;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub use examples::{examples, links};

use leptos::prelude::*;

use super::texts::t;
use crate::domain::Language;

/// A language and this page's address in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageLink {
    /// The language.
    pub language: Language,
    /// The address of this page in it.
    pub href: String,
    /// Whether the page is in this language now.
    pub current: bool,
}

/// Links to this page in every language, each named in its own language.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::{LanguageLink, LanguageSwitch};
/// # fn page(links: Vec<LanguageLink>) -> impl IntoView { view! {
/// <LanguageSwitch links/>
/// # } }
/// ```
#[component]
pub fn LanguageSwitch(
    /// The languages, in order.
    links: Vec<LanguageLink>,
) -> AnyView {
    let items: Vec<AnyView> = links.into_iter().map(language_item).collect();
    view! {
        <nav class="tuki-languages" aria-label=t("components.languages")>
            <ul class="tuki-languages__list" translate="no">{items}</ul>
        </nav>
    }
    .into_any()
}

fn language_item(link: LanguageLink) -> AnyView {
    let code = link.language.code();
    view! {
        <li>
            <a class="tuki-languages__link" href=link.href lang=code hreflang=code aria-current=link.current.then_some("true")>
                {link.language.own_name()}
            </a>
        </li>
    }
    .into_any()
}
