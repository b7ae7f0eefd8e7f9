//! Examples of something to open.

use leptos::prelude::*;

use super::Details;
use crate::components::example::Example;

/// Every example of this component.
pub fn examples() -> Vec<Example> {
    vec![Example::new("plain", plain)]
}

fn plain() -> AnyView {
    view! {
        <Details summary="Miksi kysymme tätä?".to_owned()>
            <p>"Kunnan perusteella tiedämme, mikä työryhmä vastaa sinulle."</p>
        </Details>
    }
    .into_any()
}
