//! Examples of all problems of a page together.

use leptos::prelude::*;

use super::{ErrorSummary, ProblemLine};
use crate::components::example::{Example, problem};
use crate::components::{FieldWords, TextField};

/// Every example of this component.
pub fn examples() -> Vec<Example> {
    vec![Example::new("two_problems", two_problems), Example::new("no_problems", no_problems)]
}

fn line(field: &str, words: &str) -> ProblemLine {
    ProblemLine { field: field.to_owned(), words: words.to_owned() }
}

fn two_problems() -> AnyView {
    let (name, phone) = ("Kirjoita nimesi tai nimikirjaimesi.", "Kirjoita puhelinnumero, esimerkiksi 040 123 4567.");
    let problems = Signal::stored(vec![line("summary_name", name), line("summary_phone", phone)]);
    let value = RwSignal::new(String::new());
    view! {
        <ErrorSummary problems on_go=Callback::new(drop)/>
        <TextField words=FieldWords::new("summary_name", "Nimesi") value problem=problem(name)/>
        <TextField words=FieldWords::new("summary_phone", "Puhelinnumerosi") value problem=problem(phone)/>
    }
    .into_any()
}

fn no_problems() -> AnyView {
    view! { <ErrorSummary problems=Signal::stored(Vec::new()) on_go=Callback::new(drop)/> }.into_any()
}
