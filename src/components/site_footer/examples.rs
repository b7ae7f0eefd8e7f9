//! Examples of the foot of a page.

use leptos::prelude::*;

use super::{NavLink, SiteFooter};
use crate::components::example::Example;

/// Every example of this component.
pub fn examples() -> Vec<Example> {
    vec![Example::new("plain", plain)]
}

fn plain() -> AnyView {
    let links = vec![
        NavLink::new("#saved", "Tallennettu tälle laitteelle"),
        NavLink::new("#safety", "Turvallinen käyttö"),
        NavLink::new("#about", "Tietoa palvelusta"),
        NavLink::new("#accessibility", "Saavutettavuusseloste"),
    ];
    view! { <SiteFooter links lines=vec!["Sivustoa ylläpitää esimerkkialue.".to_owned()]/> }.into_any()
}
