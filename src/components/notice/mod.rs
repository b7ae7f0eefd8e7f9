//! A calm box that says one thing: news, a warning, something done, or help in danger.

#[cfg(any(feature = "ssr", feature = "gallery"))]
mod examples;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub use examples::examples;

use leptos::prelude::*;

/// What the notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Good to know.
    Info,
    /// Mind this.
    Warning,
    /// Help in danger. Calm all the same: it is read by someone who is afraid.
    Emergency,
    /// Done.
    Success,
}

impl NoticeKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Info => "tuki-notice",
            Self::Warning => "tuki-notice tuki-notice--warning",
            Self::Emergency => "tuki-notice tuki-notice--emergency",
            Self::Success => "tuki-notice tuki-notice--success",
        }
    }
}

/// A notice. Its kind shows in colour and in the line at its side; its words must be enough without either.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::{Notice, NoticeKind};
/// # let _ = || view! {
/// <Notice kind=NoticeKind::Info title="Good to know".to_owned()><p>"You can stop at any time."</p></Notice>
/// # };
/// ```
#[component]
pub fn Notice(
    /// What the notice is about.
    kind: NoticeKind,
    /// A few words above, set in bold. May be empty.
    #[prop(optional)]
    title: String,
    /// Whether a screen reader reads it when it appears (`role="status"`).
    #[prop(optional)]
    spoken: bool,
    /// What it says.
    children: Children,
) -> AnyView {
    let title = (!title.is_empty()).then(|| view! { <p class="tuki-notice__title">{title}</p> });
    view! { <div class=kind.class() role=spoken.then_some("status")>{title} {children()}</div> }.into_any()
}
