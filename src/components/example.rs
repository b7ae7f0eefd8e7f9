//! A named example of a component, and the register of all of them. The gallery shows them, the component tests
//! render them, the browser test runs axe over them: a new example is also a new test.

use leptos::prelude::*;

/// One example: a short name for developers and the view.
pub struct Example {
    /// What this example shows, such as `with_hint`. Unique within its component.
    pub name: &'static str,
    /// Draws the example.
    pub view: fn() -> AnyView,
}

impl Example {
    /// An example with this name and view.
    pub const fn new(name: &'static str, view: fn() -> AnyView) -> Self {
        Self { name, view }
    }
}

/// A signal that holds no problem.
pub fn no_problem() -> Signal<Option<String>> {
    Signal::stored(None)
}

/// A signal that holds this problem.
pub fn problem(words: &str) -> Signal<Option<String>> {
    Signal::stored(Some(words.to_owned()))
}

/// Every component with its examples, in the order of the alphabet.
pub fn all_examples() -> Vec<(&'static str, Vec<Example>)> {
    vec![
        ("button", super::button::examples()),
        ("card", super::card::examples()),
        ("checkboxes", super::checkboxes::examples()),
        ("combobox", super::combobox::examples()),
        ("contact_line", super::contact_line::examples()),
        ("demo_banner", super::demo_banner::examples()),
        ("details", super::details::examples()),
        ("emergency_row", super::emergency_row::examples()),
        ("error_summary", super::error_summary::examples()),
        ("field", super::field::examples()),
        ("group", super::group::examples()),
        ("help_lines", super::help_lines::examples()),
        ("language_switch", super::language_switch::examples()),
        ("notice", super::notice::examples()),
        ("quick_exit", super::quick_exit::examples()),
        ("radios", super::radios::examples()),
        ("site_footer", super::site_footer::examples()),
        ("site_header", super::site_header::examples()),
        ("skip_link", super::skip_link::examples()),
        ("step_progress", super::step_progress::examples()),
        ("summary_list", super::summary_list::examples()),
        ("text_area", super::text_area::examples()),
        ("text_field", super::text_field::examples()),
    ]
}
