//! Staff tokens: 256 random bits, shown once, kept as a SHA-256. So much randomness needs no slow hash.

use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
use sha2::{Digest, Sha256};

const PREFIX: &str = "tuki_";

/// A new token's text, to be shown once.
pub fn new_token() -> String {
    let mut secret = [0; 32];
    getrandom::fill(&mut secret).expect("the operating system gives random bytes");
    format!("{PREFIX}{}", BASE64_URL_SAFE_NO_PAD.encode(secret))
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
        let (first, second) = (new_token(), new_token());
        assert_eq!(first.len(), PREFIX.len() + 43);
        assert_ne!(first, second);
    }
}
