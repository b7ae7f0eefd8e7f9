//! The line that says that this is not a county's own service.

#[cfg(any(feature = "ssr", feature = "gallery"))]
mod examples;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub use examples::examples;

use leptos::prelude::*;

use super::texts::t;

/// What kind of site this is, where it is not a county's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotOwn {
    /// A demonstration with an invented county.
    Demo,
    /// The national guide, connected to nobody.
    National,
}

/// Says on every page what the site is, and that nothing reaches an authority.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::{DemoBanner, NotOwn};
/// # let _ = || view! {
/// <DemoBanner site=NotOwn::Demo/>
/// # };
/// ```
#[component]
pub fn DemoBanner(
    /// What kind of site this is.
    site: NotOwn,
) -> AnyView {
    let words = match site {
        NotOwn::Demo => t("components.demo"),
        NotOwn::National => t("components.national"),
    };
    view! { <aside class="tuki-banner" aria-label=t("components.about_site")><p>{words}</p></aside> }.into_any()
}
