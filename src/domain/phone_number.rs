//! A phone number as an authority prints it, and what a telephone can do with it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A phone number grouped with spaces as in its source.
///
/// Numbers of the demonstration ("0XX 000 0001") are numbers to look at only: [`PhoneNumber::tel`] gives nothing for them,
/// so that nobody can ring a stranger from an invented page.
///
/// ```
/// use tukipolku::domain::PhoneNumber;
///
/// let duty_line = PhoneNumber::parse("09 4191 5500").unwrap();
/// assert_eq!(duty_line.to_string(), "09 4191 5500");
/// assert_eq!(duty_line.tel().as_deref(), Some("tel:+358941915500"));
/// assert_eq!(PhoneNumber::parse("0XX 000 0001").unwrap().tel(), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PhoneNumber {
    grouped: Box<str>,
    kind: Kind,
}

/// What may be dialled, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    /// A Finnish number with its trunk zero.
    National,
    /// A number with its country code, "+358 …".
    International,
    /// The emergency number 112 or a harmonised European number 116 xxx.
    ShortCode,
    /// An invented number.
    Demo,
}

impl PhoneNumber {
    /// Reads a Finnish number ("09 4191 5500"), a number with a country code ("+358 9 4191 5500"), a short code
    /// ("112", "116 111") or an invented one ("0XX 000 0001"). Spaces, hyphens and brackets may stand between the digits.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let bare: String = text.chars().filter(|character| !" \u{a0}-()".contains(*character)).collect();
        let kind = kind_of(&bare)?;
        let grouped = text.split([' ', '\u{a0}']).filter(|group| !group.is_empty()).collect::<Vec<_>>().join(" ");
        Some(Self { grouped: grouped.into(), kind })
    }

    /// The emergency number, 112.
    pub fn emergency() -> Self {
        Self { grouped: "112".into(), kind: Kind::ShortCode }
    }

    /// The address of a link that dials the number (RFC 3966), or nothing for an invented number.
    pub fn tel(&self) -> Option<String> {
        let digits: String = self.grouped.chars().filter(char::is_ascii_digit).collect();
        match self.kind {
            Kind::National => Some(format!("tel:+358{}", &digits[1..])),
            Kind::International => Some(format!("tel:+{digits}")),
            Kind::ShortCode => Some(format!("tel:{digits}")),
            Kind::Demo => None,
        }
    }

    /// Whether the number is invented and cannot be dialled.
    pub fn is_demo(&self) -> bool {
        self.kind == Kind::Demo
    }
}

/// The kind of a number without its spaces.
fn kind_of(bare: &str) -> Option<Kind> {
    if let Some(rest) = bare.strip_prefix('+') {
        // E.164 allows fifteen digits; no country's full number is shorter than seven.
        let first_is_a_country = !rest.starts_with('0');
        return (first_is_a_country && all_digits(rest) && (7..=15).contains(&rest.len()))
            .then_some(Kind::International);
    }
    if let Some(rest) = bare.strip_prefix("0XX") {
        return (all_digits(rest) && rest.len() == 7).then_some(Kind::Demo);
    }
    if !all_digits(bare) {
        return None;
    }
    let short_code = bare == "112" || (bare.len() == 6 && bare.starts_with("116"));
    let national = bare.starts_with('0') && !bare.starts_with("00") && (7..=12).contains(&bare.len());
    if short_code { Some(Kind::ShortCode) } else { national.then_some(Kind::National) }
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.grouped)
    }
}

impl TryFrom<String> for PhoneNumber {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| format!("\"{text}\" is not a phone number"))
    }
}

impl From<PhoneNumber> for String {
    fn from(number: PhoneNumber) -> Self {
        number.grouped.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tel(text: &str) -> Option<String> {
        PhoneNumber::parse(text).and_then(|number| number.tel())
    }

    #[test]
    fn a_number_is_shown_as_its_source_groups_it() {
        assert_eq!(
            PhoneNumber::parse(" 029  151 2221 ").map(|number| number.to_string()).as_deref(),
            Some("029 151 2221")
        );
    }

    #[test]
    fn every_kind_of_number_is_dialled_in_its_own_way() {
        assert_eq!(tel("019 5600 151").as_deref(), Some("tel:+358195600151"));
        assert_eq!(tel("0800-92277").as_deref(), Some("tel:+35880092277"));
        assert_eq!(tel("+358 (9) 310 44222").as_deref(), Some("tel:+358931044222"));
        assert_eq!(tel("112").as_deref(), Some("tel:112"));
        assert_eq!(tel("116 111").as_deref(), Some("tel:116111"));
    }

    #[test]
    fn an_invented_number_cannot_be_dialled() {
        let number = PhoneNumber::parse("0XX 000 0001").expect("the form of the demonstration");
        assert!(number.is_demo());
        assert_eq!(number.tel(), None);
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for wrong in [
            "",
            " ",
            "0",
            "12345",
            "00358 9 310",
            "040 12",
            "abc",
            "0XX 000",
            "0X0 000 0001",
            "+0 123 456 78",
            "٠٤٠ ١٢٣",
        ] {
            assert_eq!(PhoneNumber::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_emergency_number_is_the_one_that_would_be_read() {
        assert_eq!(PhoneNumber::parse("112"), Some(PhoneNumber::emergency()));
    }
}
