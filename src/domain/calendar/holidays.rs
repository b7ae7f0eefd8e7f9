//! Finnish holidays, the movable ones computed.
//!
//! Church holidays: Church Act 652/2023 chapter 1 section 6. Independence Day: Act 388/1937. The two eves are no holidays by name,
//! but a time limit that would end on them moves on (Act 150/1930 section 5), and offices are closed.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// A day on which Finnish offices are closed whatever the weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holiday {
    /// 1 January, uudenvuodenpäivä.
    NewYearsDay,
    /// 6 January, loppiainen.
    Epiphany,
    /// Two days before Easter, pitkäperjantai.
    GoodFriday,
    /// Pääsiäispäivä.
    EasterSunday,
    /// The day after Easter, toinen pääsiäispäivä.
    EasterMonday,
    /// 1 May, vappu.
    FirstOfMay,
    /// The 39th day after Easter, helatorstai.
    AscensionDay,
    /// The 49th day after Easter, helluntai.
    Pentecost,
    /// The Friday before Midsummer Day, juhannusaatto.
    MidsummerEve,
    /// The Saturday between 20 and 26 June, juhannuspäivä.
    MidsummerDay,
    /// The Saturday between 31 October and 6 November, pyhäinpäivä.
    AllSaintsDay,
    /// 6 December, itsenäisyyspäivä.
    IndependenceDay,
    /// 24 December, jouluaatto.
    ChristmasEve,
    /// 25 December, joulupäivä.
    ChristmasDay,
    /// 26 December, tapaninpäivä.
    SecondChristmasDay,
}

/// The holiday on this date, eves included.
pub fn holiday_on(date: NaiveDate) -> Option<Holiday> {
    fixed_holiday(date).or_else(|| easter_holiday(date)).or_else(|| midsummer_or_all_saints(date))
}

fn fixed_holiday(date: NaiveDate) -> Option<Holiday> {
    match (date.month(), date.day()) {
        (1, 1) => Some(Holiday::NewYearsDay),
        (1, 6) => Some(Holiday::Epiphany),
        (5, 1) => Some(Holiday::FirstOfMay),
        (12, 6) => Some(Holiday::IndependenceDay),
        (12, 24) => Some(Holiday::ChristmasEve),
        (12, 25) => Some(Holiday::ChristmasDay),
        (12, 26) => Some(Holiday::SecondChristmasDay),
        _ => None,
    }
}

fn easter_holiday(date: NaiveDate) -> Option<Holiday> {
    match date.signed_duration_since(easter_sunday(date.year())).num_days() {
        -2 => Some(Holiday::GoodFriday),
        0 => Some(Holiday::EasterSunday),
        1 => Some(Holiday::EasterMonday),
        39 => Some(Holiday::AscensionDay),
        49 => Some(Holiday::Pentecost),
        _ => None,
    }
}

fn midsummer_or_all_saints(date: NaiveDate) -> Option<Holiday> {
    match (date.weekday(), date.month(), date.day()) {
        (Weekday::Fri, 6, 19..=25) => Some(Holiday::MidsummerEve),
        (Weekday::Sat, 6, 20..=26) => Some(Holiday::MidsummerDay),
        (Weekday::Sat, 10, 31) | (Weekday::Sat, 11, 1..=6) => Some(Holiday::AllSaintsDay),
        _ => None,
    }
}

/// Easter Sunday of a year of the Gregorian calendar, by the anonymous Gregorian computus
/// (sent to *Nature* in 1876; known by the names of Meeus, Jones and Butcher).
pub fn easter_sunday(year: i32) -> NaiveDate {
    let (moon_year, century, year_of_century) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let moon_correction = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * moon_year + century - century.div_euclid(4) - moon_correction + 15).rem_euclid(30);
    let to_sunday =
        (32 + 2 * century.rem_euclid(4) + 2 * (year_of_century / 4) - epact - year_of_century % 4).rem_euclid(7);
    let late_moon = (moon_year + 11 * epact + 22 * to_sunday) / 451;
    let days_after_22_march = epact + to_sunday - 7 * late_moon;
    let equinox = NaiveDate::from_ymd_opt(year, 3, 22).unwrap_or(NaiveDate::MIN);
    equinox + Days::new(days_after_22_march.unsigned_abs().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::SourceDate;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date")
    }

    #[test]
    fn the_holidays_are_those_of_an_independent_list() {
        let fixture = include_str!("../../../tests/fixtures/holidays_fi.csv");
        let listed: Vec<NaiveDate> = fixture
            .lines()
            .filter(|line| line.starts_with("20"))
            .filter_map(|line| SourceDate::parse(&line[..10])?.earliest())
            .collect();
        let ours: Vec<NaiveDate> = day(2020, 1, 1)
            .iter_days()
            .take_while(|date| date.year() <= 2035)
            .filter(|date| holiday_on(*date).is_some())
            .collect();
        assert_eq!(ours.len(), 16 * 15);
        assert_eq!(ours, listed);
    }

    #[test]
    fn every_year_has_its_movable_feasts_where_the_law_puts_them() {
        let years = [
            (2026, (4, 3), (4, 6), (5, 14), (6, 19), (10, 31)),
            (2027, (3, 26), (3, 29), (5, 6), (6, 25), (11, 6)),
            (2028, (4, 14), (4, 17), (5, 25), (6, 23), (11, 4)),
            (2029, (3, 30), (4, 2), (5, 10), (6, 22), (11, 3)),
            (2030, (4, 19), (4, 22), (5, 30), (6, 21), (11, 2)),
            (2031, (4, 11), (4, 14), (5, 22), (6, 20), (11, 1)),
        ];
        for (year, friday, monday, ascension, eve, saints) in years {
            let holiday = |(month, date)| holiday_on(day(year, month, date));
            assert_eq!(holiday(friday), Some(Holiday::GoodFriday), "{year}");
            assert_eq!(holiday(monday), Some(Holiday::EasterMonday), "{year}");
            assert_eq!(holiday(ascension), Some(Holiday::AscensionDay), "{year}");
            assert_eq!(holiday(eve), Some(Holiday::MidsummerEve), "{year}");
            assert_eq!(holiday(saints), Some(Holiday::AllSaintsDay), "{year}");
        }
    }

    #[test]
    fn the_fixed_days_fall_on_the_weekdays_of_the_table() {
        use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
        let years = [
            (2026, Tue, Fri, Sun, Thu),
            (2027, Wed, Sat, Mon, Fri),
            (2028, Thu, Mon, Wed, Sun),
            (2029, Sat, Tue, Thu, Mon),
            (2030, Sun, Wed, Fri, Tue),
            (2031, Mon, Thu, Sat, Wed),
        ];
        for (year, epiphany, may, independence, eve) in years {
            let found = [(1, 6), (5, 1), (12, 6), (12, 24)].map(|(month, date)| day(year, month, date));
            assert!(found.iter().all(|date| holiday_on(*date).is_some()), "{year}");
            assert_eq!(found.map(|date| date.weekday()), [epiphany, may, independence, eve], "{year}");
        }
    }

    #[test]
    fn maundy_thursday_and_new_years_eve_are_ordinary_days() {
        assert_eq!(holiday_on(day(2026, 4, 2)), None);
        assert_eq!(holiday_on(day(2026, 12, 31)), None);
    }

    proptest::proptest! {
        #[test]
        fn easter_is_a_sunday_between_22_march_and_25_april(year in 1583_i32..4000) {
            let easter = easter_sunday(year);
            proptest::prop_assert_eq!(easter.weekday(), Weekday::Sun);
            proptest::prop_assert!((day(year, 3, 22)..=day(year, 4, 25)).contains(&easter));
        }
    }
}
