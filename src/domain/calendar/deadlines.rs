//! The dates by which an authority must have acted, only where the law names a limit.
//!
//! Counting: Act on Calculating Statutory Time Limits 150/1930. The texts say "about", because two readings of the eves
//! exist and the later date is the one shown; urgent need is judged at once whatever these dates say.

use chrono::{Months, NaiveDate};

use super::{next_working_day_from, nth_working_day_after};

/// What came in to the authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Matter {
    /// A child welfare notification or application.
    ChildWelfareNotification,
    /// A family's or child's request that its need of services be assessed.
    ChildServiceNeeds,
    /// The request of a person over 75.
    PersonOver75,
    /// The request of somebody who receives the highest care allowance.
    HighestCareAllowance,
    /// The request of any other adult: the law says "without delay" and names no day.
    OtherAdult,
}

/// A section of an act, by its number in the statute book: "417/2007", "26".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LawSection {
    /// Number and year of the act.
    pub act: &'static str,
    /// The section.
    pub section: &'static str,
}

/// The last dates for an authority, and the law that gives them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadlines {
    /// The seventh working day after arrival: by then the assessment has begun.
    pub started_by: NaiveDate,
    /// Three months after arrival: by then the assessment is ready. Only in matters of children.
    pub ready_by: Option<NaiveDate>,
    /// Where the limits are written.
    pub law: &'static [LawSection],
}

const CHILD_WELFARE_ACT_26: LawSection = LawSection { act: "417/2007", section: "26" };
const SOCIAL_WELFARE_ACT_36: LawSection = LawSection { act: "1301/2014", section: "36" };

/// The dates for a matter that arrived on this Helsinki date, or nothing where the law names none.
///
/// Social Welfare Act section 36 (persons over 75, highest care allowance, a child in need of special support) and
/// Child Welfare Act section 26; read on 21 November 2026.
pub fn deadlines(matter: Matter, arrival: NaiveDate) -> Option<Deadlines> {
    let started_by = nth_working_day_after(arrival, 7);
    let ready_by = months_after(arrival, 3);
    match matter {
        Matter::ChildWelfareNotification => {
            Some(Deadlines { started_by, ready_by, law: &[CHILD_WELFARE_ACT_26, SOCIAL_WELFARE_ACT_36] })
        }
        Matter::ChildServiceNeeds => {
            Some(Deadlines { started_by, ready_by, law: &[SOCIAL_WELFARE_ACT_36, CHILD_WELFARE_ACT_26] })
        }
        Matter::PersonOver75 | Matter::HighestCareAllowance => {
            Some(Deadlines { started_by, ready_by: None, law: &[SOCIAL_WELFARE_ACT_36] })
        }
        Matter::OtherAdult => None,
    }
}

/// The day of the same number so many months on, or the last of a shorter month (Act 150/1930 section 3),
/// moved to the next working day (section 5).
fn months_after(arrival: NaiveDate, months: u32) -> Option<NaiveDate> {
    arrival.checked_add_months(Months::new(months)).map(next_working_day_from)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::calendar::is_working_day;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date")
    }

    fn ready(arrival: NaiveDate) -> Option<NaiveDate> {
        deadlines(Matter::ChildWelfareNotification, arrival).and_then(|dates| dates.ready_by)
    }

    #[test]
    fn a_message_of_saturday_21_november_2026_has_the_promised_dates() {
        let dates = deadlines(Matter::ChildServiceNeeds, day(2026, 11, 21)).expect("a child's matter has limits");
        assert_eq!(dates.started_by, day(2026, 12, 1));
        assert_eq!(dates.ready_by, Some(day(2027, 2, 22)));
    }

    #[test]
    fn a_missing_day_number_becomes_the_last_of_the_month() {
        assert_eq!(ready(day(2027, 11, 30)), Some(day(2028, 2, 29)));
        assert_eq!(ready(day(2026, 11, 30)), Some(day(2027, 3, 1)), "28 February 2027 is a Sunday");
        assert_eq!(ready(day(2026, 8, 31)), Some(day(2026, 11, 30)));
    }

    #[test]
    fn a_limit_that_ends_on_a_free_day_moves_to_the_next_working_day() {
        assert_eq!(ready(day(2026, 9, 24)), Some(day(2026, 12, 28)), "Christmas Eve to Monday");
        assert_eq!(ready(day(2027, 3, 25)), Some(day(2027, 6, 28)), "Midsummer Eve to Monday");
    }

    #[test]
    fn only_the_groups_the_law_names_are_promised_a_date() {
        let arrival = day(2026, 11, 24);
        assert_eq!(deadlines(Matter::OtherAdult, arrival), None);
        for matter in [Matter::PersonOver75, Matter::HighestCareAllowance] {
            let dates = deadlines(matter, arrival).expect("the law names the group");
            assert_eq!((dates.started_by, dates.ready_by), (day(2026, 12, 3), None));
        }
    }

    proptest! {
        #[test]
        fn both_dates_are_working_days_and_in_order(days in 0_u64..20_000) {
            let arrival = day(2010, 1, 1) + chrono::Days::new(days);
            let dates = deadlines(Matter::ChildWelfareNotification, arrival).expect("limits");
            let ready = dates.ready_by.expect("three months");
            prop_assert!(is_working_day(dates.started_by) && is_working_day(ready));
            prop_assert!(arrival < dates.started_by && dates.started_by < ready);
            prop_assert!((9..=18).contains(&(dates.started_by - arrival).num_days()));
            prop_assert!((89..=97).contains(&(ready - arrival).num_days()));
        }
    }
}
