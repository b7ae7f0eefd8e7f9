//! Guide pages that no other page leads to: only somebody who reads the whole list would find them.

use std::collections::BTreeSet;

use crate::domain::Language;

use super::{
    super::{ContentError, Library, Target},
    pieces,
};

/// Pages without a link from elsewhere. Links are the same in every language, so Finnish tells for all.
pub(super) fn faults(library: &Library) -> Vec<ContentError> {
    let mut linked = BTreeSet::new();
    for piece in pieces(library, Language::Fi) {
        let targets = piece.prose.targets().into_iter();
        linked.extend(targets.filter_map(|target| match target {
            Target::Service(id) if !piece.file.ends_with(&format!("/{id}.md")) => Some(id),
            _ => None,
        }));
    }
    let lost = library.pages(Language::Fi).iter().filter(|page| !linked.contains(page.id()));
    let told = lost.map(|page| {
        ContentError::new(&page.file(), 1, "No other page leads here.", "Link to it where a reader would need it.")
    });
    told.collect()
}
