//! Examples of the language switch.

use leptos::prelude::*;

use super::{LanguageLink, LanguageSwitch};
use crate::components::example::Example;
use crate::domain::Language;

/// Every example of this component.
pub fn examples() -> Vec<Example> {
    vec![Example::new("finnish", finnish)]
}

/// This page in every language, while reading Finnish.
pub fn links() -> Vec<LanguageLink> {
    let link = |language: Language| LanguageLink {
        language,
        href: format!("#{}", language.code()),
        current: language == Language::Fi,
    };
    Language::ALL.into_iter().map(link).collect()
}

fn finnish() -> AnyView {
    view! { <LanguageSwitch links=links()/> }.into_any()
}
