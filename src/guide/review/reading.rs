//! Pages that are too hard to read.

use crate::domain::Language;

use super::super::{ContentError, Library, readability};

/// Pages above the limit of their language.
pub(super) fn faults(library: &Library, language: Language) -> Vec<ContentError> {
    let too_hard =
        |page: &&super::super::ServicePage| readability::of_page(page) > readability::limit(language, page.entry.easy);
    let told = library.pages(language).iter().filter(too_hard).map(|page| {
        let (index, limit) = (readability::of_page(page), readability::limit(language, page.entry.easy));
        let name = readability::index_name(language);
        let what = format!("The page is too hard to read: {name} {index:.1}, and {limit:.1} is the most.");
        ContentError::new(&page.file(), 1, what, "Shorten sentences and choose shorter words.")
    });
    told.collect()
}
