//! The `Idempotency-Key` of a sending: the same message sent twice because an answer was lost is kept once.

use crate::problem::Problem;
use sha2::{Digest as _, Sha256};
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

/// What the inbox keeps of a key: its SHA-256 together with the county, so that the key itself is nowhere on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct KeyHash(pub [u8; 32]);

impl KeyHash {
    /// Reads the header's value: 16 to 128 letters, digits, `-` or `_`, with or without the quotation marks that the
    /// draft standard asks for.
    pub fn from_header(county: &str, value: &str) -> Option<KeyHash> {
        let quoted = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        let key = quoted.unwrap_or(value);
        let plain = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
        let hash = || Sha256::new().chain_update(county).chain_update([0]).chain_update(key).finalize();
        ((16..=128).contains(&key.len()) && plain).then(|| KeyHash(hash().into()))
    }
}

/// The keys whose messages are arriving at this moment.
#[derive(Clone, Default)]
pub struct Arriving(Arc<Mutex<HashSet<KeyHash>>>);

impl Arriving {
    /// Notes that a message is arriving, until the returned value is dropped.
    pub fn begin(&self, key: KeyHash) -> Result<Turn, Problem> {
        let is_new = self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(key);
        if is_new { Ok(Turn { arriving: self.clone(), key }) } else { Err(Problem::BeingReceived) }
    }
}

/// One arrival in progress. Dropping it, also when the sender goes away in the middle, frees the key.
pub struct Turn {
    arriving: Arriving,
    key: KeyHash,
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.arriving.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const KEY: &str = "0f2f7a1e-5a43-4c21-9a51-62f3f3d0a4b7";

    #[test]
    fn quotation_marks_make_no_difference() {
        assert_eq!(KeyHash::from_header("a", KEY), KeyHash::from_header("a", &format!("\"{KEY}\"")));
    }

    #[test]
    fn the_same_key_in_two_counties_is_two_keys() {
        assert_ne!(KeyHash::from_header("a", KEY), KeyHash::from_header("b", KEY));
    }

    #[test]
    fn short_long_and_strange_keys_are_refused() {
        for key in ["", "short", "has spaces in the middle", &"x".repeat(129), "\"0123456789abcdef", "äöäöäöäöäöäöäöäö"]
        {
            assert_eq!(KeyHash::from_header("a", key), None, "{key}");
        }
    }

    #[test]
    fn a_key_is_free_again_after_its_turn() {
        let (arriving, key) = (Arriving::default(), KeyHash([1; 32]));
        let turn = arriving.begin(key);
        assert!(turn.is_ok());
        assert!(arriving.begin(key).is_err());
        drop(turn);
        assert!(arriving.begin(key).is_ok());
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(value in ".{0,200}") {
            let _ = KeyHash::from_header("a", &value);
        }
    }
}
