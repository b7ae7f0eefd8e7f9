//! Staff tokens: 256 random bits, shown once, kept as a SHA-256. So much randomness needs no slow hash.

use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
use sha2::{Digest, Sha256};

/// A new token's text, to be shown once: `tuki.COUNTY.SECRET`. The county stands in it so that staff need type one thing.
pub fn new_token(county: &str) -> String {
    let mut secret = [0; 32];
    getrandom::fill(&mut secret).expect("the operating system gives random bytes");
    format!("tuki.{county}.{}", BASE64_URL_SAFE_NO_PAD.encode(secret))
}

/// What is stored of a token.
pub fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_long_and_never_the_same() {
        let (first, second) = (new_token("esimerkki"), new_token("esimerkki"));
        assert_eq!(first.len(), "tuki.esimerkki.".len() + 43);
        assert_ne!(first, second);
    }
}
