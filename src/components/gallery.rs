//! The gallery of components: every example under its name, for development builds and for the eye.

use leptos::prelude::*;

use super::example::{Example, all_examples};

/// Every example of every component on one page.
#[component]
pub fn Gallery() -> AnyView {
    let parts: Vec<AnyView> = all_examples().into_iter().map(|(name, examples)| part(name, examples)).collect();
    view! { <h1>"Components"</h1> {parts} }.into_any()
}

fn part(component: &'static str, examples: Vec<Example>) -> AnyView {
    let examples: Vec<AnyView> = examples.into_iter().map(|example| shown(component, example)).collect();
    view! { <h2>{component}</h2> {examples} }.into_any()
}

fn shown(component: &'static str, example: Example) -> AnyView {
    view! {
        <section class="tuki-gallery__example" aria-label=format!("{component}: {}", example.name)>
            <h3>{example.name}</h3>
            {(example.view)()}
        </section>
    }
    .into_any()
}
