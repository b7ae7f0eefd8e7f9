//! Examples of a group that repeats.

use leptos::prelude::*;

use super::{Group, GroupWords};
use crate::components::example::{Example, no_problem};
use crate::components::{FieldWords, TextField, TextKind};

/// Every example of this component.
pub fn examples() -> Vec<Example> {
    vec![Example::new("two_rows", two_rows)]
}

fn member(key: usize) -> AnyView {
    let (name, age) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let name_words = FieldWords::new(format!("member_{key}_name"), "Etunimi tai nimikirjaimet").optional();
    let age_words = FieldWords::new(format!("member_{key}_age"), "Ikä").optional();
    view! {
        <TextField words=name_words value=name problem=no_problem()/>
        <TextField words=age_words value=age problem=no_problem() kind=TextKind::DIGITS/>
    }
    .into_any()
}

fn two_rows() -> AnyView {
    let words = GroupWords { one: "Perheenjäsen".to_owned(), add: "Lisää perheenjäsen".to_owned() };
    let keys = RwSignal::new(vec![1, 2]);
    view! { <Group words keys draw=Callback::new(member) on_change=Callback::new(drop)/> }.into_any()
}
