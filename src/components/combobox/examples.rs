//! Examples of a line that offers matches.

use leptos::prelude::*;

use super::{Combobox, ComboboxActions, ComboboxRow, ComboboxState, FieldWords};
use crate::components::example::{Example, problem};

/// Every example of this component.
pub fn examples() -> Vec<Example> {
    vec![Example::new("with_matches", with_matches), Example::new("with_problem", with_problem)]
}

fn actions() -> ComboboxActions {
    ComboboxActions { on_query: Callback::new(drop), on_choose: Callback::new(drop), on_active: Callback::new(drop) }
}

fn row(id: &str, label: &str, detail: &str) -> ComboboxRow {
    ComboboxRow { id: id.to_owned(), label: label.to_owned(), detail: detail.to_owned() }
}

fn with_matches() -> AnyView {
    let rows = vec![
        row("297", "Kuopio", "Pohjois-Savon hyvinvointialue"),
        row("402", "Lapinlahti", "Pohjois-Savon hyvinvointialue"),
        row("687", "Rautavaara", "Pohjois-Savon hyvinvointialue"),
    ];
    let state = ComboboxState {
        query: RwSignal::new(String::new()),
        rows: Signal::stored(rows),
        problem: Signal::stored(None),
    };
    let words = FieldWords::new("combobox_matches", "Kunta tai postinumero").hint("Esimerkiksi Kuopio tai 70100.");
    view! { <Combobox words state actions=actions()/> }.into_any()
}

fn with_problem() -> AnyView {
    let state = ComboboxState {
        query: RwSignal::new(String::new()),
        rows: Signal::stored(Vec::new()),
        problem: problem("Valitse kunta luettelosta."),
    };
    view! { <Combobox words=FieldWords::new("combobox_problem", "Kunta") state actions=actions()/> }.into_any()
}
