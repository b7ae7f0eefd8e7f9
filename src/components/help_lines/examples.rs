//! Examples of help lines. The names and numbers are invented and cannot be dialled.

use leptos::prelude::*;

use super::{HelpLine, HelpLines};
use crate::components::example::Example;
use crate::components::{ContactKind, ContactValues};

/// Every example of this component.
pub fn examples() -> Vec<Example> {
    vec![Example::new("plain", plain)]
}

fn plain() -> AnyView {
    let phone = ContactValues {
        kind: ContactKind::Phone,
        label: "Puhelin".to_owned(),
        text: "099 000 0002".to_owned(),
        href: None,
        hours: vec!["joka päivä klo 16–21".to_owned()],
        freshness: None,
    };
    let line = HelpLine {
        name: "Esimerkkipuhelin".to_owned(),
        text: "Voit puhua nimettömästi siitä, mikä painaa.".to_owned(),
        ways: vec![phone],
    };
    view! { <HelpLines title="Joku, jolle puhua".to_owned() lines=vec![line]/> }.into_any()
}
