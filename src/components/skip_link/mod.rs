//! The first link of a page: past the header, straight to the content.

#[cfg(any(feature = "ssr", feature = "gallery"))]
mod examples;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub use examples::examples;

use leptos::prelude::*;

use super::texts::t;

/// A link to the content, seen when it has the focus. The frame's `<main id="main" tabindex="-1">` is its target.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::SkipLink;
/// # let _ = || view! {
/// <SkipLink/>
/// # };
/// ```
#[component]
pub fn SkipLink() -> AnyView {
    view! { <a class="tuki-skip" href="#main">{t("components.skip")}</a> }.into_any()
}
