//! The form on paper: to read out on the phone, to hand over, or to fill in by hand. At any time, and in every municipality.

use leptos::prelude::*;

use crate::{
    browser::page,
    components::{Button, ButtonLook, texts, texts::t},
    forms::{SummaryGroup, SummaryRow, Wording, call_sheet, keys},
    pages::{contact_card::ChosenContacts, form::desk::Desk, shared::Shared},
};

/// The sheet of the open form.
pub fn draw(desk: Desk) -> AnyView {
    let (words, municipality) = (texts::texts(), Shared::here().municipality_name());
    let form = desk.form();
    let (title, groups) = form.answers.with_untracked(|answers| {
        (Wording::new(form.form, &words, answers).title(), call_sheet(form.form, answers, &words, &municipality))
    });
    view! {
        <h1>{t(keys::CALL_SHEET_HEADING)}</h1>
        <p class="tuki-no-print">{t(keys::CALL_SHEET_LEAD)}</p>
        <p class="tuki-no-print">{t(keys::CALL_SHEET_BEGIN)}</p>
        <div class="tuki-buttons">
            <Button words=t("forms.print") on_press=Callback::new(|()| page::print())/>
            <Button words=t("forms.back") on_press=Callback::new(move |()| desk.back()) look=ButtonLook::Quiet/>
        </div>
        <ChosenContacts service=form.form.service/>
        <h2>{title}</h2>
        {groups.into_iter().flat_map(|group: SummaryGroup| group.rows).map(row).collect_view()}
    }
    .into_any()
}

/// A question with its answer, or with room to write one.
fn row(row: SummaryRow) -> AnyView {
    let class =
        if row.lines.is_empty() { "tuki-sheet__answer tuki-sheet__answer--blank" } else { "tuki-sheet__answer" };
    view! {
        <dl class="tuki-sheet">
            <dt class="tuki-sheet__label">{row.label}</dt>
            <dd class=class>{row.lines.join("\n")}</dd>
        </dl>
    }
    .into_any()
}
