//! Examples of the link past the header.

use leptos::prelude::*;

use super::SkipLink;
use crate::components::example::Example;

/// Every example of this component.
pub fn examples() -> Vec<Example> {
    vec![Example::new("plain", || view! { <SkipLink/> }.into_any())]
}
