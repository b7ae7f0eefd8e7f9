//! Padding, so that the size of a sealed file does not tell how much somebody wrote.
//!
//! The padding is spaces at the very end: invisible in every viewer, no matter to JSON, gone with `sed 's/ *$//'`.

/// The sizes in bytes that a message can have before sealing. Most messages fit the first; the largest holds every answer
/// at its limit in characters of four bytes, in any two languages (a test fills them).
pub const BUCKETS: [usize; 3] = [16 * 1024, 64 * 1024, 256 * 1024];

/// Fills up to the next bucket and ends with a line break. `None` when the text is larger than every bucket.
pub(super) fn pad(mut text: String) -> Option<Vec<u8>> {
    let bucket = BUCKETS.into_iter().find(|bucket| text.len() < *bucket)?;
    text.extend(std::iter::repeat_n(' ', bucket - 1 - text.len()));
    text.push('\n');
    Some(text.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_length_fills_exactly_one_bucket() {
        let sizes = [0, 1, BUCKETS[0] - 1, BUCKETS[0], BUCKETS[1] - 1, BUCKETS[2] - 1];
        let padded = sizes.map(|size| pad("x".repeat(size)).unwrap().len());
        assert_eq!(padded, [BUCKETS[0], BUCKETS[0], BUCKETS[0], BUCKETS[1], BUCKETS[1], BUCKETS[2]]);
        assert_eq!(pad("x".repeat(BUCKETS[2])), None);
    }
}
