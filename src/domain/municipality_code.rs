//! The official three-digit code of a municipality.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A municipality code of Statistics Finland: three digits, "005" to "992".
/// Invented municipalities of the demonstration use 993 to 999, which are not in the classification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MunicipalityCode(u16);

impl MunicipalityCode {
    /// Reads exactly three ASCII digits.
    pub fn parse(text: &str) -> Option<Self> {
        let three_digits = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit());
        three_digits.then(|| text.parse().ok().map(Self)).flatten()
    }
}

impl fmt::Display for MunicipalityCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:03}", self.0)
    }
}

impl TryFrom<String> for MunicipalityCode {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| format!("\"{text}\" is not a three-digit municipality code"))
    }
}

impl From<MunicipalityCode> for String {
    fn from(code: MunicipalityCode) -> Self {
        code.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_three_digits_are_a_code() {
        assert_eq!(MunicipalityCode::parse("005").map(|code| code.to_string()).as_deref(), Some("005"));
        for wrong in ["", "5", "05", "0005", "٠٠٥", "29x", " 297"] {
            assert_eq!(MunicipalityCode::parse(wrong), None, "{wrong}");
        }
    }
}
