//! Asking first: what to say on the phone, without names.

use leptos::prelude::*;

use crate::{
    browser::page,
    components::{Button, ButtonLook, texts::t},
    forms::entry::EntryOutcome,
    pages::{contact_card::ChosenContacts, form::desk::Desk},
};

/// The script for a first call, in words for whoever asks.
pub fn draw(desk: Desk, outcome: EntryOutcome) -> AnyView {
    let who = outcome.path.asks();
    let script = t(&format!("entry.ask.{who}.script"));
    let lines: Vec<_> = script.lines().map(|line| view! { <li>{line.to_owned()}</li> }).collect();
    view! {
        <h1>{t("entry.ask.title")}</h1>
        <p>{t(&format!("entry.ask.{who}.text"))}</p>
        <h2>{t("entry.ask.script_title")}</h2>
        <ul>{lines}</ul>
        <p>{t("entry.ask.note")}</p>
        <ChosenContacts service=outcome.path.service()/>
        <div class="tuki-buttons">
            <Button words=t("forms.print") on_press=Callback::new(|()| page::print()) look=ButtonLook::Secondary/>
            <Button words=t("forms.back") on_press=Callback::new(move |()| desk.back()) look=ButtonLook::Quiet/>
        </div>
    }
    .into_any()
}
