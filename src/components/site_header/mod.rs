//! The head of every page: the name that leads home, the main links, and a place for language and exit.

#[cfg(any(feature = "ssr", feature = "gallery"))]
mod examples;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub use examples::examples;

use leptos::prelude::*;

use super::nav_link::{NavLink, nav_items};
use super::texts::t;

/// The path that winds to a dot: our sign. Inline, so that it takes the colour of the text and costs no request.
const SIGN: &str = include_str!("../../../public/assets/sign-1.svg");

/// The name of the site, as this deployment shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteName {
    /// The name.
    pub name: String,
    /// The address of the front page in the current language.
    pub home: String,
    /// The county's own logo, instead of our sign.
    pub logo: Option<String>,
}

/// The head of every page.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::{NavLink, SiteHeader, SiteName};
/// # fn page(name: SiteName, links: Vec<NavLink>) -> impl IntoView { view! {
/// <SiteHeader name links>"language switch and exit"</SiteHeader>
/// # } }
/// ```
#[component]
pub fn SiteHeader(
    /// The name that leads home.
    name: SiteName,
    /// The main links.
    links: Vec<NavLink>,
    /// What stands at the end: the language switch and the way out.
    children: Children,
) -> AnyView {
    view! {
        <header class="tuki-header">
            <div class="tuki-header__row">
                <a class="tuki-header__name" href=name.home>{sign(name.logo)} <span>{name.name}</span></a>
                {children()}
            </div>
            <nav class="tuki-header__nav" aria-label=t("components.main_links")>
                <ul class="tuki-header__links">{nav_items(links)}</ul>
            </nav>
        </header>
    }
    .into_any()
}

fn sign(logo: Option<String>) -> AnyView {
    match logo {
        Some(logo) => view! { <img class="tuki-header__logo" src=logo alt=""/> }.into_any(),
        None => view! { <span class="tuki-header__logo" aria-hidden="true" inner_html=SIGN></span> }.into_any(),
    }
}
