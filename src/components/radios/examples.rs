//! Examples of one answer out of a few.

use leptos::prelude::*;

use super::{ChoiceWords, FieldWords, Radios};
use crate::components::example::{Example, no_problem, problem};

/// Every example of this component.
pub fn examples() -> Vec<Example> {
    vec![Example::new("plain", plain), Example::new("with_problem", with_problem)]
}

fn plain() -> AnyView {
    let words = FieldWords::new("radios_plain", "Oletko jo lapsiperheiden sosiaalipalvelujen asiakas?");
    let choices = vec![
        ChoiceWords::new("yes", "Olen").hint("Näytämme oman työntekijäsi yhteystavan ensin."),
        ChoiceWords::new("no", "En ole"),
        ChoiceWords::new("unknown", "En tiedä"),
    ];
    view! { <Radios words choices value=RwSignal::new("no".to_owned()) problem=no_problem()/> }.into_any()
}

fn with_problem() -> AnyView {
    let words =
        FieldWords::new("radios_problem", "Miten voimme vastata sinulle?").hint("Valitse se, mikä on turvallisinta.");
    let choices = vec![ChoiceWords::new("phone", "Soittakaa minulle"), ChoiceWords::new("self", "Soitan itse")];
    let problem = problem("Valitse yksi tapa.");
    view! { <Radios words choices value=RwSignal::new(String::new()) problem/> }.into_any()
}
