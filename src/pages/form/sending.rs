//! The message on its way: quiet while it goes, other ways when it does not, the receipt when it has arrived.

use leptos::prelude::*;

use crate::{
    browser::{download, page},
    components::{Button, ButtonLook, Notice, NoticeKind, texts, texts::t},
    delivery::{Event, State, keys},
    pages::{
        contact_card::ChosenContacts,
        form::{check, desk::Desk, post::Post, receipt},
    },
};

/// The page after "send".
pub fn draw(desk: Desk) -> AnyView {
    let post = Post::here();
    Effect::new(move |_| {
        post.state.track();
        // A message goes its way by itself: whoever has meanwhile gone to the way out, or elsewhere, keeps their place.
        page::after_drawing(|| {
            if page::is_in_main() {
                page::focus("h1");
            }
        });
    });
    let view = move || match (post.state.get(), post.not_sealed.get()) {
        (_, Some(reason)) => trouble(post, desk, reason.key()),
        (State::Editing { refused: Some(reason) }, _) => trouble(post, desk, reason.key()),
        (State::Editing { refused: None }, _) => moving(keys::SEALING, post),
        (State::Sealed | State::Sending, _) => moving(keys::SENDING, post),
        (State::OtherChannel, _) => other_ways(post, desk),
        (State::Received { .. }, _) => receipt::draw(post, desk),
    };
    let doubt = move || post.clock_doubted.get().then(clock_notice);
    let busy = move || post.busy.get().then(busy_notice);
    view! { {view} {busy} {doubt} }.into_any()
}

/// The device's clock shows another day than the inbox's: said, and nothing else comes of it.
fn clock_notice() -> AnyView {
    view! { <Notice kind=NoticeKind::Info spoken=true><p>{t(keys::CLOCK)}</p></Notice> }.into_any()
}

/// "Send" was pressed on another form, and this message goes first.
fn busy_notice() -> AnyView {
    view! { <Notice kind=NoticeKind::Info spoken=true><p>{t(keys::BUSY)}</p></Notice> }.into_any()
}

fn moving(key: &str, post: Post) -> AnyView {
    let words = texts::texts();
    let again = move || post.again.get().then(|| words.get(keys::TRYING).to_owned());
    view! { <h1>{t(key)}</h1><p role="status">{again}</p> }.into_any()
}

/// Sealing or sending was refused for good: every answer is still there.
fn trouble(post: Post, desk: Desk, what: &str) -> AnyView {
    let what = t(what);
    view! {
        <h1>{t(keys::REFUSED_TITLE)}</h1>
        <Notice kind=NoticeKind::Warning spoken=true><p>{what}</p><p>{t(keys::REFUSED_KEPT)}</p></Notice>
        {ways(post, desk)}
    }
    .into_any()
}

/// Not sent yet: it is tried on, and the phone, the file and the paper are offered.
fn other_ways(post: Post, desk: Desk) -> AnyView {
    let words = texts::texts();
    let try_now = Callback::new(move |()| post.feed(Event::Try));
    view! {
        <h1>{t(keys::NOT_SENT_TITLE)}</h1>
        <Notice kind=NoticeKind::Warning spoken=true>
            <p>{t(keys::NOT_SENT_TEXT)}</p>
            <p>{move || words.get(if post.stored.get() { keys::NOT_SENT_STORED } else { keys::NOT_SENT_MEMORY }).to_owned()}</p>
        </Notice>
        <div class="tuki-buttons">
            <Button words=t(keys::TRY_NOW) on_press=try_now/>
            {post.sealed_file().is_some().then(|| file(post))}
        </div>
        <p>{t(keys::FILE_HELP)}</p>
        {ways(post, desk)}
        <p class="tuki-quiet">{t(keys::CHANGE_NOTE)}</p>
    }
    .into_any()
}

fn file(post: Post) -> AnyView {
    let on_press = Callback::new(move |()| {
        if let Some((name, bytes)) = post.sealed_file() {
            download::save(&name, "application/octet-stream", &bytes);
        }
    });
    view! { <Button words=t(keys::SAVE_FILE) on_press look=ButtonLook::Secondary/> }.into_any()
}

/// Phone, print, and back to the answers; the answers stand below for reading out.
fn ways(post: Post, desk: Desk) -> AnyView {
    let change = Callback::new(move |()| post.change());
    view! {
        <div class="tuki-buttons">
            <Button words=t(keys::PRINT) on_press=Callback::new(|()| page::print()) look=ButtonLook::Secondary/>
            <Button words=t(keys::CHANGE) on_press=change look=ButtonLook::Secondary/>
        </div>
        <ChosenContacts service=desk.form().form.service/>
        {post.is_of_these_words().then(|| check::answers(desk, false))}
    }
    .into_any()
}
