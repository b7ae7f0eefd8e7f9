//! Examples of the emergency row. The county's number is invented and cannot be dialled.

use leptos::prelude::*;

use super::{EmergencyContact, EmergencyRow};
use crate::components::example::Example;

/// Every example of this component.
pub fn examples() -> Vec<Example> {
    vec![
        Example::new("without_county", || view! { <EmergencyRow social=None/> }.into_any()),
        Example::new("with_county", with_county),
    ]
}

fn with_county() -> AnyView {
    let social = EmergencyContact {
        label: "Esimerkkialueen sosiaalipäivystys".to_owned(),
        number: "099 000 0112".to_owned(),
        href: None,
    };
    view! { <EmergencyRow social=Some(social)/> }.into_any()
}
