//! Help lines: whom to call or write to for a talk, with hours and source date.

#[cfg(any(feature = "ssr", feature = "gallery"))]
mod examples;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub use examples::examples;

use leptos::prelude::*;

use super::contact_line::{ContactLine, ContactValues};

/// A help line: its name, what it is for, and the ways to reach it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpLine {
    /// The name.
    pub name: String,
    /// A sentence on what it is for. May be empty.
    pub text: String,
    /// The ways to reach it.
    pub ways: Vec<ContactValues>,
}

/// Help lines under a heading of the second level.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::{HelpLine, HelpLines};
/// # fn page(lines: Vec<HelpLine>) -> impl IntoView { view! {
/// <HelpLines title="Someone to talk to".to_owned() lines/>
/// # } }
/// ```
#[component]
pub fn HelpLines(
    /// The heading.
    title: String,
    /// The help lines, in order.
    lines: Vec<HelpLine>,
) -> AnyView {
    let lines: Vec<AnyView> = lines.into_iter().map(help_line).collect();
    view! {
        <section class="tuki-help">
            <h2>{title}</h2>
            {lines}
        </section>
    }
    .into_any()
}

fn help_line(line: HelpLine) -> AnyView {
    let text = (!line.text.is_empty()).then(|| view! { <p>{line.text}</p> });
    let ways: Vec<AnyView> = line.ways.into_iter().map(|values| view! { <ContactLine values/> }.into_any()).collect();
    view! {
        <div class="tuki-help__line">
            <h3>{line.name}</h3>
            {text}
            <ul class="tuki-contacts">{ways}</ul>
        </div>
    }
    .into_any()
}
