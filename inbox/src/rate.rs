//! How much one part of the network may send. What is counted is an HMAC of the address prefix under a key that lives
//! in memory for an hour: nothing here can be turned back into an address, and nothing is written to disk.

use crate::config::RateRules;
use crate::problem::Problem;
use crate::visitor::Neighbourhood;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

const HOUR: Duration = Duration::from_secs(3600);
/// Above so many neighbourhoods in an hour, new ones share one allowance, so that a flood from everywhere cannot fill
/// the memory.
const NEIGHBOURHOODS_AT_MOST: usize = 100_000;

type Pseudonym = [u8; 16];

/// The allowances of this hour.
pub struct Limiter {
    rules: RateRules,
    hour: Mutex<Hour>,
}

struct Hour {
    began: Instant,
    key: [u8; 32],
    allowances: HashMap<Pseudonym, Allowance>,
}

/// A bucket that fills evenly: messages left, and when that was true.
#[derive(Clone, Copy)]
struct Allowance {
    left: f64,
    at: Instant,
}

impl Limiter {
    /// An empty hour under a new key.
    pub fn new(rules: RateRules, now: Instant) -> Limiter {
        Limiter { rules, hour: Mutex::new(Hour::begin(now)) }
    }

    /// Counts one message, or says in how many seconds the next one is welcome.
    pub fn admit(&self, from: Neighbourhood, now: Instant) -> Result<(), Problem> {
        let mut hour = self.hour.lock().unwrap_or_else(PoisonError::into_inner);
        if now.duration_since(hour.began) >= HOUR {
            *hour = Hour::begin(now);
        }
        let full = Allowance { left: f64::from(self.rules.burst), at: now };
        let pseudonym = hour.pseudonym(from);
        hour.allowances.entry(pseudonym).or_insert(full).take(&self.rules, now)
    }
}

impl Hour {
    fn begin(now: Instant) -> Hour {
        let mut key = [0; 32];
        getrandom::fill(&mut key).expect("the operating system gives random bytes");
        Hour { began: now, key, allowances: HashMap::new() }
    }

    fn pseudonym(&self, from: Neighbourhood) -> Pseudonym {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).expect("HMAC takes a key of any length");
        mac.update(&from.bytes());
        let mut pseudonym = [0; 16];
        pseudonym.copy_from_slice(&mac.finalize().into_bytes()[..16]);
        let is_full = self.allowances.len() >= NEIGHBOURHOODS_AT_MOST && !self.allowances.contains_key(&pseudonym);
        if is_full { [0; 16] } else { pseudonym }
    }
}

impl Allowance {
    fn take(&mut self, rules: &RateRules, now: Instant) -> Result<(), Problem> {
        let per_second = f64::from(rules.per_minute) / 60.0;
        let refilled = self.left + now.duration_since(self.at).as_secs_f64() * per_second;
        *self = Allowance { left: refilled.min(f64::from(rules.burst)), at: now };
        if self.left < 1.0 {
            return Err(Problem::TooMany(((1.0 - self.left) / per_second).ceil() as u64));
        }
        self.left -= 1.0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::visitor::Peer;
    use axum::http::HeaderMap;

    fn from(address: &str) -> Neighbourhood {
        Neighbourhood::of(Peer(format!("{address}:1").parse().unwrap()), &HeaderMap::new(), &[])
    }

    fn limiter(now: Instant) -> Limiter {
        Limiter::new(RateRules { burst: 3, per_minute: 6, ..RateRules::default() }, now)
    }

    #[test]
    fn after_the_burst_the_next_is_welcome_in_ten_seconds() {
        let now = Instant::now();
        let limiter = limiter(now);
        for _ in 0..3 {
            assert_eq!(limiter.admit(from("192.0.2.1"), now), Ok(()));
        }
        assert_eq!(limiter.admit(from("192.0.2.2"), now), Err(Problem::TooMany(10)));
        assert_eq!(limiter.admit(from("198.51.100.1"), now), Ok(()));
        assert_eq!(limiter.admit(from("192.0.2.1"), now + Duration::from_secs(10)), Ok(()));
    }

    #[test]
    fn a_new_hour_has_a_new_key_and_no_memory() {
        let now = Instant::now();
        let limiter = limiter(now);
        assert_eq!(limiter.admit(from("192.0.2.1"), now), Ok(()));
        let first = limiter.hour.lock().unwrap().key;
        assert_eq!(limiter.admit(from("192.0.2.1"), now + HOUR), Ok(()));
        let hour = limiter.hour.lock().unwrap();
        assert_ne!(hour.key, first);
        assert_eq!(hour.allowances.len(), 1);
    }

    #[test]
    fn what_is_counted_is_not_the_address() {
        let now = Instant::now();
        let limiter = limiter(now);
        limiter.admit(from("192.0.2.1"), now).unwrap();
        let hour = limiter.hour.lock().unwrap();
        let pseudonym = hour.allowances.keys().next().unwrap();
        assert!(!pseudonym.windows(3).any(|bytes| bytes == [192, 0, 2]));
    }
}
