//! Values of the page that survive strangers: what a person typed before the program arrived, and a browser's
//! translation that puts its own elements around our words.

use leptos::prelude::*;
use leptos::tachys::html::property::IntoProperty;
use leptos::tachys::renderer::{Rndr, types::Element};
use wasm_bindgen::JsValue;

/// The value of an element's property (`prop:value`, `prop:checked`).
///
/// Leptos sets a property also on adoption, which would empty a field that somebody has already typed into
/// (seen in Leptos 0.8.23). This one leaves the page's value alone until the program's value changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// What is typed: `prop:value`.
    Typed(String),
    /// Whether a box or button is ticked: `prop:checked`.
    Ticked(bool),
}

impl Kept {
    fn js(&self) -> JsValue {
        match self {
            Self::Typed(text) => JsValue::from_str(text),
            Self::Ticked(ticked) => JsValue::from_bool(*ticked),
        }
    }
}

/// A property that follows a signal. One closure type for all, to keep the program small.
pub(super) fn kept(value: Signal<Kept>) -> impl Fn() -> Kept + Clone + Send + Sync + 'static {
    move || value.get()
}

/// Words that change while the page is open, for `inner_html`: a change replaces everything inside the element, so that a
/// page that the browser has translated never keeps old words.
pub(super) fn words(text: Signal<String>) -> impl Fn() -> String + Clone + Send + Sync + 'static {
    move || text.with(|text| escaped(text))
}

/// Text that stays text between tags.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A property that follows typed text.
pub(super) fn kept_text(value: RwSignal<String>) -> impl Fn() -> Kept + Clone + Send + Sync + 'static {
    kept(Signal::derive(move || Kept::Typed(value.get())))
}

impl IntoProperty for Kept {
    type State = (Element, Kept);
    type Cloneable = Self;
    type CloneableOwned = Self;

    fn hydrate<const FROM_SERVER: bool>(self, element: &Element, _key: &str) -> Self::State {
        (element.clone(), self)
    }

    fn build(self, element: &Element, key: &str) -> Self::State {
        Rndr::set_property(element, key, &self.js());
        (element.clone(), self)
    }

    fn rebuild(self, state: &mut Self::State, key: &str) {
        if state.1 != self {
            Rndr::set_property(&state.0, key, &self.js());
            state.1 = self;
        }
    }

    fn into_cloneable(self) -> Self::Cloneable {
        self
    }

    fn into_cloneable_owned(self) -> Self::CloneableOwned {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_never_become_tags() {
        assert_eq!(escaped("<img src=x onerror=a()> & ä"), "&lt;img src=x onerror=a()&gt; &amp; ä");
    }
}
