//! The SHA-256 of a sealed file, how it travels in `Content-Digest` (RFC 9530), and the reference people read aloud.

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest as _, Sha256};

/// The SHA-256 of a sealed file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// Computes it.
    pub fn of(bytes: &[u8]) -> Digest {
        Digest(Sha256::digest(bytes).into())
    }

    /// Finds the `sha-256` member in the value of a `Content-Digest` header. Other algorithms may stand beside it.
    pub fn from_header(value: &str) -> Option<Digest> {
        let member = value.split(',').find_map(|member| member.trim().strip_prefix("sha-256="))?;
        let encoded = member.strip_prefix(':')?.strip_suffix(':')?;
        let bytes = BASE64_STANDARD.decode(encoded).ok()?;
        Some(Digest(bytes.try_into().ok()?))
    }

    /// Writes it as the value of a `Content-Digest` header.
    pub fn to_header(self) -> String {
        format!("sha-256=:{}:", BASE64_STANDARD.encode(self.0))
    }

    /// The code that sender and staff compare: the first 12 hexadecimal digits in capitals, `AB12-CD34-EF56`.
    /// Staff get the same with `sha256sum`.
    pub fn reference(self) -> String {
        let groups: Vec<_> = self.0[..6].chunks(2).map(|pair| format!("{:02X}{:02X}", pair[0], pair[1])).collect();
        groups.join("-")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `printf '' | sha256sum` begins e3b0c44298fc.
    #[test]
    fn the_reference_is_what_sha256sum_begins_with() {
        assert_eq!(Digest::of(b"").reference(), "E3B0-C442-98FC");
    }

    #[test]
    fn the_example_of_rfc_9530_is_understood() {
        let value = "sha-256=:d435Qo+nKZ+gLcUHn7GQtQ72hiBVAgqoLsZnZPiTGPk=:";
        assert_eq!(Digest::from_header(value).map(Digest::to_header).as_deref(), Some(value));
    }

    #[test]
    fn other_algorithms_may_stand_beside_it() {
        let value = format!("sha-512=:AAAA:, {}", Digest::of(b"x").to_header());
        assert_eq!(Digest::from_header(&value), Some(Digest::of(b"x")));
    }

    #[test]
    fn anything_else_is_no_digest() {
        for value in ["", "sha-256=", "sha-256=::", "sha-256=:AAAA:", "sha-256=AAAA", "md5=:AAAA:", "sha-256=:é:"] {
            assert_eq!(Digest::from_header(value), None, "{value}");
        }
    }

    proptest! {
        #[test]
        fn there_and_back(bytes in any::<[u8; 32]>()) {
            prop_assert_eq!(Digest::from_header(&Digest(bytes).to_header()), Some(Digest(bytes)));
        }

        #[test]
        fn no_text_makes_it_panic(value in ".{0,200}") {
            let _ = Digest::from_header(&value);
        }
    }
}
