//! Examples of the line that says what this site is.

use leptos::prelude::*;

use super::{DemoBanner, NotOwn};
use crate::components::example::Example;

/// Every example of this component.
pub fn examples() -> Vec<Example> {
    vec![
        Example::new("demo", || view! { <DemoBanner site=NotOwn::Demo/> }.into_any()),
        Example::new("national", || view! { <DemoBanner site=NotOwn::National/> }.into_any()),
    ]
}
