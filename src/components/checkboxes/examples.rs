//! Examples of checkboxes and of a single tick.

use leptos::prelude::*;

use super::{Checkboxes, ChoiceWords, FieldWords, Tick};
use crate::components::example::{Example, no_problem, problem};

/// Every example of this component.
pub fn examples() -> Vec<Example> {
    vec![Example::new("plain", plain), Example::new("with_problem", with_problem), Example::new("tick", tick)]
}

fn choices() -> Vec<ChoiceWords> {
    vec![
        ChoiceWords::new("everyday", "Arjen sujuminen"),
        ChoiceWords::new("exhaustion", "Vanhemman uupumus").hint("Myös silloin, kun et ole varma."),
        ChoiceWords::new("separation", "Ero, huoltajuus tai lapsen tapaamiset"),
    ]
}

fn plain() -> AnyView {
    let words = FieldWords::new("boxes_plain", "Mistä on kyse?").hint("Voit valita useita.").optional();
    view! { <Checkboxes words choices=choices() values=RwSignal::new(Vec::new()) problem=no_problem()/> }.into_any()
}

fn with_problem() -> AnyView {
    let words = FieldWords::new("boxes_problem", "Mistä haluat kuulla?");
    let problem = problem("Valitse ainakin yksi.");
    view! { <Checkboxes words choices=choices() values=RwSignal::new(Vec::new()) problem/> }.into_any()
}

fn tick() -> AnyView {
    view! { <Tick words=FieldWords::new("tick", "Haluamme kuulla tästä lisää") ticked=RwSignal::new(false)/> }
        .into_any()
}
