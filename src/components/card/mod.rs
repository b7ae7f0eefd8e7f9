//! A box with a heading of its own, and a list of links that each lead to a page.

#[cfg(any(feature = "ssr", feature = "gallery"))]
mod examples;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub use examples::examples;

use leptos::prelude::*;

/// A box with a heading of the second level.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::Card;
/// # let _ = || view! {
/// <Card title="Who answers".to_owned()><p>"Weekdays from 9 to 15."</p></Card>
/// # };
/// ```
#[component]
pub fn Card(
    /// The heading.
    title: String,
    /// What the box holds.
    children: Children,
) -> AnyView {
    view! {
        <section class="tuki-card">
            <h2 class="tuki-card__title">{title}</h2>
            {children()}
        </section>
    }
    .into_any()
}

/// A page to go to: its name and a sentence about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkCard {
    /// The address.
    pub href: String,
    /// The name of the page.
    pub title: String,
    /// A sentence about it. May be empty.
    pub text: String,
}

/// A list of pages to go to.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::{LinkCard, LinkCards};
/// # fn page(cards: Vec<LinkCard>) -> impl IntoView { view! {
/// <LinkCards cards/>
/// # } }
/// ```
#[component]
pub fn LinkCards(
    /// The pages, in order.
    cards: Vec<LinkCard>,
) -> AnyView {
    let items: Vec<AnyView> = cards.into_iter().map(link_card).collect();
    view! { <ul class="tuki-cards">{items}</ul> }.into_any()
}

fn link_card(card: LinkCard) -> AnyView {
    let text = (!card.text.is_empty()).then(|| view! { <p class="tuki-cards__text">{card.text}</p> });
    view! {
        <li class="tuki-cards__item">
            <a class="tuki-cards__link" href=card.href>{card.title}</a>
            {text}
        </li>
    }
    .into_any()
}
