//! Reading TOML that people write: the fault names its line.

use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, de::DeserializeOwned, de::Error};

use super::content_error::{ContentError, line_at};

/// Reads a file as text. `file` is its path from `root`.
pub(super) fn read_text(root: &Path, file: &str) -> Result<String, ContentError> {
    std::fs::read_to_string(root.join(file)).map_err(|error| {
        ContentError::new(file, 1, format!("The file cannot be read: {error}."), "Write the file, in UTF-8.")
    })
}

/// Reads TOML text. `before` is the number of lines that stand above it in the file.
pub(super) fn read_toml<T: DeserializeOwned>(file: &str, text: &str, before: usize) -> Result<T, ContentError> {
    toml::from_str(text).map_err(|error| {
        let line = before + error.span().map_or(1, |span| line_at(text, span.start));
        ContentError::new(file, line, format!("{}.", error.message()), "Write this line as in the other files.")
    })
}

/// A date written as text, `"2026-11-21"`.
pub(super) fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    let text = String::deserialize(deserializer)?;
    NaiveDate::parse_from_str(&text, "%Y-%m-%d")
        .map_err(|_| D::Error::custom(format!("\"{text}\" is not a date such as \"2026-11-21\"")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    struct Checked {
        #[serde(deserialize_with = "date")]
        checked: NaiveDate,
    }

    #[test]
    fn a_wrong_line_is_named_by_its_place_in_the_whole_file() {
        let fault = read_toml::<Checked>("a.md", "\nchecked = \"soon\"\n", 1).unwrap_err();
        assert_eq!((fault.file.as_str(), fault.line), ("a.md", 3));
        assert!(fault.what.contains("soon"), "{fault}");
    }

    #[test]
    fn a_date_is_read() {
        let read: Checked = read_toml("a.md", "checked = \"2026-11-21\"", 0).unwrap();
        assert_eq!(Some(read.checked), NaiveDate::from_ymd_opt(2026, 11, 21));
    }
}
