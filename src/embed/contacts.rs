//! Who answers in one municipality, as a framed view shows it.

use leptos::prelude::*;

use crate::{
    components::texts::t_fill,
    domain::ContactService,
    pages::{
        choice::Choice,
        contact_card::card,
        contacts::{county_words, writing},
        shared::Shared,
    },
};

/// Heading, county, the way to write, and a card for each kind of matter. The page around it provides texts and state.
pub fn contacts(choice: &Choice, shared: Shared) -> AnyView {
    let cards: Vec<AnyView> = ContactService::ALL
        .into_iter()
        .map(|service| {
            view! { <section class="tuki-card" id=service.id()>{card(choice, service, shared)}</section> }.into_any()
        })
        .collect();
    view! {
        <h1 tabindex="-1">{t_fill("contacts.card.title", &[("name", choice.name(shared.language()))])}</h1>
        <p>{county_words(choice, shared)}</p>
        {writing(choice, shared)}
        <div class="tuki-card-grid">{cards}</div>
    }
    .into_any()
}
