//! Making the index: every stem of every page, weighed by where it stands and by how few pages have it.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::Entry;
use super::fields::{Weights, weights};
use super::stem::stem;
use crate::domain::Language;

/// Weights are written as whole numbers; this is what one unit becomes.
const SCALE: f32 = 10.0;

/// Writes the index of a language. `address` gives the address of a page by its name.
pub fn make_index(language: Language, entries: &[Entry], address: impl Fn(&str) -> String) -> String {
    let pages = entries.iter().map(|entry| format!("{}\t{}\t{}\n", address(&entry.id), entry.title, entry.summary));
    let head: String = pages.collect();
    let by_page: Vec<_> = entries.iter().map(|entry| weights(entry, |word| stem(word, language))).collect();
    let stems: BTreeSet<&String> = by_page.iter().flat_map(BTreeMap::keys).collect();
    let lines: String = stems.into_iter().filter_map(|stem| line(stem, &by_page)).collect();
    format!("{}\n{head}\n{lines}", language.code())
}

/// A word's line; nothing for a word that stands on so many pages that it tells none from another.
fn line(stem: &str, by_page: &[BTreeMap<String, Weights>]) -> Option<String> {
    let found: Vec<(usize, &Weights)> =
        by_page.iter().enumerate().filter_map(|(page, weights)| Some((page, weights.get(stem)?))).collect();
    let rarity = (by_page.len() as f32 / found.len() as f32).ln();
    let postings: Vec<String> = found.iter().filter_map(|(page, weights)| posting(*page, weights, rarity)).collect();
    let word = found.iter().map(|(_, weights)| weights.written.as_str()).min_by_key(|word| word.len())?;
    (!postings.is_empty()).then(|| format!("{stem}\t{word}\t{}\n", postings.join(" ")))
}

fn posting(page: usize, weights: &Weights, rarity: f32) -> Option<String> {
    let weight = (SCALE * rarity * weights.whole()).round();
    (weight >= 1.0).then(|| format!("{page}{}{weight}", weights.strongest().0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::index::Index;

    fn entry(id: &str, title: &str) -> Entry {
        let (id, title) = (id.to_owned(), title.to_owned());
        Entry { id, title, summary: String::new(), words: Vec::new(), parts: Vec::new() }
    }

    #[test]
    fn what_is_written_is_read_and_found() {
        let entries = [entry("a", "Perhetyö kotona"), entry("b", "Tukiperhe kotona")];
        let text = make_index(Language::Fi, &entries, |id| format!("/fi/{id}/"));
        let index = Index::read(&text).expect("an index");
        let hit = index.find("tukiperheen", 3)[0];
        assert_eq!((hit.page, hit.word), (1, "tukiperhe"));
        assert!(index.find("kotona", 3).is_empty(), "a word of every page tells none from another");
    }
}
