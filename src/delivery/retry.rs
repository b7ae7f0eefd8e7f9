//! How long to wait before sending again.

/// The shortest wait in milliseconds.
pub(super) const SHORTEST: u32 = 1_000;
/// The longest wait in milliseconds, unless the inbox asks for more.
pub(super) const LONGEST: u32 = 60_000;
/// The longest wait that the inbox may ask for, in milliseconds: an hour.
pub(super) const LONGEST_ASKED: u32 = 3_600_000;

/// The wait in milliseconds after so many failures (from one): doubling from a second to a minute, somewhere in the upper
/// half, so that many senders do not come back together. `jitter` is random, 0 to 999. An inbox that names seconds is heard.
pub(super) fn wait_millis(failures: u32, jitter: u16, asked_seconds: Option<u32>) -> u32 {
    let doubled = SHORTEST << failures.saturating_sub(1).min(6);
    let full = doubled.min(LONGEST);
    let spread = full / 2 + full / 2 * u32::from(jitter.min(999)) / 999;
    let asked = asked_seconds.unwrap_or(0).saturating_mul(1_000).min(LONGEST_ASKED);
    spread.max(SHORTEST).max(asked)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn waits_double_from_a_second_to_a_minute() {
        let waits: Vec<_> = (1..=8).map(|failures| wait_millis(failures, 999, None)).collect();
        assert_eq!(waits, [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    }

    #[test]
    fn the_inbox_is_heard_within_reason() {
        assert_eq!(wait_millis(1, 0, Some(90)), 90_000);
        assert_eq!(wait_millis(1, 0, Some(u32::MAX)), LONGEST_ASKED);
    }

    proptest! {
        #[test]
        fn every_wait_is_between_a_second_and_a_minute(failures: u32, jitter: u16) {
            prop_assert!((SHORTEST..=LONGEST).contains(&wait_millis(failures, jitter, None)));
        }
    }
}
