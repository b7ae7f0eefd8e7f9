//! Examples of the head of a page.

use leptos::prelude::*;

use super::{NavLink, SiteHeader, SiteName};
use crate::components::example::Example;
use crate::components::language_switch::links as languages;
use crate::components::{LanguageSwitch, QuickExit};

/// Every example of this component.
pub fn examples() -> Vec<Example> {
    vec![Example::new("national", national), Example::new("county_logo", county_logo)]
}

fn links() -> Vec<NavLink> {
    let current = NavLink { current: true, ..NavLink::new("#guide", "Apua perheelle") };
    vec![current, NavLink::new("#contacts", "Yhteystiedot"), NavLink::new("#form", "Kirjoita meille")]
}

fn name(logo: Option<String>) -> SiteName {
    SiteName { name: "Tukipolku".to_owned(), home: "#home".to_owned(), logo }
}

fn national() -> AnyView {
    view! {
        <SiteHeader name=name(None) links=links()>
            <LanguageSwitch links=languages()/>
            <QuickExit href="#away".to_owned()/>
        </SiteHeader>
    }
    .into_any()
}

fn county_logo() -> AnyView {
    let logo = Some("/favicon.svg".to_owned());
    view! { <SiteHeader name=name(logo) links=links()><LanguageSwitch links=languages()/></SiteHeader> }.into_any()
}
