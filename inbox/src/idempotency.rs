//! The `Idempotency-Key` of a sending: the same message sent twice because an answer was lost is kept once.

use crate::problem::Problem;
use crate::visitor::Neighbourhood;
use sha2::{Digest as _, Sha256};
use std::collections::HashMap;
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

/// The keys whose messages are arriving at this moment, and from which part of the network.
#[derive(Clone, Default)]
pub struct Arriving(Arc<Mutex<HashMap<KeyHash, Neighbourhood>>>);

impl Arriving {
    /// Notes that a message is arriving, until the returned value is dropped. No part of the network has more than `most`
    /// arriving at a time: whoever sends slowly must not take the places of all others.
    pub fn begin(&self, key: KeyHash, from: Neighbourhood, most: usize) -> Result<Turn, Problem> {
        let mut arriving = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if arriving.contains_key(&key) {
            return Err(Problem::BeingReceived);
        }
        if arriving.values().filter(|known| **known == from).count() >= most {
            return Err(Problem::TooMany(WELCOME_AFTER));
        }
        arriving.insert(key, from);
        Ok(Turn { arriving: self.clone(), key })
    }
}

/// Seconds after which one more is welcome from a part of the network that has too many arriving.
const WELCOME_AFTER: u64 = 5;

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
        let turn = arriving.begin(key, from("192.0.2.1"), 2);
        assert!(turn.is_ok());
        assert!(arriving.begin(key, from("192.0.2.1"), 2).is_err());
        drop(turn);
        assert!(arriving.begin(key, from("192.0.2.1"), 2).is_ok());
    }

    #[test]
    fn one_part_of_the_network_does_not_take_every_place() {
        let arriving = Arriving::default();
        let begin = |number, address| arriving.begin(KeyHash([number; 32]), from(address), 2);
        let (first, _second) = (begin(1, "192.0.2.1").ok(), begin(2, "192.0.2.2").ok());
        assert!(matches!(begin(3, "192.0.2.3"), Err(Problem::TooMany(_))));
        assert!(begin(4, "198.51.100.1").is_ok());
        drop(first);
        assert!(begin(5, "192.0.2.1").is_ok());
    }

    fn from(address: &str) -> Neighbourhood {
        let peer = crate::visitor::Peer(format!("{address}:1").parse().expect("an address"));
        Neighbourhood::of(peer, &axum::http::HeaderMap::new(), &[])
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(value in ".{0,200}") {
            let _ = KeyHash::from_header("a", &value);
        }
    }
}
