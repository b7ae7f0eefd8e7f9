//! Examples of answers to check.

use leptos::prelude::*;

use super::{SummaryList, SummaryRow};
use crate::components::example::Example;

/// Every example of this component.
pub fn examples() -> Vec<Example> {
    vec![Example::new("to_check", to_check), Example::new("receipt", receipt)]
}

fn row(name: &str, label: &str, lines: &[&str]) -> SummaryRow {
    let lines = lines.iter().map(|line| (*line).to_owned()).collect();
    SummaryRow { name: name.to_owned(), label: label.to_owned(), lines }
}

fn rows() -> Vec<SummaryRow> {
    vec![
        row(
            "own_words",
            "Kerro omin sanoin, mitä teille kuuluu",
            &["Illat ovat raskaita.\nKaipaamme apua nukkumiseen."],
        ),
        row("wishes", "Mikä auttaisi?", &["Keskustelu ja neuvonta", "Perhetyö"]),
        row("school", "Lapsen päiväkoti tai koulu", &[]),
    ]
}

fn to_check() -> AnyView {
    view! { <SummaryList rows=rows() on_change=Callback::new(drop)/> }.into_any()
}

fn receipt() -> AnyView {
    view! { <SummaryList rows=rows()/> }.into_any()
}
