//! What an editor should know about the content as a whole: faults that must be mended before the site is made, and
//! notes on what grows old. Each is told with file, line and mend.

mod age;
mod piece;
mod reading;
mod statements;
mod unlinked;
mod words;

use chrono::NaiveDate;

use crate::domain::Language;

use super::{ContentError, CountyText, Library};

pub use piece::{Piece, pieces};

/// Everything that is wrong in the content of all languages.
pub fn faults(library: &Library) -> Vec<ContentError> {
    let of_language = |language: Language| {
        let pieces = pieces(library, language);
        let words = words::faults(library, language, &pieces);
        statements::faults(library, language, &pieces)
            .into_iter()
            .chain(words)
            .chain(reading::faults(library, language))
    };
    Language::ALL.into_iter().flat_map(of_language).chain(unlinked::faults(library)).collect()
}

/// What is wrong in the words that counties write into guide pages. A county answers for its own facts; its words and
/// names are held to the same rules.
pub fn county_faults(library: &Library, texts: &[CountyText]) -> Vec<ContentError> {
    let of_text = |text: &CountyText| {
        let piece = |prose| Piece { file: text.file.clone(), prose, facts: &[] };
        let parts = text.parts.iter();
        parts.flat_map(|part| words::of_piece(library, text.language, &piece(&part.prose))).collect::<Vec<_>>()
    };
    texts.iter().flat_map(of_text).collect()
}

/// What is not wrong yet: dates over twelve months old, a language that lags behind, facts that nobody has verified.
pub fn notes(library: &Library, today: NaiveDate) -> Vec<ContentError> {
    age::notes(library, today)
}

/// What grows old in the words of counties.
pub fn county_notes(texts: &[CountyText], today: NaiveDate) -> Vec<ContentError> {
    texts.iter().filter_map(|text| age::old(&text.file, text.checked, today)).collect()
}
