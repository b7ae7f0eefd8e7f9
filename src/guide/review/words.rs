//! Words: outdated names outside the blocks that tell what changed, and slips in terms of the glossary.

use crate::domain::Language;

use super::{
    super::{ContentError, Library, changed::tells_what_changed, outdated, prose::words_of},
    Piece,
};

const OUTDATED: &str = "Use the name that holds, or tell it in a block quote that says what changed.";

/// Faults in prose, in the heads of pages and in explained terms.
pub(super) fn faults(library: &Library, language: Language, pieces: &[Piece<'_>]) -> Vec<ContentError> {
    let in_prose = pieces.iter().flat_map(|piece| of_piece(library, language, piece));
    let elsewhere = heads(library, language).into_iter().flat_map(|(file, text)| {
        let slip = slip(library, language, &file, 1, &text);
        outdated(&file, 1, &text).into_iter().chain(slip).collect::<Vec<_>>()
    });
    in_prose.chain(elsewhere).collect()
}

/// Faults in the lines of one piece of prose.
pub(super) fn of_piece(library: &Library, language: Language, piece: &Piece<'_>) -> Vec<ContentError> {
    let of_line = |(line, text): (usize, &str)| {
        let old = if tells_what_changed(text) { None } else { outdated(&piece.file, line, text) };
        old.into_iter().chain(slip(library, language, &piece.file, line, &words_of(text))).collect::<Vec<_>>()
    };
    piece.prose.lines().flat_map(of_line).collect()
}

/// Titles and summaries of pages, and explained terms. What people search for is left out: they may use old names.
fn heads(library: &Library, language: Language) -> Vec<(String, String)> {
    let pages = library.pages(language).iter().map(|page| (page.file(), format!("{}\n{}", page.title, page.summary)));
    let texts = library.text_pages(language).iter();
    let texts = texts.map(|page| (page.file(), format!("{}\n{}", page.title, page.summary)));
    let terms_file = format!("content/{}/terms.toml", language.code());
    let terms = library.terms(language).iter();
    let terms = terms.map(|(_, term)| (terms_file.clone(), format!("{}\n{}", term.word, term.meaning)));
    pages.chain(texts).chain(terms).collect()
}

fn outdated(file: &str, line: usize, text: &str) -> Option<ContentError> {
    let name = outdated::first_outdated(text)?;
    Some(ContentError::new(file, line, format!("“{name}” does not hold any more."), OUTDATED))
}

fn slip(library: &Library, language: Language, file: &str, line: usize, text: &str) -> Option<ContentError> {
    let slip = library.glossary().first_slip(text, language)?;
    let what = format!("“{}” is no word of the glossary.", slip.found);
    Some(ContentError::new(file, line, what, format!("Write “{}”, or reword.", slip.meant)))
}
