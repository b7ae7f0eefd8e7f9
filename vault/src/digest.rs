//! SHA-256 of a sealed file: the inbox answers with it, and its first twelve digits are the reference.

use sha2::{Digest, Sha256};

/// The SHA-256 of `bytes` in 64 lower-case hex digits, as `sha256sum` prints it.
pub fn digest(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let hash = Sha256::digest(bytes);
    hash.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|nibble| DIGITS[usize::from(nibble)] as char).collect()
}

/// The short mark of a public key that people compare: 16 hex digits of the SHA-256 of its text, in groups of four.
pub fn fingerprint(recipient: &str) -> String {
    let hex = digest(recipient.as_bytes());
    [&hex[..4], &hex[4..8], &hex[8..12], &hex[12..16]].join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_of_abc_is_the_published_one() {
        // FIPS 180-2, appendix B.1.
        assert_eq!(digest(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn a_fingerprint_is_four_groups_of_four() {
        assert_eq!(fingerprint("abc"), "ba78 16bf 8f01 cfea");
    }
}
