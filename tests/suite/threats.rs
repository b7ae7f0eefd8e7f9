//! The threat model names gates, and every gate it names is there.

use crate::source::{root, tracked};

/// The pieces of a text that stand between these marks.
fn between(text: &str, mark: char) -> impl Iterator<Item = &str> {
    text.split(mark).skip(1).step_by(2)
}

/// Whether a piece looks like the name of a test: a sentence with underscores.
fn is_a_test(piece: &str) -> bool {
    let sound = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    piece.matches('_').count() >= 3 && piece.chars().all(sound)
}

#[test]
fn every_test_that_the_threat_model_names_is_there() {
    let document = std::fs::read_to_string(root().join("docs/threat-model.md")).expect("docs/threat-model.md");
    let sources = tracked().into_iter().filter(|name| name.ends_with(".rs"));
    let code: String = sources.map(|name| std::fs::read_to_string(root().join(name)).expect("a file")).collect();
    let named: Vec<&str> = between(&document, '`').filter(|piece| is_a_test(piece)).collect();
    let missing: Vec<_> = named.iter().filter(|name| !code.contains(&format!("fn {name}("))).collect();
    assert!(named.len() > 30, "{named:?}");
    assert!(missing.is_empty(), "docs/threat-model.md names tests that are not there: {missing:?}");
}
