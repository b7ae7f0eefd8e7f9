//! The form page: one neutral address for every form, stage after stage.

mod ask;
mod begun;
mod call_sheet;
mod check;
pub mod desk;
mod made_of;
mod not_sealed;
mod outcome;
pub mod post;
mod preview;
mod privacy;
mod question;
mod receipt;
mod sealing;
mod sending;
pub mod sheet;
mod step;
mod unsent;
mod ways_out;

use leptos::prelude::*;

use crate::{
    browser::page,
    components::{Notice, NoticeKind, texts::t},
    domain::Language,
    drafts::Message,
    forms::keys,
    pages::{
        keeping::{Keeper, Status},
        shared::Shared,
    },
    routes::Route,
};
use desk::{Desk, Stage};

/// The form, at the stage where the person left it.
#[component]
pub fn FormPage() -> AnyView {
    let desk = Desk::here();
    let language = Shared::here().place.get_untracked().language;
    follow_title(desk, language);
    let framed = framed();
    let keeper = Keeper::here();
    follow_writing(desk, keeper);
    let gone = move || keeper.told.get().map(|told| told.message).filter(is_of_what_is_gone).map(gone_notice);
    let stage = move || match desk.stage.get() {
        _ if framed.get() => refusal(language),
        Stage::Entry(step) => step::draw(desk, desk.entry, step),
        Stage::Outcome(outcome) => outcome::draw(desk, outcome),
        Stage::Step(step) => step::draw(desk, desk.form(), step),
        Stage::Ask(outcome) => ask::draw(desk, outcome),
        Stage::CallSheet => call_sheet::draw(desk),
        Stage::Check => check::draw(desk),
        Stage::Preview => preview::draw(desk),
        Stage::Sending => sending::draw(desk),
    };
    view! {
        <noscript inner_html=format!("<p class=\"tuki-notice\">{}</p>", t("forms.without_script"))></noscript>
        {gone}
        {stage}
        {move || desk.keeps_draft().then(|| view! { <Status/> })}
    }
    .into_any()
}

/// The document's title tells the step. It hangs on the answers, but most keys leave it as it is, and setting title or language
/// has a browser style and lay out the whole page anew.
fn follow_title(desk: Desk, language: Language) {
    let owner = Owner::current();
    let title = Memo::new(move |_| owner.as_ref().map(|owner| owner.with(|| desk.title())).unwrap_or_default());
    Effect::new(move |_| {
        // Another step may bear the same title; a guide page read in between left its own.
        desk.stage.track();
        page::set_head(&title.get(), language);
    });
}

/// While another window writes the draft, nothing can be written here that would be lost.
fn follow_writing(desk: Desk, keeper: Keeper) {
    let may = Memo::new(move |_| keeper.may_write());
    Effect::new(move |before: Option<bool>| {
        let may = may.get();
        desk.stage.track();
        if !may {
            // A list may get or lose a row.
            desk.track();
        }
        if !may || before == Some(false) {
            page::after_drawing(move || page::let_write(may));
        }
        may
    });
}

/// The form is empty again: nobody touched the page for a while, or everything was erased.
const fn is_of_what_is_gone(message: &Message) -> bool {
    matches!(message, Message::TimedOut | Message::Erased | Message::ErasedPartly)
}

/// Where to look is said without telling that there is something to find.
fn gone_notice(message: Message) -> AnyView {
    view! { <Notice kind=NoticeKind::Info spoken=true><p>{t(&message.key())}</p></Notice> }.into_any()
}

/// Whether the form stands inside a page of somebody else, who could read along or lay things over it: there it does not
/// run. Known in the browser only, so it is looked up after the page has been adopted.
fn framed() -> RwSignal<bool> {
    let framed = RwSignal::new(false);
    Effect::new(move |_| framed.set(page::is_framed()));
    framed
}

/// What a framed form says, with the way to a tab of its own.
fn refusal(language: Language) -> AnyView {
    let href = Route::Form.r#in(language).path();
    view! {
        <h1>{t("app.title.form")}</h1>
        <p>{t(keys::FRAMED)}</p>
        <p><a href=href target="_blank" rel="noopener noreferrer">{t("app.nav.form")}</a></p>
    }
    .into_any()
}
