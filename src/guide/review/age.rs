//! What grows old: pages, facts and acts that nobody has checked for a year, translations that lag behind, unverified facts.

use chrono::{Days, Months, NaiveDate};

use crate::domain::Language;

use super::super::{ContentError, Library, Mark, facts, laws};

/// After this many months a check counts as old.
const MONTHS: Months = Months::new(12);

/// A translation may be this much older than the newest language of its page.
const LAG: Days = Days::new(90);

/// Everything that is old on this day.
pub(super) fn notes(library: &Library, today: NaiveDate) -> Vec<ContentError> {
    let pages = Language::ALL.into_iter().flat_map(|language| pages(library, language, today));
    pages.chain(lagging(library)).chain(register(library, today)).collect()
}

fn is_old(checked: NaiveDate, today: NaiveDate) -> bool {
    checked.checked_add_months(MONTHS).is_some_and(|until| until < today)
}

/// A note on a file that was checked more than 12 months ago.
pub(super) fn old(file: &str, checked: NaiveDate, today: NaiveDate) -> Option<ContentError> {
    let what = format!("Checked on {checked}, more than 12 months ago.");
    let mend = "Read it against its sources and renew the date `checked`.";
    is_old(checked, today).then(|| ContentError::new(file, 1, what, mend))
}

fn pages(library: &Library, language: Language, today: NaiveDate) -> Vec<ContentError> {
    dates(library, language).iter().filter_map(|(file, checked)| old(file, *checked, today)).collect()
}

fn dates(library: &Library, language: Language) -> Vec<(String, NaiveDate)> {
    let services = library.pages(language).iter().map(|page| (page.file(), page.checked));
    let texts = library.text_pages(language).iter().map(|page| (page.file(), page.checked));
    services.chain(texts).collect()
}

/// Pages that are more than 90 days older than the same page in another language.
fn lagging(library: &Library) -> Vec<ContentError> {
    let all = Language::ALL.map(|language| dates(library, language));
    let mut notes = Vec::new();
    for place in 0..all[0].len() {
        let newest = all.iter().filter_map(|dates| dates.get(place)).map(|(_, checked)| *checked).max();
        for (file, checked) in all.iter().filter_map(|dates| dates.get(place)) {
            if newest.is_some_and(|newest| checked.checked_add_days(LAG).is_some_and(|until| until < newest)) {
                let what = format!("Checked on {checked}; another language of the page is more than 90 days newer.");
                notes.push(ContentError::new(file, 1, what, "Compare it with the newer language and renew its date."));
            }
        }
    }
    notes
}

fn register(library: &Library, today: NaiveDate) -> Vec<ContentError> {
    let acts = library.laws().iter().filter_map(|act| entry(laws::FILE, act.line, &act.id, act.checked, today));
    let facts = library.facts().iter().filter_map(|fact| match fact.mark {
        Mark::Unverified => {
            let what = format!("The fact \"{}\" is not verified (U) and is shown to nobody.", fact.id);
            let mend = "Read its source, correct it, and take the mark away.";
            Some(ContentError::new(facts::FILE, fact.line, what, mend))
        }
        _ => entry(facts::FILE, fact.line, &fact.id, fact.checked, today),
    });
    acts.chain(facts).collect()
}

fn entry(file: &str, line: usize, id: &str, checked: NaiveDate, today: NaiveDate) -> Option<ContentError> {
    let note = old(file, checked, today)?;
    Some(ContentError { line, what: format!("{id}: {}", note.what), ..note })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn a_year_and_a_day_is_old() {
        assert!(!is_old(day("2026-11-21"), day("2027-11-21")));
        assert!(is_old(day("2026-11-21"), day("2027-11-22")));
    }

    #[test]
    fn far_in_the_future_every_page_is_told_and_today_only_what_is_unverified() {
        let library = Library::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the content");
        let told = |today| notes(&library, day(today));
        assert!(told("2040-01-01").iter().any(|note| note.file == "content/sv/guide/family_work.md"));
        assert!(told("2026-11-22").iter().all(|note| note.what.contains("(U)")));
    }
}
