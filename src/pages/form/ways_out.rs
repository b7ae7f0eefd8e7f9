//! How a checked form leaves: sealed to the team where the county is connected; on paper and by phone everywhere.

use leptos::prelude::*;

use crate::{
    browser::page,
    components::{
        Button, ButtonLook, Notice, NoticeKind,
        texts::{t, t_fill},
    },
    domain::ContactService,
    pages::{
        choice::Choice,
        contact_card::ChosenContacts,
        form::{
            desk::{Desk, Stage},
            privacy,
        },
        shared::Shared,
    },
};

/// The ways out of the check page.
pub fn draw(desk: Desk) -> AnyView {
    let shared = Shared::here();
    let connected = move || shared.choice.get().filter(|choice| choice.county.is_connected_on(shared.today.get()));
    let first = move || match connected() {
        Some(choice) => send(desk, &choice, shared),
        None => not_connected(),
    };
    view! {
        <section class="tuki-ways-out">
            {first}
            <Button words=t("forms.print") on_press=Callback::new(|()| page::print()) look=ButtonLook::Secondary/>
            <ChosenContacts service=ContactService::NeedsAssessment/>
        </section>
    }
    .into_any()
}

fn send(desk: Desk, choice: &Choice, shared: Shared) -> AnyView {
    let language = shared.language();
    let connection = choice.county.connection.as_ref();
    let team = connection.map(|connection| connection.team.in_language(language)).unwrap_or_default();
    let hours = connection.map(|connection| connection.reading_hours.in_language(language).to_owned());
    let on_press = Callback::new(move |()| desk.show(Stage::Sending));
    view! {
        <p>{t_fill("forms.check.receiver", &[("team", team)])} " " {hours}</p>
        <p>{t("forms.check.sealed")}</p>
        {privacy::notice(desk)}
        <Button words=t("delivery.send") on_press/>
    }
    .into_any()
}

fn not_connected() -> AnyView {
    view! { <Notice kind=NoticeKind::Info><p>{t("forms.not_connected")}</p></Notice> }.into_any()
}
