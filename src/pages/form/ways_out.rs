//! How a checked form leaves: sealed to the team where the county is connected; on paper and by phone everywhere.

use leptos::prelude::*;

use crate::{
    browser::page,
    components::{
        Button, ButtonLook, Notice, NoticeKind, texts,
        texts::{t, t_fill},
    },
    delivery::keys,
    pages::{
        choice::Choice,
        contact_card::ChosenContacts,
        form::{desk::Desk, post::Post, privacy},
        shared::Shared,
    },
};

/// The ways out of the check page.
pub fn draw(desk: Desk) -> AnyView {
    let shared = Shared::here();
    // By the day of the build, since the device's clock may be wrong; the inbox is asked for the day when a message is sealed.
    let connected = move || shared.choice.get().filter(|choice| choice.county.is_connected_on(shared.built));
    let first = move || match connected() {
        Some(choice) => send(desk, &choice, shared),
        None => not_connected(shared.choice.get()),
    };
    view! {
        <section class="tuki-ways-out">
            {first}
            <Button words=t("forms.print") on_press=Callback::new(|()| page::print()) look=ButtonLook::Secondary/>
            <ChosenContacts service=desk.form().form.service/>
        </section>
    }
    .into_any()
}

fn send(desk: Desk, choice: &Choice, shared: Shared) -> AnyView {
    let language = shared.language();
    let connection = choice.county.connection.as_ref();
    let team = connection.map(|connection| connection.team.in_language(language)).unwrap_or_default();
    let hours = connection.map(|connection| connection.reading_hours.in_language(language).to_owned());
    let (post, words) = (Post::here(), texts::texts());
    let on_press = Callback::new(move |()| post.begin(words.clone()));
    view! {
        <p>{t_fill("forms.check.receiver", &[("team", team)])} " " {hours}</p>
        <p>{t("forms.check.sealed")}</p>
        <p class="tuki-quiet">{t_fill(keys::SEALED_TO, &[("fingerprints", &fingerprints(choice))])}</p>
        {privacy::notice(desk)}
        <Button words=t("delivery.send") on_press/>
    }
    .into_any()
}

/// The keys the message is sealed to, for comparing with what the team tells.
fn fingerprints(choice: &Choice) -> String {
    let recipients = choice.county.connection.iter().flat_map(|connection| &connection.recipients);
    recipients.map(|recipient| recipient.fingerprint.as_str()).collect::<Vec<_>>().join(", ")
}

fn not_connected(choice: Option<Choice>) -> AnyView {
    // Åland has a law of its own: nothing of ours is promised there.
    let aland = choice.is_some_and(|choice| !choice.county.mainland_law);
    let words = if aland { "contacts.county.aland" } else { "forms.not_connected" };
    view! { <Notice kind=NoticeKind::Info><p>{t(words)}</p></Notice> }.into_any()
}
