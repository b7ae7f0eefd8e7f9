//! The receipt: the reference, dates where the law gives them, whom to call, another message, and erasing everything here.

use leptos::prelude::*;

use crate::{
    browser::{download, page},
    components::{
        Button, ButtonLook, Notice, NoticeKind, texts,
        texts::{t, t_fill},
    },
    delivery::{Receipt, keys},
    domain::calendar::helsinki_time,
    forms::Writer,
    i18n::{Texts, dates},
    pages::{
        contact_card::ChosenContacts,
        form::{desk::Desk, post::Post},
        keeping::Erasing,
    },
};

/// The receipt of a received message.
pub fn draw(post: Post, desk: Desk) -> AnyView {
    let Some(receipt) = post.receipt.get() else { return ().into_any() };
    let words = texts::texts();
    // A notifier is told nothing of what came of it, so there is nothing to wait for or to be reminded of.
    let notifier = desk.form().form.writer == Writer::Notifier;
    let nothing_heard = if notifier { keys::NOTHING_TOLD } else { keys::NOTHING_HEARD };
    view! {
        <h1>{t(keys::RECEIVED_TITLE)}</h1>
        <Notice kind=NoticeKind::Success><p>{t(keys::RECEIVED_TEXT)}</p></Notice>
        {reference(&receipt, &words)}
        <h2>{t(keys::NEXT_TITLE)}</h2>
        {next(&receipt, &words)}
        {buttons((!notifier).then(|| receipt.calendar(&words)).flatten(), post, desk)}
        <p>{t(nothing_heard)}</p>
        <ChosenContacts service=desk.form().form.service/>
        <p>{t(keys::ERASE_TEXT)}</p>
        <Erasing/>
    }
    .into_any()
}

fn reference(receipt: &Receipt, words: &Texts) -> AnyView {
    let time = dates::past_moment(words, helsinki_time(receipt.received_at));
    view! {
        <dl class="tuki-receipt">
            <dt>{t(keys::REFERENCE)}</dt>
            <dd class="tuki-receipt__reference" translate="no">{receipt.reference.to_string()}</dd>
        </dl>
        <p>{t(keys::REFERENCE_HELP)}</p>
        {copy(receipt.reference.to_string())}
        <p>{t_fill(keys::RECEIVED_AT, &[("time", &time)])}</p>
    }
    .into_any()
}

/// Copies the reference alone, which tells nothing of the matter to whoever pastes next.
fn copy(reference: String) -> AnyView {
    let said = RwSignal::new(None);
    let on_press = Callback::new(move |()| {
        let reference = reference.clone();
        leptos::task::spawn_local(async move { said.set(Some(page::copy(&reference).await)) });
    });
    let told = move || said.get().map(|done| t(if done { keys::COPIED } else { keys::NOT_COPIED }));
    view! {
        <Button words=t(keys::COPY) on_press look=ButtonLook::Quiet/>
        <p role="status">{told}</p>
    }
    .into_any()
}

/// What happens next: dates only where the law names them, always "about".
fn next(receipt: &Receipt, words: &Texts) -> AnyView {
    let line = |key: &str, date: Option<chrono::NaiveDate>| {
        let date = dates::date_with_weekday(words, date?);
        Some(view! { <li>{t_fill(key, &[("date", &date)])}</li> })
    };
    let none = receipt.started_by.is_none().then(|| view! { <li>{t(keys::NEXT_NO_DATE)}</li> });
    let law = receipt
        .started_by
        .map(|_| view! { <p class="tuki-quiet">{t_fill(keys::NEXT_LAW, &[("law", words.get(LAW))])}</p> });
    view! {
        <ul>
            <li>{t(keys::NEXT_URGENT)}</li>
            {line(keys::NEXT_STARTED, receipt.started_by)}
            {line(keys::NEXT_READY, receipt.ready_by)}
            {none}
        </ul>
        <p>{t(keys::GETS_WORSE)}</p>
        {law}
    }
    .into_any()
}

/// The sections behind the dates, in words.
const LAW: &str = "app.receipt_law";

/// Print, the next message, and the dates as a file where there is one.
fn buttons(calendar: Option<String>, post: Post, desk: Desk) -> AnyView {
    let calendar = calendar.map(|file| {
        let on_press = Callback::new(move |()| {
            download::save("tukipolku.ics", "text/calendar", file.as_bytes());
        });
        view! { <Button words=t(keys::CALENDAR_SAVE) on_press look=ButtonLook::Secondary/> }
    });
    let another = Callback::new(move |()| {
        post.begin_anew();
        desk.show_entry();
    });
    view! {
        <div class="tuki-buttons">
            {calendar}
            <Button words=t(keys::RECEIPT_PRINT) on_press=Callback::new(|()| page::print()) look=ButtonLook::Secondary/>
        </div>
        <Button words=t(keys::ANOTHER) on_press=another look=ButtonLook::Secondary/>
    }
    .into_any()
}
