//! Small pieces of HTML for articles, which are finished text and never drawn by the program.

use pulldown_cmark_escape::{FmtWriter, escape_html};

/// Text made safe to stand between tags and in quoted attributes.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    // Writing to a String cannot fail.
    let _ = escape_html(FmtWriter(&mut safe), text);
    safe
}

/// An element with escaped text inside.
pub fn element(tag: &str, text: &str) -> String {
    format!("<{tag}>{}</{tag}>", escape(text))
}

/// A link with escaped text.
pub fn link(href: &str, words: &str) -> String {
    format!("<a href=\"{}\">{}</a>", escape(href), escape(words))
}

/// A list item around finished HTML.
pub fn item(inner: &str) -> String {
    format!("<li>{inner}</li>")
}
