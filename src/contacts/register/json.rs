//! Reading somebody else's JSON with suspicion: what has the wrong form is told by its place, never guessed.

use serde_json::Value;

/// The longest text we take over, in characters. The register's own limits are 100 to 500.
const LONGEST_TEXT: usize = 1_000;

/// The most entries of a list we look at. No service of the register comes near it.
const LONGEST_LIST: usize = 2_000;

/// A value, or where and why it cannot be read.
pub(super) type Found<T> = Result<T, String>;

/// The text of a field, clean; nothing when it is absent, null or empty.
pub(super) fn text(object: &Value, field: &str) -> Found<Option<String>> {
    match object.get(field) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => {
            let text = clean(text).map_err(|why| format!("{field} {why}"))?;
            Ok(Some(text).filter(|text| !text.is_empty()))
        }
        Some(other) => Err(format!("{field} is {} where a text belongs", kind(other))),
    }
}

/// The text of a field that must be there.
pub(super) fn required(object: &Value, field: &str) -> Found<String> {
    text(object, field)?.ok_or_else(|| format!("{field} is missing"))
}

/// The entries of a list; none when it is absent or null.
pub(super) fn list<'a>(object: &'a Value, field: &str) -> Found<&'a [Value]> {
    match object.get(field) {
        None | Some(Value::Null) => Ok(&[]),
        Some(Value::Array(entries)) if entries.len() > LONGEST_LIST => {
            Err(format!("{field} has {} entries, more than {LONGEST_LIST}", entries.len()))
        }
        Some(Value::Array(entries)) => Ok(entries),
        Some(other) => Err(format!("{field} is {} where a list belongs", kind(other))),
    }
}

/// A yes or no; no when it is absent or null.
pub(super) fn flag(object: &Value, field: &str) -> Found<bool> {
    match object.get(field) {
        None | Some(Value::Null) => Ok(false),
        Some(Value::Bool(flag)) => Ok(*flag),
        Some(other) => Err(format!("{field} is {} where yes or no belongs", kind(other))),
    }
}

/// A text without stray spaces and invisible marks. What looks like markup is refused, since nobody writes it in a name.
fn clean(text: &str) -> Found<String> {
    if text.chars().nth(LONGEST_TEXT).is_some() {
        return Err(format!("is longer than {LONGEST_TEXT} characters"));
    }
    if text.contains(['<', '>']) {
        return Err("holds markup".to_owned());
    }
    let visible: String = text.chars().filter(|letter| !is_invisible(*letter)).collect();
    Ok(visible.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Control characters that are no space, and marks that turn the direction of writing or hide in a word.
fn is_invisible(letter: char) -> bool {
    let marks = ['\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}', '\u{ad}'];
    let turns = matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    (letter.is_control() && !letter.is_whitespace()) || turns || marks.contains(&letter)
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "yes or no",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn texts_are_cleaned_or_refused() {
        let of = |value: Value| text(&json!({ "name": value }), "name");
        assert_eq!(of(json!("  Sosiaali-\n päivystys\u{200b} ")), Ok(Some("Sosiaali- päivystys".to_owned())));
        assert_eq!((of(json!(null)), of(json!(" "))), (Ok(None), Ok(None)));
        assert_eq!(of(json!(["x"])), Err("name is a list where a text belongs".to_owned()));
        assert_eq!(of(json!("<script>alert(1)</script>")), Err("name holds markup".to_owned()));
        assert_eq!(of(json!("a".repeat(10_000_000))), Err("name is longer than 1000 characters".to_owned()));
        assert_eq!(of(json!("\u{202e}ab")), Ok(Some("ab".to_owned())));
    }

    #[test]
    fn lists_and_flags_of_a_wrong_kind_are_told() {
        assert_eq!(list(&json!({ "a": "x" }), "a"), Err("a is a text where a list belongs".to_owned()));
        assert_eq!(list(&json!({ "a": null }), "a"), Ok(&[][..]));
        assert!(list(&json!({ "a": vec![0; 3_000] }), "a").is_err());
        assert_eq!(flag(&json!({ "a": 1 }), "a"), Err("a is a number where yes or no belongs".to_owned()));
    }
}
