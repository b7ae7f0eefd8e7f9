//! Turns clicks on links of the same site, and Back and Forward, into places. The address bar follows.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{AbortSignal, AddEventListenerOptions, Element, Event, HtmlAnchorElement, MouseEvent, Url, window};

use crate::{
    browser::{alive, page::document},
    domain::MunicipalityCode,
    routes::Place,
};

/// Where an address of our site leads, with the municipality it carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// The screen and its language.
    pub place: Place,
    /// From `?kunta=297`.
    pub municipality: Option<MunicipalityCode>,
}

/// How the person came to ask for a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visit {
    /// By a link: the address is new in history.
    Link,
    /// By Back or Forward: the address bar has moved already.
    History,
}

/// The place the page was loaded at.
pub fn current() -> Option<Target> {
    target_of(&Url::new(&window()?.location().href().ok()?).ok()?)
}

/// What the address says of the municipality when that is no code: a name, as in `?kunta=Kuopio`.
pub fn municipality_by_name() -> Option<String> {
    let url = Url::new(&window()?.location().href().ok()?).ok()?;
    url.search_params().get("kunta").filter(|text| MunicipalityCode::parse(text).is_none())
}

/// Calls `go` for every visit to a place of this site. The listeners end with `signal`.
pub fn listen(signal: &AbortSignal, go: impl Fn(Target, Visit) + Clone + 'static) {
    let (Some(document), Some(window)) = (document(), window()) else { return };
    let options = AddEventListenerOptions::new();
    options.set_signal(signal);
    let follow = go.clone();
    let on_click = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
        if let Some(target) = clicked(&event).filter(|_| alive::is_sound()) {
            event.prevent_default();
            follow(target, Visit::Link);
        }
    });
    let on_pop = Closure::<dyn Fn(Event)>::new(move |_| {
        if let Some(target) = current().filter(|_| alive::is_sound()) {
            go(target, Visit::History);
        }
    });
    for (owner, kind, listener) in
        [(document.as_ref(), "click", on_click.into_js_value()), (window.as_ref(), "popstate", on_pop.into_js_value())]
    {
        let owner: &web_sys::EventTarget = owner;
        // Adding a listener to a live document or window cannot fail.
        let _ = owner.add_event_listener_with_callback_and_add_event_listener_options(
            kind,
            listener.unchecked_ref(),
            &options,
        );
    }
}

/// Writes a new place into the address bar and history.
pub fn push(target: Target) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        // Refused only in frames of a foreign origin, where this is never called.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address(target)));
    }
}

/// Changes the present address without a trace in history.
pub fn replace(target: Target) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address(target)));
    }
}

/// The address of a place, carrying the municipality.
pub fn address(target: Target) -> String {
    let query = target.municipality.map(|code| format!("?kunta={code}")).unwrap_or_default();
    target.place.path() + &query
}

/// The place a plain left click on a link of our site leads to. Everything else stays the browser's business.
fn clicked(event: &MouseEvent) -> Option<Target> {
    let plain = event.button() == 0 && !event.ctrl_key() && !event.meta_key() && !event.shift_key() && !event.alt_key();
    if !plain || event.default_prevented() {
        return None;
    }
    let element: Element = event.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = element.closest("a[href]").ok()??.dyn_into().ok()?;
    let ours = link.origin() == window()?.location().origin().ok()?;
    let same_page = !link.hash().is_empty() && link.pathname() == window()?.location().pathname().ok()?;
    if !ours || same_page || !link.target().is_empty() || link.has_attribute("download") {
        return None;
    }
    target_of(&Url::new(&link.href()).ok()?)
}

fn target_of(url: &Url) -> Option<Target> {
    let municipality = url.search_params().get("kunta").and_then(|code| MunicipalityCode::parse(&code));
    Some(Target { place: Place::parse(&url.pathname())?, municipality })
}
