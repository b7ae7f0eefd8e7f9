//! The four-word code that is offered to somebody who keeps a draft.

use zeroize::Zeroizing;

use crate::{VaultError, randomness};

/// Words in an offered code.
const WORDS: usize = 4;

/// The shortest list a code may come from: 4 × log2(4096) = 48 bits.
pub const FEWEST_WORDS: usize = 4096;

/// Four words out of `list` (one a line), joined by spaces, each drawn evenly and on its own.
///
/// # Errors
/// [`VaultError::TooFewWords`], [`VaultError::NoRandomness`].
pub fn offer_code(list: &str) -> Result<Zeroizing<String>, VaultError> {
    let words: Vec<&str> = list.lines().filter(|line| !line.is_empty()).collect();
    if words.len() < FEWEST_WORDS {
        return Err(VaultError::TooFewWords);
    }
    let mut code = Zeroizing::new(String::with_capacity(64));
    for place in 0..WORDS {
        if place > 0 {
            code.push(' ');
        }
        code.push_str(words[number_below(words.len() as u32)? as usize]);
    }
    Ok(code)
}

/// A number from 0 to `limit` − 1, each as likely: draws above the last whole multiple of `limit` are thrown away.
fn number_below(limit: u32) -> Result<u32, VaultError> {
    let fair = u32::MAX - u32::MAX % limit;
    loop {
        let mut bytes = [0; 4];
        randomness::fill(&mut bytes)?;
        let number = u32::from_le_bytes(bytes);
        if number < fair {
            return Ok(number % limit);
        }
    }
}
