//! A link of the header or the footer.

use leptos::prelude::*;

/// Where a link leads, what it says, and whether it is this page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavLink {
    /// The address.
    pub href: String,
    /// The words of the link.
    pub words: String,
    /// Whether the person is there now (`aria-current`).
    pub current: bool,
}

impl NavLink {
    /// A link to another page.
    pub fn new(href: impl Into<String>, words: impl Into<String>) -> Self {
        Self { href: href.into(), words: words.into(), current: false }
    }
}

/// The links as items of a list.
pub(super) fn nav_items(links: Vec<NavLink>) -> Vec<AnyView> {
    links.into_iter().map(nav_item).collect()
}

fn nav_item(link: NavLink) -> AnyView {
    view! { <li><a href=link.href aria-current=link.current.then_some("page")>{link.words}</a></li> }.into_any()
}
