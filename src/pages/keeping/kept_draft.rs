//! One draft that is kept here: when it was saved, until when it is kept, how to open it and how to forget it.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{
        clock,
        shelf::IndexedDbShelf,
        vault::{Vault, VaultError},
    },
    components::{
        Button, ButtonLook, Card, FieldWords, TextField, TextKind, no_problem, texts,
        texts::{t, t_fill},
    },
    domain::calendar::helsinki_time,
    drafts::{Age, DraftId, Event, Kept, Message, Shelf, State, Trouble},
    i18n::dates,
    pages::{
        form::desk::{Desk, Stage},
        keeping::{
            Asking, Keeper,
            code::tidy,
            status::{forget_key, until_words},
            work::{drop_keys, forget_other},
        },
        loading,
        shared::Go,
    },
    routes::Route,
};

/// A kept draft, before it is opened.
#[component]
pub fn KeptDraft(
    /// What can be told of it without opening it.
    kept: Kept,
    /// Its number on the page, from one.
    number: usize,
) -> AnyView {
    let keeper = Keeper::here();
    let code = RwSignal::new(String::new());
    let go = Go::here();
    let words = texts::texts();
    let working = RwSignal::new(false);
    let open = Callback::new(move |()| {
        working.set(true);
        spawn_local(async move {
            open(keeper, kept, code, false).await;
            working.set(false);
        });
    });
    // Opened here: the form is where it goes on.
    Effect::new(move |before: Option<bool>| {
        let is_open = keeper.state.with(|state| matches!(state, State::Open(_) | State::ReadOnly { .. }));
        if is_open && before == Some(false) {
            go.to(Route::Form);
        }
        is_open
    });
    let opening = move || working.get().then(|| words.get("drafts.unlock.opening").to_owned());
    // Key derivation takes seconds on a slow phone, and nobody has to wait for it.
    let call_off = move || {
        let on_press = Callback::new(|()| Vault::end());
        working.get().then(|| view! { <Button words=t("drafts.unlock.call_off") on_press look=ButtonLook::Quiet/> })
    };
    let in_hand = Memo::new(move |_| keeper.open_draft());
    let doubtful = RwSignal::new(false);
    Effect::new(move |_| spawn_local(async move { doubtful.set(age(kept).await == Age::Doubtful) }));
    view! {
        <Card title=t_fill("drafts.page.item", &[("number", &number.to_string())])>
            <p>{t(if kept.with_code { "drafts.page.locked" } else { "drafts.page.unlocked" })}</p>
            {times(&kept)}
            {move || match in_hand.get() {
                Some(draft) if draft == kept.draft => go_on(keeper.desk),
                Some(_) => view! { <p>{t("drafts.page.other_is_open")}</p> }.into_any(),
                None => opening_part(kept, number, code, open),
            }}
            <p role="status">{opening}</p>
            {call_off}
            {move || doubtful.get().then(|| view! { <p class="tuki-notice">{t(&Message::ClockDoubtful.key())}</p> })}
            <Asking key=forget_key name=format!("forget-{number}") on_confirm=Callback::new(move |()| forget(keeper, kept.draft))/>
            {move || doubts(keeper, kept, code)}
        </Card>
    }
    .into_any()
}

/// The code, where there is one, and the button that opens.
fn opening_part(kept: Kept, number: usize, code: RwSignal<String>, open: Callback<()>) -> AnyView {
    let field = kept.with_code.then(|| {
        let name = format!("unlock_code_{number}");
        let words = FieldWords::new(&name, t("drafts.unlock.label")).hint(t("drafts.unlock.hint"));
        view! { <TextField words value=code problem=no_problem() kind=TextKind::SECRET/> <p>{t("drafts.unlock.no_code")}</p> }
    });
    view! { {field} <Button words=t("drafts.page.resume") on_press=open/> }.into_any()
}

/// This very draft is open here: the form is where it goes on.
fn go_on(desk: Desk) -> AnyView {
    let go = Go::here();
    let on_press = Callback::new(move |()| {
        let form = desk.form().form;
        let asks =
            desk.stage.with_untracked(|stage| matches!(stage, Stage::Entry(_) | Stage::Outcome(_) | Stage::Ask(_)));
        if asks && desk.is_begun(form) {
            desk.resume(form);
        }
        go.to(Route::Form);
    });
    view! { <Button words=t("drafts.page.resume") on_press/> }.into_any()
}

fn times(kept: &Kept) -> AnyView {
    let Some((saved_at, expires_at)) = kept.times else { return view! { <p>{t("drafts.page.empty")}</p> }.into_any() };
    let words = texts::texts();
    let saved = helsinki_time(saved_at);
    let gaps =
        [("date", &*dates::date_with_weekday(&words, saved.date)), ("time", &*dates::time(&words, saved.minute))];
    view! { <p>{t_fill("drafts.page.saved_at", &gaps)}</p><p>{until_words(expires_at)}</p> }.into_any()
}

/// What stands between the person and the draft: words here that it would replace.
fn doubts(keeper: Keeper, kept: Kept, code: RwSignal<String>) -> Option<AnyView> {
    let told = keeper.told.get()?;
    if told.message != Message::WouldReplace {
        return None;
    }
    let replace = Callback::new(move |()| {
        spawn_local(async move {
            open(keeper, kept, code, true).await;
        });
    });
    let go = Go::here();
    let stay = Callback::new(move |()| go.to(Route::Form));
    Some(
        view! {
            <div class="tuki-buttons">
                <Button words=t("drafts.replace.open") on_press=replace look=ButtonLook::Secondary/>
                <Button words=t("drafts.replace.stay") on_press=stay look=ButtonLook::Secondary/>
            </div>
        }
        .into_any(),
    )
}

/// Takes the draft up: its age is judged, its lock asked for, its key opened. Whoever leaves the page meanwhile opens nothing.
async fn open(keeper: Keeper, kept: Kept, code: RwSignal<String>, anyway: bool) {
    if keeper.draft_being_opened() != Some(kept.draft) {
        // Another one's code was wrong, and now this one is wanted.
        keeper.feed(Event::StopOpening);
        let age = age(kept).await;
        if code.try_get_untracked().is_none() {
            return;
        }
        keeper.resume(kept.draft, age, anyway);
    }
    let typed = code.try_get_untracked().filter(|_| keeper.draft_being_opened() == Some(kept.draft));
    let Some(typed) = typed else { return };
    let code = kept.with_code.then(|| tidy(&typed));
    let unlocked = unlock(keeper, kept.draft, code).await;
    if keeper.draft_being_opened() != Some(kept.draft) {
        return drop_keys(keeper).await;
    }
    keeper.feed(match unlocked {
        Ok(()) => Event::Unlocked,
        Err(VaultError::WrongCode | VaultError::CodeNeeded) => Event::WrongCode,
        // Called off: the code may be typed again.
        Err(VaultError::Locked) => return,
        Err(_) => return keeper.tell(Message::Trouble(Trouble::NoVault)),
    });
}

/// The clock of the site's server helps to judge; without a network the device's clock must do.
async fn age(kept: Kept) -> Age {
    let Some((saved_at, expires_at)) = kept.times else { return Age::Fresh };
    Age::judge(saved_at, expires_at, clock::now_seconds(), clock::server_seconds("/").await)
}

/// Opens the key of a draft in the vault, and takes the vault for this window.
///
/// # Errors
/// The code is wrong or was called off, the key is gone, or the vault is broken.
pub(super) async fn unlock(keeper: Keeper, draft: DraftId, code: Option<String>) -> Result<(), VaultError> {
    let key = IndexedDbShelf.key(draft).await.ok().flatten().ok_or(VaultError::Damaged)?;
    let vault = loading::vault(keeper.shared).await?;
    vault.unlock(&key, code.as_deref()).await?;
    keeper.with(|inner| {
        inner.vault = Some(vault);
        inner.with_code = key.with_code;
    });
    Ok(())
}

/// Forgets the draft: the one in hand with all that hangs on it, any other without touching what is open here.
fn forget(keeper: Keeper, draft: DraftId) {
    if keeper.draft_in_hand() == Some(draft) {
        keeper.feed(Event::Forget);
    } else {
        spawn_local(async move { keeper.tell(forget_other(keeper, draft).await) });
    }
}
