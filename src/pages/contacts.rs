//! Choose the municipality, and see who answers there for each kind of matter.

use leptos::prelude::*;

use crate::{
    browser::page,
    components::{
        Details, FieldWords, LinkButton, no_problem,
        texts::{t, t_fill},
    },
    domain::ContactService,
    pages::{choice::Choice, contact_card::card, selector::Selector, shared::Shared},
    routes::Route,
};

/// The contacts page, also for one municipality.
#[component]
pub fn ContactsPage() -> AnyView {
    let shared = Shared::here();
    Effect::new(move |_| {
        let title = shared.choice.with(|choice| title(choice.as_ref(), shared));
        page::set_head(&title, shared.language());
    });
    let words = FieldWords::new("municipality", t("contacts.find.label")).hint(t("contacts.find.hint"));
    view! {
        <h1>{t("app.contact.title")}</h1>
        <Selector words problem=no_problem()/>
        <Details summary=t("contacts.find.unknown")><p>{t("contacts.find.unknown_help")}</p></Details>
        <div aria-live="polite">{move || shared.choice.get().map(|choice| cards(&choice, shared))}</div>
        <div id="municipalities" data-slot="" inner_html=move || shared.municipalities.get()></div>
    }
    .into_any()
}

fn title(choice: Option<&Choice>, shared: Shared) -> String {
    choice.map_or_else(
        || t("app.title.contacts"),
        |choice| t_fill("app.title.municipality", &[("name", choice.name(shared.language()))]),
    )
}

/// Everything known of a municipality: its county, the way to write, a card for each kind of matter.
fn cards(choice: &Choice, shared: Shared) -> AnyView {
    let cards: Vec<AnyView> = ContactService::ALL
        .into_iter()
        .map(|service| view! { <section class="tuki-card">{card(choice, service, shared)}</section> }.into_any())
        .collect();
    view! {
        <div class="tuki-county">
            <h2>{t_fill("contacts.card.title", &[("name", choice.name(shared.language()))])}</h2>
            <p>{county_words(choice, shared)}</p>
            {writing(choice, shared)}
        </div>
        <div class="tuki-card-grid">{cards}</div>
    }
    .into_any()
}

/// Who organises the services there.
pub fn county_words(choice: &Choice, shared: Shared) -> String {
    let language = shared.language();
    if choice.county.id == "helsinki" {
        return t("app.contact.for_helsinki");
    }
    t_fill("contacts.card.organiser", &[("name", choice.county_name(language))])
}

/// The way to write to the team: our form where the county is connected, the same questions on paper where it is not.
pub fn writing(choice: &Choice, shared: Shared) -> AnyView {
    let language = shared.language();
    let href = Route::Form.r#in(language).path();
    if !choice.county.mainland_law {
        return view! { <p>{t("contacts.county.aland")}</p> }.into_any();
    }
    if choice.county.is_connected_on(shared.built) {
        let team = choice.county.connection.as_ref().map(|connection| connection.team.in_language(language));
        let words = t_fill("app.contact.connected", &[("team", team.unwrap_or_default())]);
        return view! { <p>{words}</p><LinkButton words=t("app.contact.write") href/> }.into_any();
    }
    let words = t_fill("contacts.county.not_connected", &[("name", choice.county_name(language))]);
    view! { <p>{words}</p><LinkButton words=t("app.contact.prepare") href/> }.into_any()
}
