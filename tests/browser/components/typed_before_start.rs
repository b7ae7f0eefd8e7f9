//! A line of text that somebody typed into before the program started, and a page that the browser has translated.

use leptos::prelude::*;
use leptos::task::tick;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlElement, HtmlInputElement};
use tukipolku::components::{FieldWords, TextField, TextKind};
use wasm_bindgen_test::wasm_bindgen_test;

/// The prerendered field; a native test keeps it what the component draws.
const PAGE: &str = include_str!("text_field.html");

/// A page with the prerendered field in it, not yet adopted.
struct Page {
    root: HtmlElement,
    value: RwSignal<String>,
    problem: RwSignal<Option<String>>,
    // Signals live as long as their owner.
    _owner: Owner,
}

impl Page {
    fn prerendered() -> Self {
        let owner = Owner::new();
        owner.set();
        let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        root.set_inner_html(PAGE);
        document().body().unwrap().append_child(&root).unwrap();
        Self { root, value: RwSignal::new(String::new()), problem: RwSignal::new(None), _owner: owner }
    }

    fn adopt(&self) {
        let (value, problem) = (self.value, self.problem);
        let view = move || {
            let words =
                FieldWords::new("text_hint", "Puhelinnumero").hint("Numero, johon voimme soittaa turvallisesti.");
            view! { <TextField words value problem kind=TextKind::PHONE/> }
        };
        leptos::mount::hydrate_from(self.root.clone(), view).forget();
    }

    fn find<T: JsCast>(&self, selector: &str) -> T {
        self.root.query_selector(selector).unwrap().unwrap().unchecked_into()
    }

    fn input(&self) -> HtmlInputElement {
        self.find("input")
    }
}

#[wasm_bindgen_test]
async fn what_was_typed_before_the_start_stays() {
    let page = Page::prerendered();
    let before = page.input();
    before.set_value("040 1");
    page.adopt();
    tick().await;
    assert_eq!(page.input().value(), "040 1");
    assert!(page.input().is_same_node(Some(&before)), "the field itself is adopted");
}

#[wasm_bindgen_test]
async fn the_adopted_field_and_the_page_follow_each_other() {
    let page = Page::prerendered();
    page.adopt();
    page.input().set_value("040 12");
    page.input().dispatch_event(&Event::new("input").unwrap()).unwrap();
    assert_eq!(page.value.get_untracked(), "040 12");
    page.value.set("050".to_owned());
    tick().await;
    assert_eq!(page.input().value(), "050");
}

#[wasm_bindgen_test]
async fn a_problem_is_shown_and_goes_also_on_a_translated_page() {
    let page = Page::prerendered();
    page.adopt();
    page.problem.set(Some("Kirjoita numero.".to_owned()));
    tick().await;
    let place: Element = page.find(".tuki-field__problem");
    place.set_inner_html("<font><font>Write the number.</font></font>");
    page.problem.set(Some("Numero on liian pitkä.".to_owned()));
    tick().await;
    assert_eq!(place.text_content().as_deref(), Some("Numero on liian pitkä."));
    assert_eq!(page.input().get_attribute("aria-invalid").as_deref(), Some("true"));
    page.problem.set(None);
    tick().await;
    assert_eq!(place.text_content().as_deref(), Some(""));
    assert_eq!(page.input().get_attribute("aria-invalid"), None);
}
