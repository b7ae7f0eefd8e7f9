//! Where the draft stands, below the form: in memory only, stored at which minute and until when, or what is in the way.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::page,
    components::{
        Button, ButtonLook, FieldWords, Notice, NoticeKind, TextField, TextKind, no_problem, texts,
        texts::{t, t_fill},
    },
    domain::calendar::helsinki_time,
    drafts::{Event, LeftOver, Message, State, Trouble},
    i18n::dates,
    pages::keeping::{Asking, Carrying, Choosing, Keeper, Told},
};

/// The status of the draft, with what can be done about it.
#[component]
pub fn Status() -> AnyView {
    let keeper = Keeper::here();
    let shape = Memo::new(move |_| keeper.state.with(Shape::of));
    let state = move || draw(keeper, shape.get());
    // The pressed button goes with what it was part of: whoever pressed it is taken along, and nobody else.
    let pressed = StoredValue::new(false);
    Effect::new(move |_| {
        shape.track();
        if pressed.get_value() {
            page::after_drawing(move || {
                if page::has_lost_focus() {
                    page::focus("#keeping");
                }
            });
        }
        // While the key is being made, what was pressed is still under way.
        pressed.set_value(pressed.get_value() && shape.get_untracked() == Shape::Starting);
    });
    // That another window has the draft is no longer true once it has been taken over here.
    let holds = move |told: &Told| told.message != Message::OtherTab || shape.get() == Shape::ReadOnly;
    view! {
        <section
            id="keeping"
            class="tuki-keeping"
            tabindex="-1"
            aria-label=t("drafts.choice.title")
            on:click=move |_| pressed.set_value(true)
        >
            <div role="status">{move || keeper.told.get().filter(holds).and_then(notice)}</div>
            {state}
            {move || left_over(keeper.left_over.get())}
        </section>
    }
    .into_any()
}

/// What of a state changes what is drawn; the numbers of saves do not.
#[derive(Clone, Copy, PartialEq)]
enum Shape {
    MemoryOnly,
    Choosing,
    Starting,
    Open,
    ReadOnly,
    Trouble { kind: Trouble, tries_again: bool },
    Nothing,
}

impl Shape {
    fn of(state: &State) -> Self {
        match state {
            State::MemoryOnly => Self::MemoryOnly,
            State::Choosing => Self::Choosing,
            State::Starting => Self::Starting,
            State::Open(_) => Self::Open,
            State::ReadOnly { .. } => Self::ReadOnly,
            State::Trouble { kind, saves } => Self::Trouble { kind: *kind, tries_again: saves.is_some() },
            State::Locked { .. } | State::Parting(_) => Self::Nothing,
        }
    }
}

fn draw(keeper: Keeper, shape: Shape) -> AnyView {
    match shape {
        Shape::MemoryOnly => memory_only(keeper),
        Shape::Choosing => view! { <Choosing/> }.into_any(),
        Shape::Starting => view! { <p>{t("drafts.status.starting")}</p> }.into_any(),
        Shape::Open => open(keeper),
        Shape::ReadOnly => read_only(keeper),
        Shape::Trouble { kind, tries_again } => trouble(keeper, kind, tries_again),
        Shape::Nothing => ().into_any(),
    }
}

fn memory_only(keeper: Keeper) -> AnyView {
    let on_press = Callback::new(move |()| keeper.feed(Event::ShowChoices));
    view! {
        <p>{t("drafts.status.memory_only")}</p>
        <Button words=t("drafts.choice.title") on_press look=ButtonLook::Quiet/>
        <Carrying/>
    }
    .into_any()
}

/// "Saved 14.05" only after the storage has said so.
fn open(keeper: Keeper) -> AnyView {
    let words = texts::texts();
    let unsaved = move || keeper.state.with(|state| matches!(state, State::Open(saves) if saves.has_unsaved()));
    let saved = move || match keeper.saved_at.get().filter(|_| !unsaved()) {
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
    let on_confirm = Callback::new(move |()| keeper.feed(Event::Forget));
    view! {
        <p class="tuki-keeping__saved">{saved}</p>
        <p>{until}</p>
        <Carrying/>
        <Asking key=forget_key name="forget".to_owned() on_confirm/>
    }
    .into_any()
}

/// The words of the question before a draft is forgotten.
pub fn forget_key(part: &str) -> String {
    format!("drafts.forget.{part}")
}

/// Words that were written here before the other window took over are replaced only at the second press, after that has been
/// said.
fn read_only(keeper: Keeper) -> AnyView {
    let on_press = Callback::new(move |()| {
        let warned =
            keeper.told.with_untracked(|told| matches!(told, Some(Told { message: Message::WouldReplace, .. })));
        keeper.feed(Event::TakeOver { anyway: warned });
    });
    view! {
        <p>{t("drafts.status.read_only")}</p>
        <p>{t("drafts.take_over.text")}</p>
        <Button words=t("drafts.take_over.action") on_press look=ButtonLook::Secondary/>
    }
    .into_any()
}

fn trouble(keeper: Keeper, kind: Trouble, tries_again: bool) -> AnyView {
    let choices = (!tries_again).then(|| memory_only(keeper));
    // A vault that broke has lost the key, and only the person has the code: trying again by itself would never do.
    let code = (kind == Trouble::NoVault && tries_again && keeper.is_behind_code()).then(|| code_again(keeper));
    let next = kind.next_key(tries_again).filter(|_| code.is_none()).map(|key| view! { <p>{t(key)}</p> });
    view! {
        <Notice kind=NoticeKind::Warning title=t(&kind.what_key()) spoken=true><p>{t(&kind.now_key())}</p>{next}</Notice>
        {code}
        {choices}
    }
    .into_any()
}

/// The code once more, so that saving goes on.
fn code_again(keeper: Keeper) -> AnyView {
    let code = RwSignal::new(String::new());
    let words = FieldWords::new("code_again", t("drafts.unlock.label")).hint(t("drafts.trouble.no_vault.code"));
    let on_press = Callback::new(move |()| {
        spawn_local(async move { keeper.take_key_up(&code.get_untracked()).await });
    });
    view! {
        <TextField words value=code problem=no_problem() kind=TextKind::SECRET/>
        <Button words=t("drafts.unlock.go_on_saving") on_press look=ButtonLook::Secondary/>
    }
    .into_any()
}

/// What was told last, unless the status line says it already.
fn notice(told: Told) -> Option<AnyView> {
    match told.message {
        Message::Saved(_) | Message::Trouble(_) => None,
        // Said above the form.
        Message::TimedOut | Message::Erased | Message::ErasedPartly => None,
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
