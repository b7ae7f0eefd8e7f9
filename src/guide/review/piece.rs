//! A piece of prose with what a check must know about it.

use crate::domain::Language;

use super::super::{Library, Prose};

/// A section of a guide page, or a whole text page.
#[derive(Clone, Debug)]
pub struct Piece<'a> {
    /// The file, from the root of the repository.
    pub file: String,
    /// The words.
    pub prose: &'a Prose,
    /// The names of the facts they rest on.
    pub facts: &'a [String],
}

/// Every piece of prose of a language.
pub fn pieces(library: &Library, language: Language) -> Vec<Piece<'_>> {
    let services = library.pages(language).iter().flat_map(|page| {
        page.sections.iter().map(|section| Piece { file: page.file(), prose: &section.prose, facts: &section.facts })
    });
    let texts = library.text_pages(language).iter();
    let texts = texts.map(|page| Piece { file: page.file(), prose: &page.prose, facts: &page.facts });
    services.chain(texts).collect()
}
