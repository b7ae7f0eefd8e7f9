//! Help lines beside a text: numbers come from the register, never from a text.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    components::{ContactKind, ContactLine, ContactValues, texts::t},
    contacts::{CallCost, Channel, HelpLine},
    pages::{contact_card::link_of, loading, shared::Shared},
};

/// The help lines with these ids, in their order. Nothing while there are none to show.
pub fn lines(ids: &'static [&'static str]) -> Option<AnyView> {
    if ids.is_empty() {
        return None;
    }
    let shared = Shared::here();
    Effect::new(move |_| {
        spawn_local(async move {
            loading::help_lines(shared).await;
        });
    });
    let drawn = move || {
        let known = shared.help_lines.get().unwrap_or_default();
        let wanted = ids.iter().filter_map(|id| known.iter().find(|line| line.id == *id));
        wanted.map(|line| draw(line, shared)).collect_view()
    };
    Some(view! { <ul class="tuki-contacts">{drawn}</ul> }.into_any())
}

/// One help line.
pub fn draw(line: &HelpLine, shared: Shared) -> AnyView {
    let language = shared.language();
    let (text, href) = link_of(&line.channel);
    let kind = if matches!(line.channel, Channel::Phone(_)) { ContactKind::Phone } else { ContactKind::Web };
    let cost = match line.cost {
        CallCost::Free => Some(t("contacts.help_line.free")),
        CallCost::OwnOperator => Some(t("contacts.help_line.own_operator")),
        CallCost::Unknown => None,
    };
    let values = ContactValues {
        kind,
        label: line.names.in_language(language).to_owned(),
        text,
        href,
        hours: cost.into_iter().collect(),
        freshness: None,
    };
    view! { <ContactLine values/> }.into_any()
}
