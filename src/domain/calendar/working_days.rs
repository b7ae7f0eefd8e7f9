//! Working days of the authorities: what counts when a time limit is counted in days.

use chrono::{Datelike, NaiveDate, Weekday};

use super::holiday_on;

/// Whether authorities work on this date: no Saturday, Sunday, holiday, Midsummer Eve or Christmas Eve
/// (Act 150/1930 section 5; THL's counting of the seven days).
pub fn is_working_day(date: NaiveDate) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) && holiday_on(date).is_none()
}

/// The `count`th working day after a date; the date itself is not counted (Act 150/1930 section 2).
pub fn nth_working_day_after(date: NaiveDate, count: usize) -> NaiveDate {
    let later = date.iter_days().skip(1).filter(|day| is_working_day(*day));
    later.take(count).last().unwrap_or(date)
}

/// The date itself when it is a working day, else the first working day after it.
pub fn next_working_day_from(date: NaiveDate) -> NaiveDate {
    date.iter_days().find(|day| is_working_day(*day)).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use proptest::prelude::*;

    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date")
    }

    #[test]
    fn the_seventh_working_day_is_counted_as_the_law_counts() {
        let counted = [
            (day(2026, 11, 24), day(2026, 12, 3), Weekday::Thu),
            (day(2026, 11, 21), day(2026, 12, 1), Weekday::Tue),
            (day(2026, 12, 17), day(2026, 12, 30), Weekday::Wed),
            (day(2026, 12, 23), day(2027, 1, 7), Weekday::Thu),
            (day(2027, 3, 22), day(2027, 4, 2), Weekday::Fri),
            (day(2027, 4, 30), day(2027, 5, 12), Weekday::Wed),
            (day(2027, 6, 17), day(2027, 6, 29), Weekday::Tue),
        ];
        for (arrival, seventh, weekday) in counted {
            assert_eq!(nth_working_day_after(arrival, 7), seventh, "{arrival}");
            assert_eq!(seventh.weekday(), weekday);
        }
    }

    #[test]
    fn a_message_of_tuesday_is_looked_at_by_thursday_of_the_next_week() {
        let tuesday = day(2026, 9, 1);
        assert_eq!(nth_working_day_after(tuesday, 7), day(2026, 9, 10));
    }

    fn any_day() -> impl Strategy<Value = NaiveDate> {
        (0_u64..30_000).prop_map(|days| day(2000, 1, 1) + Days::new(days))
    }

    proptest! {
        #[test]
        fn exactly_as_many_working_days_pass_as_were_counted(date in any_day(), count in 1_usize..40) {
            let last = nth_working_day_after(date, count);
            prop_assert!(is_working_day(last));
            let passed = date.iter_days().skip(1).take_while(|day| *day <= last).filter(|day| is_working_day(*day)).count();
            prop_assert_eq!(passed, count);
        }

        #[test]
        fn no_more_than_five_days_in_a_row_are_free(date in any_day()) {
            // The longest run is Christmas with its eve on a Wednesday: five days to the next Monday.
            let next = next_working_day_from(date);
            prop_assert!(is_working_day(next));
            prop_assert!(next.signed_duration_since(date).num_days() <= 5);
        }
    }
}
