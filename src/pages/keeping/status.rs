//! Where the draft stands, below the form: in memory only, stored at which minute and until when, or what is in the way.

use leptos::prelude::*;

use crate::{
    components::{
        Button, ButtonLook, Notice, NoticeKind, texts,
        texts::{t, t_fill},
    },
    domain::calendar::helsinki_time,
    drafts::{Event, LeftOver, Message, State, Trouble},
    i18n::dates,
    pages::keeping::{Choosing, Keeper, Told},
};

/// The status of the draft, with what can be done about it.
#[component]
pub fn Status() -> AnyView {
    let keeper = Keeper::here();
    let state = move || draw(keeper, &keeper.state.get());
    view! {
        <section class="tuki-keeping" aria-label=t("drafts.choice.title")>
            <div role="status">{move || keeper.told.get().and_then(notice)}</div>
            {state}
            {move || left_over(keeper.left_over.get())}
        </section>
    }
    .into_any()
}

fn draw(keeper: Keeper, state: &State) -> AnyView {
    match state {
        State::MemoryOnly => memory_only(keeper),
        State::Choosing => view! { <Choosing/> }.into_any(),
        State::Starting => view! { <p>{t("drafts.status.starting")}</p> }.into_any(),
        State::Open(_) => open(keeper),
        State::ReadOnly { .. } => read_only(keeper),
        State::Trouble { kind, saves } => trouble(keeper, *kind, saves.is_some()),
        State::Locked { .. } | State::Parting(_) => ().into_any(),
    }
}

fn memory_only(keeper: Keeper) -> AnyView {
    let on_press = Callback::new(move |()| keeper.feed(Event::ShowChoices));
    view! {
        <p>{t("drafts.status.memory_only")}</p>
        <Button words=t("drafts.choice.title") on_press look=ButtonLook::Quiet/>
    }
    .into_any()
}

/// "Saved 14.05" only after the storage has said so.
fn open(keeper: Keeper) -> AnyView {
    let words = texts::texts();
    let saved = move || match keeper.saved_at.get() {
        None => words.get("drafts.status.saving").to_owned(),
        Some(at) => words.fill("drafts.status.saved", &[("time", &dates::time(&words, helsinki_time(at).minute))]),
    };
    let words = texts::texts();
    let until = move || {
        let at = keeper.saved_at.get()?;
        let expires = super::record::expires_at(keeper, at);
        let date = dates::date_with_weekday(&words, helsinki_time(expires).date);
        Some(words.fill("drafts.status.until", &[("date", &date)]))
    };
    let forget = Callback::new(move |()| keeper.feed(Event::Forget));
    view! {
        <p class="tuki-keeping__saved" role="status">{saved}</p>
        <p>{until}</p>
        <Button words=t("drafts.forget.action") on_press=forget look=ButtonLook::Quiet/>
    }
    .into_any()
}

fn read_only(keeper: Keeper) -> AnyView {
    let on_press = Callback::new(move |()| keeper.feed(Event::TakeOver { anyway: true }));
    view! {
        <p>{t("drafts.status.read_only")}</p>
        <p>{t("drafts.take_over.text")}</p>
        <Button words=t("drafts.take_over.action") on_press look=ButtonLook::Secondary/>
    }
    .into_any()
}

fn trouble(keeper: Keeper, kind: Trouble, tries_again: bool) -> AnyView {
    let choices = (!tries_again).then(|| memory_only(keeper));
    view! {
        <Notice kind=NoticeKind::Warning title=t(&kind.what_key()) spoken=true><p>{t(&kind.now_key())}</p></Notice>
        {choices}
    }
    .into_any()
}

/// What was told last, unless the status line says it already.
fn notice(told: Told) -> Option<AnyView> {
    match told.message {
        Message::Saved(_) | Message::Trouble(_) => None,
        message => Some(view! { <Notice kind=NoticeKind::Info><p>{t(&message.key())}</p></Notice> }.into_any()),
    }
}

/// Answers of an older form that found no place, with their text for copying.
fn left_over(answers: Vec<LeftOver>) -> Option<AnyView> {
    if answers.is_empty() {
        return None;
    }
    let rows: Vec<_> =
        answers.into_iter().map(|left| view! { <dt>{t(left.why.key())}</dt><dd>{left.text}</dd> }).collect();
    Some(
        view! {
            <Notice kind=NoticeKind::Warning title=t("drafts.left_over.title")>
                <p>{t("drafts.left_over.intro")}</p>
                <dl>{rows}</dl>
            </Notice>
        }
        .into_any(),
    )
}

/// When a draft saved at this minute expires, in words.
pub fn until_words(expires_at: i64) -> String {
    let words = texts::texts();
    let date = dates::date_with_weekday(&words, helsinki_time(expires_at).date);
    t_fill("drafts.page.until", &[("date", &date)])
}
