//! The SHA-256 of a sealed file as it is written in headers and read aloud. The vault computes it.

use std::fmt;

/// The SHA-256 of a sealed file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest(pub [u8; 32]);

/// The code that sender and team compare: the first 12 hexadecimal digits of the digest in capitals, "AB12-CD34-EF56".
/// Staff get the same digits with `sha256sum`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference([u8; 6]);

/// The reference of a sealed file, from the file's SHA-256.
pub fn reference(sha256: &[u8; 32]) -> Reference {
    let mut first = [0; 6];
    first.copy_from_slice(&sha256[..6]);
    Reference(first)
}

impl fmt::Display for Reference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, c, d, e, f] = self.0;
        write!(formatter, "{a:02X}{b:02X}-{c:02X}{d:02X}-{e:02X}{f:02X}")
    }
}

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

impl Digest {
    /// Reads 64 hexadecimal digits, as the vault gives them.
    pub fn from_hex(hex: &str) -> Option<Self> {
        let mut digest = [0; 32];
        if hex.len() != 64 || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        for (byte, pair) in digest.iter_mut().zip(0..) {
            *byte = u8::from_str_radix(&hex[2 * pair..2 * pair + 2], 16).ok()?;
        }
        Some(Self(digest))
    }

    /// Writes 64 small hexadecimal digits.
    pub fn to_hex(self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Writes the value of a `Content-Digest` header (RFC 9530): `sha-256=:…:` with base64.
    pub fn to_header(self) -> String {
        let mut encoded = String::with_capacity(44);
        for three in self.0.chunks(3) {
            let number = three
                .iter()
                .chain([0, 0].iter())
                .take(3)
                .fold(0_usize, |number, byte| number << 8 | usize::from(*byte));
            let letters = [18, 12, 6, 0].map(|shift| char::from(BASE64[number >> shift & 63]));
            encoded.extend(&letters[..three.len() + 1]);
        }
        format!("sha-256=:{encoded}=:")
    }

    /// Reads what [`Digest::to_header`] writes, which is also how the inbox names a digest in its answers.
    pub fn from_header(value: &str) -> Option<Self> {
        let encoded = value.strip_prefix("sha-256=:")?.strip_suffix("=:")?;
        let mut bytes = Vec::with_capacity(33);
        for four in encoded.as_bytes().chunks(4) {
            let places = four.iter().map(|letter| BASE64.iter().position(|known| known == letter));
            let number = places.chain([Some(0)]).take(4).try_fold(0, |number, place| Some(number << 6 | place?))?;
            bytes.extend([16, 8, 0].map(|shift| (number >> shift & 255) as u8));
        }
        let digest: [u8; 32] = bytes.get(..32)?.try_into().ok()?;
        // Only the one right spelling is taken: lengths and left-over bits are compared by writing it again.
        Some(Self(digest)).filter(|digest| digest.to_header() == value)
    }

    /// The reference of the file.
    pub fn reference(self) -> Reference {
        reference(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `printf '' | sha256sum`, and the same bytes through `base64`.
    const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    #[test]
    fn the_reference_is_what_sha256sum_begins_with() {
        let digest = Digest::from_hex(EMPTY).unwrap();
        assert_eq!(digest.reference().to_string(), "E3B0-C442-98FC");
        assert_eq!(digest.to_header(), "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:");
    }

    #[test]
    fn anything_else_is_no_digest() {
        for wrong in ["", "e3b0", &EMPTY[1..], &EMPTY.replace('e', "g"), &format!("{}é", &EMPTY[2..])] {
            assert_eq!(Digest::from_hex(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn both_spellings_go_there_and_back(bytes in any::<[u8; 32]>()) {
            prop_assert_eq!(Digest::from_hex(&Digest(bytes).to_hex()), Some(Digest(bytes)));
            prop_assert_eq!(Digest::from_header(&Digest(bytes).to_header()), Some(Digest(bytes)));
        }

        #[test]
        fn no_text_makes_it_panic(value: String, inner in "[A-Za-z0-9+/=é]{0,60}") {
            let _ = Digest::from_hex(&value);
            let _ = Digest::from_header(&value);
            let _ = Digest::from_header(&format!("sha-256=:{inner}=:"));
        }
    }
}
