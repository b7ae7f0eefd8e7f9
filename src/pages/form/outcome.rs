//! Where the three entry questions lead: the way that fits, and the other ways beside it.

use leptos::prelude::*;

use crate::{
    components::{Button, ButtonLook, LinkButton, Notice, NoticeKind, texts::t},
    domain::ContactService,
    forms::{Form, entry::EntryOutcome},
    pages::{
        contact_card::ChosenContacts,
        form::{
            begun,
            desk::{Desk, Stage},
        },
        lines,
        shared::Shared,
    },
    routes::Route,
};

/// The outcome of the entry questions.
pub fn draw(desk: Desk, outcome: EntryOutcome) -> AnyView {
    let language = Shared::here().place.get_untracked().language;
    let name = outcome.path.name();
    // In danger the service that answers at every hour comes before the one that fits the matter.
    let service = if outcome.danger { ContactService::SocialEmergency } else { outcome.path.service() };
    let guide = outcome.path.guide_page().and_then(Route::content).map(|route| {
        let href = route.r#in(language).path();
        view! { <LinkButton words=t("entry.read_guide") href look=ButtonLook::Secondary/> }
    });
    let begin = outcome.path.form().map(|form| begun::draw(desk, outcome, form));
    view! {
        {outcome.danger.then(danger)}
        <h1>{t(&format!("entry.outcome.{name}.title"))}</h1>
        <p>{t(&format!("entry.outcome.{name}.text"))}</p>
        {lines::lines(outcome.path.help_lines())}
        <div class="tuki-step__ways">{begin} {guide}</div>
        {outcome.path.form().map(|form| other_ways(desk, outcome, form))}
        <ChosenContacts service/>
        <Button words=t("forms.back") on_press=Callback::new(move |()| desk.back()) look=ButtonLook::Quiet/>
    }
    .into_any()
}

/// Beside every form: asking first without names, and the phone or paper in place of the screen.
fn other_ways(desk: Desk, outcome: EntryOutcome, form: &'static Form) -> AnyView {
    let ask = Callback::new(move |()| desk.show(Stage::Ask(outcome)));
    let paper = Callback::new(move |()| {
        desk.open(form.id);
        desk.show_call_sheet();
    });
    view! {
        <h2>{t("entry.other_ways")}</h2>
        <div class="tuki-buttons">
            <Button words=t("entry.ask_first") on_press=ask look=ButtonLook::Secondary/>
            <Button words=t("entry.call_or_paper") on_press=paper look=ButtonLook::Secondary/>
        </div>
    }
    .into_any()
}

/// Said first when someone is in danger now; the way on stays reachable below.
fn danger() -> AnyView {
    view! {
        <Notice kind=NoticeKind::Emergency title=t("forms.help.urgent.title")>
            <p>{t("forms.help.urgent.text")}</p>
        </Notice>
    }
    .into_any()
}
