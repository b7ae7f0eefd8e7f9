//! What the sender keeps: the reference, the time, and the dates that the law gives.

use chrono::NaiveDate;

use super::{CalendarEntry, Reference, calendar, keys};
use crate::i18n::Texts;

/// The receipt of a received message. The dates are computed elsewhere, and only where the law names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The code to say on the phone.
    pub reference: Reference,
    /// When the inbox got the message, in UNIX seconds to the minute.
    pub received_at: i64,
    /// By about when the assessment is begun.
    pub started_by: Option<NaiveDate>,
    /// By about when it is ready.
    pub ready_by: Option<NaiveDate>,
}

impl Receipt {
    /// The dates as a calendar file in neutral words, or `None` where the law gives no date.
    pub fn calendar(&self, texts: &Texts) -> Option<String> {
        let dates = [(self.started_by, keys::CALENDAR_STARTED), (self.ready_by, keys::CALENDAR_READY)];
        let entries: Vec<_> = dates.into_iter().filter_map(|(date, key)| Some(self.entry(date?, key, texts))).collect();
        (!entries.is_empty()).then(|| calendar(&entries, self.received_at))
    }

    fn entry(&self, date: NaiveDate, key: &str, texts: &Texts) -> CalendarEntry {
        let reference = self.reference.to_string();
        let name = key.rsplit('.').next().unwrap_or_default();
        CalendarEntry {
            id: format!("{}-{name}", reference.to_lowercase()),
            date,
            summary: texts.get(keys::CALENDAR_SUMMARY).to_owned(),
            description: texts.fill(key, &[("reference", &reference)]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::reference;
    use super::*;
    use crate::domain::Language;
    use crate::i18n::agreement::texts;

    fn receipt(started_by: Option<NaiveDate>, ready_by: Option<NaiveDate>) -> Receipt {
        Receipt { reference: reference(&[0xAB; 32]), received_at: 1_795_046_700, started_by, ready_by }
    }

    #[test]
    fn without_dates_there_is_no_calendar() {
        assert_eq!(receipt(None, None).calendar(&texts(Language::Fi)), None);
    }

    #[test]
    fn the_calendar_tells_the_reference_and_nothing_of_the_matter() {
        let dates = [NaiveDate::from_ymd_opt(2026, 12, 1), NaiveDate::from_ymd_opt(2027, 2, 22)];
        for language in Language::ALL {
            let file = receipt(dates[0], dates[1]).calendar(&texts(language)).unwrap();
            assert!(
                file.contains("DATE:20261201") && file.contains("DATE:20270222") && file.contains("ABAB-ABAB-ABAB")
            );
            for word in ["tukipolku", "lastensuojel", "sosiaal", "perhe", "social", "famil", "barn", "child", "welfare"]
            {
                assert!(!file.to_lowercase().contains(word), "{word} in {file}");
            }
        }
    }
}
