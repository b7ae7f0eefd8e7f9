//! Examples of cards.

use leptos::prelude::*;

use super::{Card, LinkCard, LinkCards};
use crate::components::example::Example;

/// Every example of this component.
pub fn examples() -> Vec<Example> {
    vec![Example::new("plain", plain), Example::new("links", links)]
}

fn plain() -> AnyView {
    view! {
        <Card title="Mitä seuraavaksi tapahtuu".to_owned()>
            <p>"Työntekijä ottaa sinuun yhteyttä sillä tavalla, jonka valitsit."</p>
        </Card>
    }
    .into_any()
}

fn card(href: &str, title: &str, text: &str) -> LinkCard {
    LinkCard { href: href.to_owned(), title: title.to_owned(), text: text.to_owned() }
}

fn links() -> AnyView {
    let cards = vec![
        card("#work", "Perhetyö", "Työntekijä käy kotonanne ja etsii kanssanne keinoja arkeen."),
        card("#support", "Tukiperhe ja tukihenkilö", "Lapsi saa toisen turvallisen aikuisen."),
        card("#assessment", "Palvelutarpeen arviointi", ""),
    ];
    view! { <LinkCards cards/> }.into_any()
}
