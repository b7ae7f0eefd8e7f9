//! The document around the app: its title, language, focus, and what the person sees of it.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlButtonElement, HtmlElement, HtmlInputElement, HtmlTextAreaElement, window};

use crate::domain::Language;

/// The document. The browser room is used only where there is one.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// Sets the title and the language of the document.
pub fn set_head(title: &str, language: Language) {
    let Some(document) = document() else { return };
    document.set_title(title);
    if let Some(root) = document.document_element() {
        // Setting an attribute of our own root element cannot fail.
        let _ = root.set_attribute("lang", language.code());
    }
}

/// Moves focus to the first element that matches, making it focusable by script if it is not by nature.
pub fn focus(selector: &str) -> bool {
    let Some(element) = find(selector) else { return false };
    if element.tab_index() < 0 {
        // Headings and summaries take focus from a script without becoming a stop of the Tab key.
        let _ = element.set_attribute("tabindex", "-1");
    }
    element.focus().is_ok()
}

/// Whether the focus is in the page's own part, or nowhere: not in its head, its foot or on a way out.
pub fn is_in_main() -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused
        .is_none_or(|focused| focused.tag_name() == "BODY" || focused.closest("main").is_ok_and(|main| main.is_some()))
}

/// Whether the focus is on nothing, as after a pressed button has gone.
pub fn has_lost_focus() -> bool {
    document().and_then(|document| document.active_element()).is_none_or(|focused| focused.tag_name() == "BODY")
}

/// Scrolls to the top, as a new page would.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// The element that matches, as something that can take focus.
pub fn find(selector: &str) -> Option<HtmlElement> {
    let found: Element = document()?.query_selector(selector).ok()??;
    found.dyn_into().ok()
}

/// The text of the element with this id, e.g. the data block the prerenderer wrote into the page.
pub fn text_of(id: &str) -> Option<String> {
    document()?.get_element_by_id(id)?.text_content()
}

/// Runs a task after the page holds the latest changes, and before the person's next key or press: whoever is quick must not
/// have the focus or the place on the page taken away in the middle of what they do. So no frame is waited for.
pub fn after_drawing(task: impl FnOnce() + 'static) {
    wasm_bindgen_futures::spawn_local(async move {
        // What draws the changes stands before us in the queue of tasks; what that draws within itself, before the next turn.
        // A promise of nothing is never refused.
        let _ = JsFuture::from(Promise::resolve(&JsValue::UNDEFINED)).await;
        task();
    });
}

/// What is typed in the control with this id. `None` when there is no such control.
pub fn typed(id: &str) -> Option<String> {
    let control = document()?.get_element_by_id(id)?;
    let line = control.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    line.or_else(|| control.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value))
}

/// The values of the ticked boxes and chosen buttons with this name.
pub fn ticked(name: &str) -> Vec<String> {
    boxes(name).into_iter().filter_map(|(value, ticked)| ticked.then_some(value)).collect()
}

/// The values of all boxes and buttons with this name, and whether they are ticked.
pub fn boxes(name: &str) -> Vec<(String, bool)> {
    inputs(name).map(|input| (input.value(), input.checked())).collect()
}

/// Ticks the boxes with this name whose value is among these, and no other.
pub fn set_boxes(name: &str, values: &[String]) {
    for input in inputs(name) {
        input.set_checked(values.contains(&input.value()));
    }
}

fn inputs(name: &str) -> impl Iterator<Item = HtmlInputElement> {
    let found = document().and_then(|document| document.query_selector_all(&format!("input[name=\"{name}\"]")).ok());
    let nodes = found.into_iter().flat_map(|found| (0..found.length()).filter_map(move |index| found.get(index)));
    nodes.filter_map(|node| node.dyn_into().ok())
}

/// Whether the controls of the page's own part take words. What stands in them can be read and copied all the same.
pub fn let_write(may: bool) {
    const CONTROLS: &str = "main input, main textarea, main .tuki-group button";
    let found = document().and_then(|document| document.query_selector_all(CONTROLS).ok());
    for node in found.into_iter().flat_map(|found| (0..found.length()).filter_map(move |index| found.get(index))) {
        if let Some(area) = node.dyn_ref::<HtmlTextAreaElement>() {
            area.set_read_only(!may);
        } else if let Some(input) = node.dyn_ref::<HtmlInputElement>() {
            // A box or a button that is chosen cannot be read-only, only off.
            if ["radio", "checkbox"].contains(&&*input.type_()) {
                input.set_disabled(!may);
            } else {
                input.set_read_only(!may);
            }
        } else if let Some(button) = node.dyn_ref::<HtmlButtonElement>() {
            button.set_disabled(!may);
        }
    }
}

/// Scrolls the element with this id into view, no further than needed.
pub fn bring_into_view(id: &str) {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else { return };
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Puts a text where the next "paste" takes it from. False where the browser does not let us.
pub async fn copy(text: &str) -> bool {
    let clipboard = window().map(|window| window.navigator().clipboard());
    // Without a safe connection there is no clipboard at all, whatever the type says.
    let Some(clipboard) = clipboard.filter(|clipboard| !clipboard.is_undefined()) else { return false };
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// Opens the browser's own print dialogue.
pub fn print() {
    if let Some(window) = window() {
        // A browser without printing has nothing to say about it.
        let _ = window.print();
    }
}

/// Whether this page stands inside a page of somebody else.
pub fn is_framed() -> bool {
    window().is_some_and(|window| window.parent().ok().flatten().is_none_or(|parent| parent != window))
}
