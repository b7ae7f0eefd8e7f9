//! Something to open when wanted, without any program: the browser's own `details`.

#[cfg(any(feature = "ssr", feature = "gallery"))]
mod examples;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub use examples::examples;

use leptos::prelude::*;

/// A line that opens to more.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::Details;
/// # let _ = || view! {
/// <Details summary="Why do we ask?".to_owned()><p>"To find the right team."</p></Details>
/// # };
/// ```
#[component]
pub fn Details(
    /// The line that is always seen.
    summary: String,
    /// What it opens to.
    children: Children,
) -> AnyView {
    view! {
        <details class="tuki-details">
            <summary>{summary}</summary>
            <div class="tuki-details__body">{children()}</div>
        </details>
    }
    .into_any()
}
