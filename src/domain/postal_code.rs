//! A Finnish postal code.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Five digits, "00100" to "99999".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PostalCode(u32);

impl PostalCode {
    /// Reads exactly five ASCII digits.
    pub fn parse(text: &str) -> Option<Self> {
        let five_digits = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
        five_digits.then(|| text.parse().ok().map(Self)).flatten()
    }

    /// The first code that begins with these one to five digits, and the first one after them all.
    pub fn range_beginning_with(digits: &str) -> Option<(Self, Self)> {
        let shown = digits.len();
        if !(1..=5).contains(&shown) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let width = 10_u32.pow(5 - shown as u32);
        let first = digits.parse::<u32>().ok()? * width;
        Some((Self(first), Self(first + width)))
    }
}

impl fmt::Display for PostalCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:05}", self.0)
    }
}

impl TryFrom<String> for PostalCode {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| format!("\"{text}\" is not a five-digit postal code"))
    }
}

impl From<PostalCode> for String {
    fn from(code: PostalCode) -> Self {
        code.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_five_digits_are_a_code() {
        assert_eq!(PostalCode::parse("00100").map(|code| code.to_string()).as_deref(), Some("00100"));
        for wrong in ["", "100", "0010", "001000", "0010O", "FI-00"] {
            assert_eq!(PostalCode::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_code_half_typed_stands_for_all_that_begin_so() {
        let (first, after) = PostalCode::range_beginning_with("642").expect("digits");
        assert_eq!((first.to_string(), after.to_string()), ("64200".to_owned(), "64300".to_owned()));
        assert_eq!(PostalCode::range_beginning_with("64x"), None);
        assert_eq!(PostalCode::range_beginning_with(""), None);
    }
}
