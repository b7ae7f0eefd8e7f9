//! How the county uses what is written, from its own folder, linked where the form asks.

use leptos::prelude::*;

use crate::{
    components::{Details, texts::t},
    contacts::PrivacyNotice,
    domain::{Language, Names},
    forms::Writer,
    pages::{form::desk::Desk, shared::Shared},
};

/// The notice of the chosen county, with the child's version first for a child. Nothing where nothing is sent.
pub fn notice(desk: Desk) -> Option<AnyView> {
    let shared = Shared::here();
    let language = shared.language();
    let notice = shared.choice.with(|choice| choice.as_ref().and_then(|choice| choice.county.privacy.clone()))?;
    let form = desk.form();
    let child = form.form.writer == Writer::Child
        || form.answers.with_untracked(|answers| answers.is_chosen("writer", "child"));
    let body = if child { for_child(&notice, language) } else { whole(&notice, language) };
    Some(view! { <Details summary=t("forms.privacy")>{body}</Details> }.into_any())
}

fn for_child(notice: &PrivacyNotice, language: Language) -> AnyView {
    let whole = whole(notice, language);
    view! { <p>{notice.child.in_language(language).to_owned()}</p>{whole} }.into_any()
}

fn whole(notice: &PrivacyNotice, language: Language) -> AnyView {
    let part = |key: &str, names: &Names| {
        let words = names.in_language(language).to_owned();
        view! { <dt>{t(&format!("contacts.privacy.{key}"))}</dt><dd>{words}</dd> }
    };
    view! {
        <dl class="tuki-privacy">
            {part("controller", &notice.controller)}
            {part("purpose", &notice.purpose)}
            {part("legal_basis", &notice.legal_basis)}
            {part("retention", &notice.retention)}
            {part("rights", &notice.rights)}
            {part("officer", &notice.officer)}
        </dl>
    }
    .into_any()
}
