//! How long a draft is kept, and what to believe when clocks disagree.

/// Seconds in a day.
const DAY: i64 = 24 * 60 * 60;

/// A difference between two clocks that is still ordinary: time zones set by hand, a phone without network.
const ORDINARY_DIFFERENCE: i64 = DAY;

/// Beyond this the device's clock alone is not believed: it has either jumped or a long time has passed.
const BELIEVED_ALONE: i64 = 30 * DAY;

/// For how many days after the last save a draft is kept: 7, or what the county has chosen between 1 and 14.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeepDays(u8);

impl KeepDays {
    /// The county's number of days, if it is between 1 and 14.
    pub fn new(days: u8) -> Option<Self> {
        (1..=14).contains(&days).then_some(Self(days))
    }

    /// The number of days.
    pub const fn days(self) -> u8 {
        self.0
    }

    /// When a draft saved at `saved_at` expires. Both are UNIX seconds.
    pub const fn expires_at(self, saved_at: i64) -> i64 {
        saved_at + self.0 as i64 * DAY
    }
}

impl Default for KeepDays {
    fn default() -> Self {
        Self(7)
    }
}

/// Whether a kept draft may still be offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// It has not expired.
    Fresh,
    /// It has expired and may be deleted unasked, as was promised when it was saved.
    Expired,
    /// The clocks do not fit together: nothing is deleted, the person is asked.
    Doubtful,
}

impl Age {
    /// Judges a draft by the device's clock and, where the site could be reached, by the clock of its server.
    /// All times are UNIX seconds.
    pub fn judge(saved_at: i64, expires_at: i64, now: i64, server: Option<i64>) -> Self {
        let clock_is_off = server.is_some_and(|server| (server - now).abs() > ORDINARY_DIFFERENCE);
        let saved_in_the_future = now < saved_at - ORDINARY_DIFFERENCE;
        if clock_is_off || saved_in_the_future {
            return Self::Doubtful;
        }
        match now - expires_at {
            ..0 => Self::Fresh,
            late if server.is_some() || late <= BELIEVED_ALONE => Self::Expired,
            _ => Self::Doubtful,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAVED: i64 = 1_795_248_000;
    const YEAR: i64 = 365 * DAY;

    fn judged(passed: i64, server_passed: Option<i64>) -> Age {
        let expires = KeepDays::default().expires_at(SAVED);
        Age::judge(SAVED, expires, SAVED + passed, server_passed.map(|passed| SAVED + passed))
    }

    #[test]
    fn a_county_may_choose_one_to_fourteen_days() {
        let allowed: Vec<_> = (0..=255).filter_map(KeepDays::new).map(KeepDays::days).collect();
        assert_eq!(allowed, (1..=14).collect::<Vec<_>>());
        assert_eq!(KeepDays::default().expires_at(SAVED), SAVED + 7 * DAY);
    }

    #[test]
    fn a_draft_expires_seven_days_after_it_was_saved() {
        for server in [None, Some(7 * DAY)] {
            assert_eq!(judged(7 * DAY - 1, server), Age::Fresh);
            assert_eq!(judged(7 * DAY, server), Age::Expired);
        }
        assert_eq!(judged(37 * DAY, None), Age::Expired);
    }

    #[test]
    fn a_clock_that_jumped_a_year_asks_instead_of_deleting() {
        for jump in [YEAR, -YEAR] {
            assert_eq!(judged(jump, None), Age::Doubtful, "alone");
            assert_eq!(judged(jump, Some(0)), Age::Doubtful, "the server shows the jump");
        }
        assert_eq!(judged(0, Some(YEAR)), Age::Doubtful, "saved under the right clock, now a year behind");
        assert_eq!(judged(-YEAR, Some(-YEAR)), Age::Doubtful, "saved under a clock that was a year ahead");
    }

    #[test]
    fn a_year_that_two_clocks_agree_on_has_passed() {
        assert_eq!(judged(YEAR, Some(YEAR + 60)), Age::Expired);
    }
}
