//! Check your answers: grouped, each with a way to change it, "not answered" where skipped.

use leptos::prelude::*;

use crate::{
    components::{Button, ButtonLook, SummaryList, SummaryRow, texts, texts::t},
    forms::{SummaryGroup, keys, summary},
    pages::{
        form::{
            desk::{Desk, Stage},
            ways_out,
        },
        shared::Shared,
    },
};

/// The check page.
pub fn draw(desk: Desk) -> AnyView {
    view! {
        <h1>{t("forms.check.heading")}</h1>
        <p>{t("forms.check.lead")}</p>
        {answers(desk, true)}
        {way_on(desk)}
        <Button words=t("forms.back") on_press=Callback::new(move |()| desk.back()) look=ButtonLook::Quiet/>
    }
    .into_any()
}

/// A notification is first shown as the family may read it; everything else leaves from here.
fn way_on(desk: Desk) -> AnyView {
    if !desk.has_preview() {
        return ways_out::draw(desk);
    }
    let on_press = Callback::new(move |()| desk.show(Stage::Preview));
    view! { <Button words=t(keys::PREVIEW_OPEN) on_press/> }.into_any()
}

/// All answers, with change buttons where they can still be changed.
pub fn answers(desk: Desk, changeable: bool) -> AnyView {
    let municipality = Shared::here().municipality_name();
    let words = texts::texts();
    let form = desk.form();
    let groups = form.answers.with_untracked(|answers| summary(form.form, answers, &words, &municipality));
    draw_groups(desk, groups, changeable)
}

/// Answers by step.
pub fn draw_groups(desk: Desk, groups: Vec<SummaryGroup>, changeable: bool) -> AnyView {
    groups.into_iter().map(|one| group(desk, one, changeable)).collect_view().into_any()
}

fn group(desk: Desk, group: SummaryGroup, changeable: bool) -> AnyView {
    let step = group.step;
    let row = |row: crate::forms::SummaryRow| SummaryRow {
        name: row.question.name.to_owned(),
        label: row.label,
        lines: row.lines,
    };
    let rows: Vec<_> = group.rows.into_iter().map(row).collect();
    let list = if changeable {
        let on_change = Callback::new(move |_| desk.change(step));
        view! { <SummaryList rows on_change/> }.into_any()
    } else {
        view! { <SummaryList rows/> }.into_any()
    };
    view! { <section class="tuki-check"><h2>{group.heading}</h2>{list}</section> }.into_any()
}
