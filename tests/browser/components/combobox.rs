//! The combobox by keyboard and by pointer.

use leptos::prelude::*;
use leptos::task::tick;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit};
use tukipolku::components::{Combobox, ComboboxActions, ComboboxRow, ComboboxState, FieldWords};
use wasm_bindgen_test::wasm_bindgen_test;

/// A combobox on a page, and what it told the page.
struct Page {
    root: HtmlElement,
    state: ComboboxState,
    told: RwSignal<Vec<String>>,
    // Signals live as long as their owner.
    _owner: Owner,
}

fn matches(query: &str) -> Vec<ComboboxRow> {
    let all = [("297", "Kuopio"), ("402", "Kurikka"), ("091", "Helsinki")];
    let fitting = all.into_iter().filter(|(_, name)| !query.is_empty() && name.to_lowercase().starts_with(query));
    fitting
        .map(|(id, label)| ComboboxRow { id: id.to_owned(), label: label.to_owned(), detail: String::new() })
        .collect()
}

impl Page {
    fn open() -> Self {
        let owner = Owner::new();
        owner.set();
        let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&root).unwrap();
        let (query, told) = (RwSignal::new(String::new()), RwSignal::new(Vec::new()));
        let rows = Signal::derive(move || query.with(|query| matches(query)));
        let state = ComboboxState { query, rows, problem: Signal::stored(None) };
        let page = Self { root, state, told, _owner: owner };
        page.draw();
        page
    }

    fn draw(&self) {
        let (state, told) = (self.state, self.told);
        let tell = move |what: &'static str| {
            Callback::new(move |value: String| told.update(|told| told.push(format!("{what} {value}"))))
        };
        let actions = ComboboxActions { on_query: tell("query"), on_choose: tell("choose"), on_active: tell("active") };
        let view = move || view! { <Combobox words=FieldWords::new("kunta", "Kunta") state actions/> };
        leptos::mount::mount_to(self.root.clone(), view).forget();
    }

    fn line(&self) -> HtmlInputElement {
        self.root.query_selector("input").unwrap().unwrap().unchecked_into()
    }

    fn list(&self) -> HtmlElement {
        self.root.query_selector("[role=listbox]").unwrap().unwrap().unchecked_into()
    }

    async fn type_in(&self, text: &str) {
        self.line().set_value(text);
        self.line().dispatch_event(&Event::new("input").unwrap()).unwrap();
        tick().await;
    }

    /// Presses a key; tells whether its usual work was left undone.
    async fn press(&self, key: &str) -> bool {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        init.set_cancelable(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        let done = self.line().dispatch_event(&event).unwrap();
        tick().await;
        !done
    }

    fn active(&self) -> Option<Element> {
        let id = self.line().get_attribute("aria-activedescendant")?;
        self.root.query_selector(&format!("[id='{id}']")).unwrap()
    }
}

#[wasm_bindgen_test]
async fn arrows_move_and_enter_chooses() {
    let page = Page::open();
    page.type_in("ku").await;
    assert!(!page.list().hidden());
    assert_eq!(page.line().get_attribute("aria-expanded").as_deref(), Some("true"));
    assert!(page.press("ArrowDown").await && page.press("ArrowDown").await);
    let active = page.active().unwrap();
    assert_eq!(active.get_attribute("aria-selected").as_deref(), Some("true"));
    assert_eq!(active.text_content().unwrap().trim(), "Kurikka");
    assert_eq!(page.line().value(), "ku", "moving does not change what was typed");
    assert!(page.press("Enter").await);
    assert_eq!(page.line().value(), "Kurikka");
    assert!(page.list().hidden());
    let told = page.told.get_untracked();
    assert_eq!(told, ["query ku", "active field-kunta-option-297", "active field-kunta-option-402", "choose 402"]);
}

#[wasm_bindgen_test]
async fn escape_closes_and_keeps_the_text() {
    let page = Page::open();
    page.type_in("ku").await;
    assert!(page.press("Escape").await);
    assert!(page.list().hidden());
    assert_eq!(page.line().value(), "ku");
    assert!(!page.press("Enter").await, "Enter is left to the form");
}

#[wasm_bindgen_test]
async fn pressing_an_option_chooses_it() {
    let page = Page::open();
    page.type_in("hel").await;
    let option: HtmlElement = page.root.query_selector("[role=option]").unwrap().unwrap().unchecked_into();
    option.click();
    tick().await;
    assert_eq!(page.line().value(), "Helsinki");
    assert_eq!(page.told.get_untracked(), ["query hel", "choose 091"]);
}

#[wasm_bindgen_test]
async fn nothing_found_shows_no_list() {
    let page = Page::open();
    page.type_in("zzz").await;
    assert!(page.list().hidden());
    assert_eq!(page.line().get_attribute("aria-expanded").as_deref(), Some("false"));
    let status = page.root.query_selector("[role=status]").unwrap().unwrap();
    assert_eq!(
        status.text_content().as_deref(),
        Some("components.matches.none"),
        "the key, since this page has no texts"
    );
}
