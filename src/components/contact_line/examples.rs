//! Examples of ways to reach somebody. The numbers are invented and cannot be dialled.

use leptos::prelude::*;

use super::{ContactKind, ContactLine, ContactValues, Freshness};
use crate::components::example::Example;

/// Every example of this component.
pub fn examples() -> Vec<Example> {
    vec![Example::new("phone_and_site", phone_and_site), Example::new("not_confirmed", not_confirmed)]
}

fn values(kind: ContactKind, label: &str, text: &str, href: Option<&str>) -> ContactValues {
    ContactValues {
        kind,
        label: label.to_owned(),
        text: text.to_owned(),
        href: href.map(str::to_owned),
        hours: Vec::new(),
        freshness: None,
    }
}

fn phone_and_site() -> AnyView {
    let mut phone = values(ContactKind::Phone, "Palvelutarpeen arviointitiimi", "099 000 0001", None);
    phone.hours = vec!["Avoinna nyt, sulkeutuu klo 15".to_owned(), "ma–to klo 9–15, pe klo 9–13".to_owned()];
    phone.freshness = Some(Freshness { words: "Tarkistettu 3.11.2026".to_owned(), fresh: true });
    let site = values(ContactKind::Web, "Hyvinvointialueen oma sivu", "hyvinvointialue.example", Some("#site"));
    let place = values(ContactKind::Place, "Käyntiosoite", "Esimerkkikatu 1, Esimerkkilä", None);
    view! {
        <ul class="tuki-contacts">
            <ContactLine values=phone/>
            <ContactLine values=site/>
            <ContactLine values=place/>
        </ul>
    }
    .into_any()
}

fn not_confirmed() -> AnyView {
    let mut mail = values(ContactKind::Mail, "Lapsiperheiden sosiaalipalvelut", "perheet@alue.example", Some("#mail"));
    mail.freshness =
        Some(Freshness { words: "Ei vahvistettu: tarkista hyvinvointialueen omalta sivulta".to_owned(), fresh: false });
    view! { <ul class="tuki-contacts"><ContactLine values=mail/></ul> }.into_any()
}
