//! The row that stands on every page: 112, and the chosen county's social emergency service.

use leptos::prelude::*;

use crate::{
    components::{EmergencyContact, EmergencyRow, texts::t},
    contacts::{Way, social_emergency},
    domain::ContactService,
    pages::{choice::Choice, shared::Shared},
};

/// The emergency row. Follows the chosen municipality.
#[component]
pub fn Emergency() -> AnyView {
    let shared = Shared::here();
    let row = move || {
        let social = shared.choice.with(|choice| choice.as_ref().map(|choice| contact(choice, shared)));
        view! { <EmergencyRow social/> }
    };
    row.into_any()
}

fn contact(choice: &Choice, shared: Shared) -> EmergencyContact {
    let label = t(&format!("contacts.service_name.{}", ContactService::SocialEmergency.id()));
    match social_emergency(&choice.county, choice.code(), shared.today.get()) {
        Way::CountySite { url } => EmergencyContact { label, number: bare(&url), href: Some(url) },
        Way::Contact { contact, .. } => {
            let way = super::contact_card::link_of(&contact.channel);
            EmergencyContact { label, number: way.0, href: way.1 }
        }
    }
}

/// An address without its scheme, as people say it.
pub fn bare(url: &str) -> String {
    let bare = url.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    bare.split('/').next().unwrap_or(bare).to_owned()
}
