//! Whom to call when someone is in danger now. Calm, with the numbers large.

#[cfg(any(feature = "ssr", feature = "gallery"))]
mod examples;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub use examples::examples;

use leptos::prelude::*;

use super::texts::t;

/// The social emergency service of the chosen county.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmergencyContact {
    /// Whom one reaches, such as the county's name for its social emergency service.
    pub label: String,
    /// The number as shown.
    pub number: String,
    /// `tel:` and the number; an invented number has none.
    pub href: Option<String>,
}

/// 112, and the county's social emergency service where it is known.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::{EmergencyContact, EmergencyRow};
/// # fn page(social: Option<EmergencyContact>) -> impl IntoView { view! {
/// <EmergencyRow social/>
/// # } }
/// ```
#[component]
pub fn EmergencyRow(
    /// The county's social emergency service, where a county is chosen and the number is known.
    social: Option<EmergencyContact>,
) -> AnyView {
    view! {
        <aside class="tuki-emergency" aria-label=t("components.emergency.name")>
            <p class="tuki-emergency__item">
                <span class="tuki-emergency__words">{t("components.emergency.danger")}</span>
                " "
                <a class="tuki-emergency__number" href="tel:112">"112"</a>
            </p>
            {social.map(social_item)}
        </aside>
    }
    .into_any()
}

fn social_item(contact: EmergencyContact) -> AnyView {
    let number = match contact.href {
        Some(href) => view! { <a class="tuki-emergency__number" href=href>{contact.number}</a> }.into_any(),
        None => view! { <strong class="tuki-emergency__number">{contact.number}</strong> }.into_any(),
    };
    view! {
        <p class="tuki-emergency__item"><span class="tuki-emergency__words">{contact.label}</span> " " {number}</p>
    }
    .into_any()
}
