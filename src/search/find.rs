//! Ranking: which pages suit what was typed, and why.

use super::index::{Index, Stem, Where};
use super::near::{common_beginning, slips};
use super::stem::stem;
use super::words::words;

/// A page that suits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit<'a> {
    /// The page's place in the index.
    pub page: usize,
    /// How well it suits; only comparable within one search.
    pub score: f32,
    /// The word of the page that weighed most.
    pub word: &'a str,
    /// Where that word stands.
    pub place: Where,
}

/// How much each kind of likeness counts beside the very word.
const ONE_SLIP: f32 = 0.7;
const TWO_SLIPS: f32 = 0.5;
const INSIDE: f32 = 0.4;
const SAME_BEGINNING: f32 = 0.8;

/// Pages that suit less than this share of the best are left out.
const WORTH_SHOWING: f32 = 0.15;

impl<'a> Index<'a> {
    /// The pages that suit what was typed, the best first, at most `limit`.
    pub fn find(&self, typed: &str, limit: usize) -> Vec<Hit<'a>> {
        let mut hits: Vec<Option<Hit<'a>>> = vec![None; self.pages.len()];
        let mut strongest = vec![0.0_f32; self.pages.len()];
        for word in words(typed) {
            self.add_word(&word, &mut hits, &mut strongest);
        }
        let mut hits: Vec<Hit<'a>> = hits.into_iter().flatten().collect();
        hits.sort_by(|one, other| other.score.total_cmp(&one.score));
        let least = hits.first().map_or(0.0, |best| best.score * WORTH_SHOWING);
        hits.retain(|hit| hit.score > least);
        hits.truncate(limit);
        hits
    }

    /// Adds what one typed word is worth on each page: its best likeness there.
    fn add_word(&self, word: &str, hits: &mut [Option<Hit<'a>>], strongest: &mut [f32]) {
        let mut worth: Vec<Option<Hit<'a>>> = vec![None; self.pages.len()];
        for (known, likeness) in self.alike(word) {
            for posting in known.postings() {
                let hit = Hit {
                    page: posting.page,
                    score: likeness * posting.weight,
                    word: known.word,
                    place: posting.place,
                };
                let Some(best) = worth.get_mut(posting.page) else { continue };
                if best.is_none_or(|best| best.score < hit.score) {
                    *best = Some(hit);
                }
            }
        }
        for found in worth.into_iter().flatten() {
            let hit = hits[found.page].get_or_insert(Hit { score: 0.0, ..found });
            hit.score += found.score;
            if strongest[found.page] < found.score {
                strongest[found.page] = found.score;
                (hit.word, hit.place) = (found.word, found.place);
            }
        }
    }

    /// The stems that are like a typed word, with how alike they are.
    fn alike(&self, word: &str) -> Vec<(Stem<'a>, f32)> {
        let typed = stem(word, self.language);
        let exact = self.stems.iter().any(|known| known.stem == typed);
        let like = |known: &Stem<'a>| likeness(&typed, known.stem, exact);
        self.stems.iter().filter_map(|known| Some((*known, like(known)?))).collect()
    }
}

/// How alike a typed stem and a known one are, from 0 to 1. Slips are only looked for where the very word is not known.
fn likeness(typed: &str, known: &str, exact: bool) -> Option<f32> {
    if typed == known {
        return Some(1.0);
    }
    let (short, long) = if typed.len() < known.len() { (typed, known) } else { (known, typed) };
    let share = short.len() as f32 / long.len() as f32;
    let common = common_beginning(typed, known);
    if common >= 3 && common == typed.len() || common >= 4 && common as f32 >= 0.55 * long.len() as f32 {
        let common = common as f32 / long.len() as f32;
        return Some(SAME_BEGINNING * common);
    }
    if short.len() >= 4 && long.contains(short) {
        return Some(INSIDE * share.sqrt());
    }
    let most = if exact { 0 } else { forgiven(typed.len()) };
    match slips(typed, known, most)? {
        1 => Some(ONE_SLIP),
        2 => Some(TWO_SLIPS),
        _ => None,
    }
}

/// How many slips a word of this length may hold. Short words are all near each other.
const fn forgiven(length: usize) -> usize {
    match length {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str =
        "fi\n/a/\tA\ta\n/b/\tB\tb\n\njas\tjaksa\t0w90\nkotipalvel\tkotipalvelu\t1t100\npalvel\tpalvelu\t0b10\n";

    fn found(typed: &str) -> Vec<usize> {
        let index = Index::read(INDEX).expect("an index");
        index.find(typed, 10).iter().map(|hit| hit.page).collect()
    }

    #[test]
    fn forms_slips_beginnings_and_parts_are_found() {
        for typed in ["kotipalvelu", "kotipalvelua", "kotipalvleu", "kotip", "KOTIPALVELU!", "kotipalvelussanikin"] {
            assert_eq!(found(typed).first(), Some(&1), "{typed}");
        }
        assert_eq!(found("palvelu"), [1, 0], "the word inside a title weighs more than the word in the text");
    }

    #[test]
    fn what_suits_nothing_finds_nothing() {
        for typed in ["", " ", "xyzzy", "!!", "помощь", "a"] {
            assert!(found(typed).is_empty(), "{typed:?}");
        }
    }

    #[test]
    fn a_hit_says_why() {
        let index = Index::read(INDEX).expect("an index");
        let hits = index.find("en jaksa", 10);
        assert_eq!((hits[0].word, hits[0].place), ("jaksa", Where::WORDS));
    }

    #[test]
    fn no_more_than_asked_for() {
        assert_eq!(Index::read(INDEX).expect("an index").find("palvelu", 1).len(), 1);
    }
}
