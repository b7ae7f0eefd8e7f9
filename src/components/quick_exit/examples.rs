//! Examples of the way out.

use leptos::prelude::*;

use super::QuickExit;
use crate::components::example::Example;

/// Every example of this component.
pub fn examples() -> Vec<Example> {
    vec![Example::new("plain", plain)]
}

fn plain() -> AnyView {
    view! { <QuickExit href="#away".to_owned()/> }.into_any()
}
