//! The two-digit code of whoever organises social services in an area.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A code of the wellbeing services county classification: "01" to "21" are counties, "90" is Helsinki, "91" Åland.
/// "99" is the invented county of the demonstration and is not in the classification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CountyCode(u8);

impl CountyCode {
    /// The invented county of the demonstration.
    pub const DEMO: Self = Self(99);

    /// Reads a code that exists: two ASCII digits.
    pub fn parse(text: &str) -> Option<Self> {
        let two_digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        let code = two_digits.then(|| text.parse().ok()).flatten()?;
        matches!(code, 1..=21 | 90 | 91 | 99).then_some(Self(code))
    }

    /// Whether this is the invented county.
    pub fn is_demo(self) -> bool {
        self == Self::DEMO
    }
}

impl fmt::Display for CountyCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}", self.0)
    }
}

impl TryFrom<String> for CountyCode {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| format!("\"{text}\" is not a county code (01 to 21, 90, 91)"))
    }
}

impl From<CountyCode> for String {
    fn from(code: CountyCode) -> Self {
        code.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_the_classification_and_the_demonstration_are_read() {
        let known = (0..100).map(|number| format!("{number:02}")).filter(|code| CountyCode::parse(code).is_some());
        assert_eq!(known.count(), 21 + 2 + 1);
        assert!(CountyCode::parse("99").is_some_and(CountyCode::is_demo));
        for wrong in ["", "1", "001", "00", "22", "9x"] {
            assert_eq!(CountyCode::parse(wrong), None, "{wrong}");
        }
    }
}
