//! The form page: one neutral address for every form, stage after stage.

mod ask;
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
mod ways_out;

use leptos::prelude::*;

use crate::{
    browser::page,
    components::texts::t,
    pages::{keeping::Status, shared::Shared},
};
use desk::{Desk, Stage};

/// The form, at the stage where the person left it.
#[component]
pub fn FormPage() -> AnyView {
    let desk = Desk::here();
    let language = Shared::here().place.get_untracked().language;
    Effect::new({
        let owner = Owner::current();
        move |_| {
            let title = owner.as_ref().map(|owner| owner.with(|| desk.title())).unwrap_or_default();
            desk.stage.track();
            page::set_head(&title, language);
        }
    });
    let stage = move || match desk.stage.get() {
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
        {stage}
        {move || desk.keeps_draft().then(|| view! { <Status/> })}
    }
    .into_any()
}
