//! What the family may read of a notification, with a gentle word on what may give a nameless sender away.

use leptos::prelude::*;

use crate::{
    components::{
        Button, ButtonLook, Notice, NoticeKind, texts,
        texts::{t, t_fill},
    },
    forms::{Giveaway, SenderShown, Wording, giveaways, keys, preview},
    pages::{
        form::{check, desk::Desk, ways_out},
        shared::Shared,
    },
};

/// The page before sending.
pub fn draw(desk: Desk) -> AnyView {
    let (words, municipality) = (texts::texts(), Shared::here().municipality_name());
    let form = desk.form();
    let (groups, sender) = form.answers.with_untracked(|answers| {
        (preview(form.form, answers, &words, &municipality), SenderShown::of(form.form, answers))
    });
    view! {
        <h1>{t(keys::PREVIEW_HEADING)}</h1>
        <p>{t(keys::PREVIEW_LEAD)}</p>
        {warning(desk)}
        <h2>{t(keys::PREVIEW_SENDER)}</h2>
        <p>{t(&format!("forms.preview.{}", sender.name()))}</p>
        <h2>{t(keys::PREVIEW_TEXT)}</h2>
        {check::draw_groups(desk, groups, false)}
        {ways_out::draw(desk)}
        <Button words=t("forms.back") on_press=Callback::new(move |()| desk.back()) look=ButtonLook::Quiet/>
    }
    .into_any()
}

/// The words that may give the sender away, each with a way to change it. Nothing where there are none.
fn warning(desk: Desk) -> Option<AnyView> {
    let form = desk.form();
    let found = form.answers.with_untracked(|answers| giveaways(form.form, answers));
    let lines: Vec<AnyView> = found.into_iter().map(|found| line(desk, &found)).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <Notice kind=NoticeKind::Info title=t(keys::GIVEAWAY_TITLE)>
                <p>{t(keys::GIVEAWAY_TEXT)}</p>
                <ul>{lines}</ul>
            </Notice>
        }
        .into_any()
    })
}

fn line(desk: Desk, found: &Giveaway) -> AnyView {
    let (words, form) = (texts::texts(), desk.form());
    let label = form.answers.with_untracked(|answers| Wording::new(form.form, &words, answers).label(found.question));
    let kind = t(&format!("forms.giveaway.{}", found.kind.name()));
    let line = t_fill(keys::GIVEAWAY_LINE, &[("kind", &kind), ("words", &found.words), ("label", &label)]);
    let step = found.step;
    let on_press = Callback::new(move |()| desk.change(step));
    view! { <li>{line} " " <Button words=t("components.change") on_press look=ButtonLook::Quiet/></li> }.into_any()
}
