//! One way to reach somebody: a number, an address or a site, when it answers and how fresh the knowledge is.

#[cfg(any(feature = "ssr", feature = "gallery"))]
mod examples;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub use examples::examples;

use leptos::prelude::*;

/// What kind of way this is; decides the small drawing beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactKind {
    /// A phone number.
    Phone,
    /// An e-mail address.
    Mail,
    /// A web page.
    Web,
    /// A place.
    Place,
}

impl ContactKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Phone => "tuki-contact tuki-contact--phone",
            Self::Mail => "tuki-contact tuki-contact--mail",
            Self::Web => "tuki-contact tuki-contact--web",
            Self::Place => "tuki-contact tuki-contact--place",
        }
    }
}

/// When a contact was last checked, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Freshness {
    /// Such as "Checked 3.11.2026", or "Not confirmed: check on the county's own page".
    pub words: String,
    /// Whether the check is young enough to rely on. An old one is shown in amber.
    pub fresh: bool,
}

/// One way to reach somebody, in plain values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactValues {
    /// What kind of way this is.
    pub kind: ContactKind,
    /// Whom one reaches.
    pub label: String,
    /// The number, address or name of the page, as shown.
    pub text: String,
    /// Where it leads (`tel:`, `mailto:`, `https:`). An invented or unusable number has none.
    pub href: Option<String>,
    /// When it answers, in words, a line each.
    pub hours: Vec<String>,
    /// When it was checked, where that is to be shown.
    pub freshness: Option<Freshness>,
}

/// One way to reach somebody. Stands in a `<ul class="tuki-contacts">`.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::{ContactLine, ContactValues};
/// # fn page(values: ContactValues) -> impl IntoView { view! {
/// <ul class="tuki-contacts"><ContactLine values/></ul>
/// # } }
/// ```
#[component]
pub fn ContactLine(
    /// The way to show.
    values: ContactValues,
) -> AnyView {
    let class = values.kind.class();
    let hours: Vec<AnyView> = values.hours.into_iter().map(hours_line).collect();
    view! {
        <li class=class>
            <p class="tuki-contact__label">{values.label}</p>
            <p class="tuki-contact__value">{value(values.text, values.href)}</p>
            {hours}
            {values.freshness.map(freshness)}
        </li>
    }
    .into_any()
}

fn value(text: String, href: Option<String>) -> AnyView {
    match href {
        Some(href) => view! { <a href=href>{text}</a> }.into_any(),
        None => view! { <strong>{text}</strong> }.into_any(),
    }
}

fn hours_line(words: String) -> AnyView {
    view! { <p>{words}</p> }.into_any()
}

fn freshness(freshness: Freshness) -> AnyView {
    let class =
        if freshness.fresh { "tuki-contact__checked" } else { "tuki-contact__checked tuki-contact__checked--old" };
    view! { <p class=class>{freshness.words}</p> }.into_any()
}
