//! Answers to check: what was asked, what was answered, and a way to change it.

#[cfg(any(feature = "ssr", feature = "gallery"))]
mod examples;
#[cfg(any(feature = "ssr", feature = "gallery"))]
pub use examples::examples;

use leptos::prelude::*;

use super::texts::t;

/// One answered question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SummaryRow {
    /// The question's name, told to the page when somebody wants to change it.
    pub name: String,
    /// What was asked.
    pub label: String,
    /// What was answered, a line each. Empty says "not answered".
    pub lines: Vec<String>,
}

/// Answers under each other, with a change button each where the page can change them.
///
/// ```
/// # use leptos::prelude::*;
/// # use tukipolku::components::{SummaryList, SummaryRow};
/// # fn page(rows: Vec<SummaryRow>, change: Callback<String>) -> impl IntoView { view! {
/// <SummaryList rows on_change=change/>
/// # } }
/// ```
#[component]
pub fn SummaryList(
    /// The questions with their answers.
    rows: Vec<SummaryRow>,
    /// Leads to the question with this name. Without it nothing can be changed, as on the receipt.
    #[prop(optional)]
    on_change: Option<Callback<String>>,
) -> AnyView {
    let rows: Vec<AnyView> = rows.into_iter().map(|row| summary_row(row, on_change)).collect();
    view! { <dl class="tuki-summary">{rows}</dl> }.into_any()
}

fn summary_row(row: SummaryRow, on_change: Option<Callback<String>>) -> AnyView {
    let change = on_change.map(|on_change| change_button(row.name, row.label.clone(), on_change));
    view! {
        <div class="tuki-summary__row">
            <dt class="tuki-summary__label">{row.label}</dt>
            {answer(row.lines)}
            {change}
        </div>
    }
    .into_any()
}

fn answer(lines: Vec<String>) -> AnyView {
    if lines.is_empty() {
        return view! { <dd class="tuki-summary__empty">{t("components.not_answered")}</dd> }.into_any();
    }
    view! { <dd class="tuki-summary__answer">{lines.join("\n")}</dd> }.into_any()
}

fn change_button(name: String, label: String, on_change: Callback<String>) -> AnyView {
    view! {
        <dd class="tuki-summary__change">
            <button class="tuki-button tuki-button--link" type="button" on:click=move |_| on_change.run(name.clone())>
                {t("components.change")}
                <span class="tuki-hidden">": " {label}</span>
            </button>
        </dd>
    }
    .into_any()
}
