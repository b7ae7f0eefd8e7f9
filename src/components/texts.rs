//! The texts of the chosen language, for views.
//!
//! A change of language draws the frame anew, so a text is a plain `String`. Call these while drawing: inside an
//! event handler there is no owner, so take [`texts`] before and move it in.

use std::sync::Arc;

use leptos::prelude::use_context;

use crate::i18n::Texts;

/// The texts that the frame has provided as `Arc<Texts>`. Without a frame there are none, and keys show themselves.
pub fn texts() -> Arc<Texts> {
    use_context::<Arc<Texts>>().unwrap_or_default()
}

/// The text with this key, such as `components.optional`.
pub fn t(key: &str) -> String {
    texts().get(key).to_owned()
}

/// The text with this key, its gaps `{name}` filled.
pub fn t_fill(key: &str, gaps: &[(&str, &str)]) -> String {
    texts().fill(key, gaps)
}

/// The text for a count: the key's `.one` or `.other`, with `{count}` filled.
pub fn t_count(key: &str, count: usize) -> String {
    texts().count(key, count)
}
