//! The way out: leaves the page at once. A plain link, so that it works without the program.

#[cfg(any(feature = "ssr", feature = "gallery"))]
mod examples;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub use examples::examples;

use leptos::prelude::*;

use super::texts::t;

/// The button that leaves this page quickly. With the program, the page covers itself and replaces the history
/// entry; without it, the link is followed as any other.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::QuickExit;
/// # fn page() -> impl IntoView { view! {
/// <QuickExit href="https://www.example.org/".to_owned()/>
/// # } }
/// ```
#[component]
pub fn QuickExit(
    /// Where it leads: a neutral page.
    href: String,
) -> AnyView {
    view! { <a class="tuki-exit" href=href rel="noreferrer" data-exit="">{t("components.leave_page")}</a> }.into_any()
}
