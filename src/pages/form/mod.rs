//! The form page: one neutral address for every form, stage after stage.

mod ask;
mod begun;
mod call_sheet;
mod check;
pub mod desk;
mod outcome;
pub mod post;
mod preview;
mod privacy;
mod question;
mod receipt;
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
    let locked = move || keeper.told.get().filter(|told| told.message == Message::TimedOut).map(|_| locked_notice());
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
        {locked}
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

/// Nobody touched the page for a while: the form is empty again, and where to look is said without telling that there is
/// something to find.
fn locked_notice() -> AnyView {
    let words = t(&Message::TimedOut.key());
    view! { <Notice kind=NoticeKind::Info spoken=true><p>{words}</p></Notice> }.into_any()
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
