//! Examples of buttons in every weight.

use leptos::prelude::*;

use super::{Button, ButtonLook, LinkButton};
use crate::components::example::Example;

/// Every example of this component.
pub fn examples() -> Vec<Example> {
    vec![Example::new("looks", looks), Example::new("submit", submit), Example::new("link", link)]
}

fn press() -> Callback<()> {
    Callback::new(drop)
}

fn looks() -> AnyView {
    view! {
        <div class="tuki-buttons">
            <Button words="Jatka".to_owned() on_press=press()/>
            <Button words="Tulosta".to_owned() on_press=press() look=ButtonLook::Secondary/>
            <Button words="Takaisin".to_owned() on_press=press() look=ButtonLook::Quiet/>
            <Button words="Aloita alusta".to_owned() on_press=press() look=ButtonLook::Link/>
            <Button words="Poista luonnos".to_owned() on_press=press() look=ButtonLook::Danger/>
        </div>
    }
    .into_any()
}

fn submit() -> AnyView {
    view! { <Button words="Tarkista vastaukset".to_owned() on_press=press() submit=true/> }.into_any()
}

fn link() -> AnyView {
    view! { <LinkButton words="Ota yhteyttä".to_owned() href="#contact".to_owned()/> }.into_any()
}
