//! Examples of one line of typed text.

use leptos::prelude::*;

use super::{FieldWords, TextField, TextKind};
use crate::components::example::{Example, no_problem, problem};

/// Every example of this component.
pub fn examples() -> Vec<Example> {
    vec![
        Example::new("plain", plain),
        Example::new("with_hint", with_hint),
        Example::new("with_problem", with_problem),
        Example::new("long_words", long_words),
        Example::new("digits", digits),
    ]
}

fn value() -> RwSignal<String> {
    RwSignal::new(String::new())
}

fn plain() -> AnyView {
    view! { <TextField words=FieldWords::new("text_plain", "Etunimi") value=value() problem=no_problem()/> }.into_any()
}

fn with_hint() -> AnyView {
    let words = FieldWords::new("text_hint", "Puhelinnumero").hint("Numero, johon voimme soittaa turvallisesti.");
    view! { <TextField words value=value() problem=no_problem() kind=TextKind::PHONE/> }.into_any()
}

fn with_problem() -> AnyView {
    let words = FieldWords::new("text_problem", "Sähköposti").hint("Käytämme vain vastaamiseen.").optional();
    let problem = problem("Kirjoita osoite muodossa nimi@esimerkki.fi.");
    view! { <TextField words value=value() problem kind=TextKind::EMAIL/> }.into_any()
}

fn long_words() -> AnyView {
    let label = "Lastensuojelun sosiaalityöntekijän yhteydenottopyyntölomakkeen käsittelijän nimi";
    view! { <TextField words=FieldWords::new("text_long", label) value=value() problem=no_problem()/> }.into_any()
}

fn digits() -> AnyView {
    let words = FieldWords::new("text_digits", "Postinumero").hint("Viisi numeroa, esimerkiksi 40100.");
    view! { <TextField words value=value() problem=no_problem() kind=TextKind::DIGITS/> }.into_any()
}
