//! Examples of several lines of typed text.

use leptos::prelude::*;

use super::{AreaSize, FieldWords, TextArea};
use crate::components::example::{Example, no_problem, problem};

/// Every example of this component.
pub fn examples() -> Vec<Example> {
    vec![Example::new("plain", plain), Example::new("with_problem", with_problem)]
}

fn plain() -> AnyView {
    let words = FieldWords::new("area_plain", "Mikä auttaisi juuri nyt?").optional();
    view! { <TextArea words value=RwSignal::new(String::new()) problem=no_problem()/> }.into_any()
}

fn with_problem() -> AnyView {
    let words = FieldWords::new("area_problem", "Kerro omin sanoin, mitä teille kuuluu")
        .hint("Voit aloittaa mistä vain. Muutama lause riittää.");
    let problem = problem("Kirjoita muutama sana, jotta tiedämme, miten voimme auttaa.");
    view! { <TextArea words value=RwSignal::new(String::new()) problem size=AreaSize::LONG/> }.into_any()
}
