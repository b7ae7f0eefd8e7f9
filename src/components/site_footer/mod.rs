//! The foot of every page.

#[cfg(any(feature = "ssr", feature = "gallery"))]
mod examples;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub use examples::examples;

use leptos::prelude::*;

use super::nav_link::{NavLink, nav_items};
use super::texts::t;

/// Links about the site, and plain lines below them.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::{NavLink, SiteFooter};
/// # fn page(links: Vec<NavLink>) -> impl IntoView { view! {
/// <SiteFooter links lines=vec!["Who runs this site".to_owned()]/>
/// # } }
/// ```
#[component]
pub fn SiteFooter(
    /// The links: saved on this device, safety, about, accessibility.
    links: Vec<NavLink>,
    /// Lines of plain text: who runs the site.
    lines: Vec<String>,
) -> AnyView {
    let lines: Vec<AnyView> = lines.into_iter().map(|line| view! { <p>{line}</p> }.into_any()).collect();
    view! {
        <footer class="tuki-footer">
            <nav aria-label=t("components.site_links")>
                <ul class="tuki-footer__links">{nav_items(links)}</ul>
            </nav>
            {lines}
        </footer>
    }
    .into_any()
}
