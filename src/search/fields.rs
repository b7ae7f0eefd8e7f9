//! How much a word weighs by where it stands on a page.

use std::collections::BTreeMap;

use super::entry::Entry;
use super::index::Where;
use super::words::words;

/// What each place is worth. The words that people use weigh almost as much as the title: that is what they are written for.
const TITLE: f32 = 12.0;
const WORDS: f32 = 10.0;
const SUMMARY: f32 = 5.0;
const HEADING: f32 = 5.0;

/// The weight of a word on a page, place by place, and the word as it is written there.
#[derive(Clone, Debug, Default)]
pub(super) struct Weights {
    /// As the page writes it, the shortest form, by its comparable form.
    pub(super) written: String,
    places: BTreeMap<Where, f32>,
    in_text: usize,
}

impl Weights {
    /// All places together.
    pub(super) fn whole(&self) -> f32 {
        self.places.values().sum::<f32>() + self.text()
    }

    /// The place that weighs most.
    pub(super) fn strongest(&self) -> Where {
        let text = (&Where::TEXT, &self.text());
        let best = self.places.iter().chain([text]).max_by(|one, other| one.1.total_cmp(other.1));
        best.map_or(Where::TEXT, |(place, _)| *place)
    }

    /// A word that comes again and again in the text says more, but not ten times as much.
    fn text(&self) -> f32 {
        if self.in_text == 0 { 0.0 } else { 1.0 + (self.in_text as f32).ln() }
    }

    fn add(&mut self, place: Where, weight: f32) {
        // Twice in a title is not twice as true.
        self.places.entry(place).or_insert(weight);
    }
}

/// Every stem of a page with its weights.
pub(super) fn weights(entry: &Entry, stem: impl Fn(&str) -> String) -> BTreeMap<String, Weights> {
    let mut found = BTreeMap::<String, Weights>::new();
    let mut each = |text: &str, add: &dyn Fn(&mut Weights)| {
        for written in text.split(|letter: char| !letter.is_alphanumeric() && !"'’".contains(letter)) {
            for word in words(written) {
                let weights = found.entry(stem(&word)).or_default();
                if weights.written.is_empty() || written.len() < weights.written.len() {
                    weights.written = written.to_lowercase();
                }
                add(weights);
            }
        }
    };
    each(&entry.title, &|weights| weights.add(Where::TITLE, TITLE));
    entry.words.iter().for_each(|words| each(words, &|weights| weights.add(Where::WORDS, WORDS)));
    each(&entry.summary, &|weights| weights.add(Where::SUMMARY, SUMMARY));
    for part in &entry.parts {
        each(&part.headings, &|weights| weights.add(Where::HEADING, HEADING));
        each(&part.text, &|weights| weights.in_text += 1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::entry::Part;

    #[test]
    fn a_word_weighs_by_its_places() {
        let part = Part { headings: "Uni".to_owned(), text: "Lapsi ei nuku. Lapset eivät nuku.".to_owned() };
        let entry = Entry {
            id: "a".to_owned(),
            title: "Lapsi".to_owned(),
            summary: "Uni".to_owned(),
            words: vec!["vauva ei nuku".to_owned()],
            parts: vec![part],
        };
        let found = weights(&entry, |word| word.chars().take(3).collect());
        assert_eq!((found["lap"].strongest(), found["lap"].written.as_str()), (Where::TITLE, "lapsi"));
        assert_eq!((found["nuk"].strongest(), found["uni"].whole()), (Where::WORDS, HEADING + SUMMARY));
        assert!(found["lap"].whole() > TITLE && found["lap"].whole() < TITLE + 2.0);
    }
}
