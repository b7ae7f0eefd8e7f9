//! Examples of the way through a form.

use leptos::prelude::*;

use super::StepProgress;
use crate::components::example::Example;

/// Every example of this component.
pub fn examples() -> Vec<Example> {
    vec![Example::new("midway", || view! { <StepProgress step=3 of=9/> }.into_any())]
}
