//! The municipality selector: type a name, a former name or a postal code, and choose.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::page,
    components::{
        Combobox, ComboboxActions, ComboboxRow, ComboboxState, FieldWords, control_id, texts,
        texts::{t, t_fill},
    },
    contacts::{Directory, Match, Why},
    domain::{Language, MunicipalityCode},
    i18n::Texts,
    pages::{choice::Choice, loading, shared::Shared},
};

/// How many matches are offered.
const OFFERED: usize = 8;

/// The selector. What is chosen is followed by the whole site.
#[component]
pub fn Selector(
    /// The words of the question, and its name.
    words: FieldWords,
    /// What is not ready yet, in words.
    problem: Signal<Option<String>>,
) -> AnyView {
    let shared = Shared::here();
    let query = RwSignal::new(String::new());
    let rows = rows(shared, query);
    Effect::new({
        let name = words.name.clone();
        move |_| take_over_typed(shared, query, &name)
    });
    // A municipality out of the address comes a moment later; it stands in the line too, unless something is typed there.
    Effect::new(move |_| {
        let name = shared.municipality_name();
        if query.with_untracked(String::is_empty) && !name.is_empty() {
            query.set(name);
        }
    });
    let failed = RwSignal::new(false);
    let on_query = Callback::new(move |_| {
        spawn_local(async move {
            failed.set(loading::directory(shared).await.is_none());
        })
    });
    let on_choose = Callback::new(move |code: String| choose(shared, query, failed, &code));
    let on_active = Callback::new(|id: String| page::bring_into_view(&id));
    let state = ComboboxState { query, rows, problem };
    let actions = ComboboxActions { on_query, on_choose, on_active };
    view! {
        <Combobox words state actions/>
        <p class="tuki-selector__chosen" role="status">
            {move || if failed.get() { t("contacts.find.failed") } else { chosen(shared) }}
        </p>
    }
    .into_any()
}

/// Fetches the directory and keeps what was typed before the program came.
fn take_over_typed(shared: Shared, query: RwSignal<String>, name: &str) {
    let typed = page::typed(&control_id(name)).filter(|typed| !typed.is_empty()).or_else(|| shared.take_typed(name));
    // Set after adoption, since the prerendered line is empty: a value that was there from the start would not be drawn.
    query.set(typed.unwrap_or_else(|| untrack(|| shared.municipality_name())));
    spawn_local(async move {
        loading::directory(shared).await;
    });
}

fn choose(shared: Shared, query: RwSignal<String>, failed: RwSignal<bool>, code: &str) {
    let Some(code) = MunicipalityCode::parse(code) else { return };
    spawn_local(async move {
        let chosen = loading::choose(shared, code).await.is_some();
        failed.set(!chosen);
        if chosen {
            query.set(shared.municipality_name());
        }
    });
}

fn rows(shared: Shared, query: RwSignal<String>) -> Signal<Vec<ComboboxRow>> {
    let words = texts::texts();
    let language = shared.language();
    Signal::derive(move || {
        let Some(directory) = shared.directory.get() else { return Vec::new() };
        let typed = query.get();
        if shared.choice.with(|choice| choice.as_ref().is_some_and(|choice| choice.name(language) == typed)) {
            return Vec::new();
        }
        rows_for(&directory, &typed, language, &words)
    })
}

fn rows_for(directory: &Arc<Directory>, typed: &str, language: Language, words: &Texts) -> Vec<ComboboxRow> {
    let found = directory.search(typed, language, OFFERED);
    found.iter().map(|found| row(found, language, words)).collect()
}

fn row(found: &Match<'_>, language: Language, words: &Texts) -> ComboboxRow {
    let label = found.municipality.names.in_language(language).to_owned();
    ComboboxRow { id: found.municipality.code.to_string(), label, detail: why(found, words) }
}

/// Why a row is offered, when its name does not say so itself.
fn why(found: &Match<'_>, words: &Texts) -> String {
    match found.why {
        Why::Name => String::new(),
        Why::OtherLanguage(name) => words.fill("contacts.why.other_language", &[("name", name)]),
        Why::Near => words.get("contacts.why.near").to_owned(),
        Why::FormerName { name, year, split } => {
            let key = if split { "contacts.why.former_name_split" } else { "contacts.why.former_name" };
            words.fill(key, &[("former", name), ("year", &year.to_string())])
        }
        Why::PostalCode { code, border } => {
            let key = if border { "contacts.why.postal_code_border" } else { "contacts.why.postal_code" };
            words.fill(key, &[("code", &code.to_string())])
        }
    }
}

fn chosen(shared: Shared) -> String {
    let language = shared.language();
    let words = |choice: &Choice| t_fill("contacts.find.chosen", &[("name", choice.name(language))]);
    shared.choice.with(|choice| choice.as_ref().map_or_else(String::new, words))
}
