//! The search that helps while typing: name, other language's name, former name, postal code, one typing error.

use crate::domain::{Language, PostalCode};

use super::place_index::{Fit, Owner, Query};
use super::{Directory, FormerName, Municipality};

/// A municipality found, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match<'a> {
    /// The municipality of today.
    pub municipality: &'a Municipality,
    /// Why it is offered; the selector says so beside the name.
    pub why: Why<'a>,
}

/// What of a municipality fits what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why<'a> {
    /// Its name in the visitor's language.
    Name,
    /// Its name in another language, which is this one.
    OtherLanguage(&'a str),
    /// A name of the past.
    FormerName {
        /// The former name.
        name: &'a str,
        /// The first year without that name.
        year: u16,
        /// Whether its area was divided, so that several municipalities are offered.
        split: bool,
    },
    /// A postal code; the first one when only its beginning was typed.
    PostalCode {
        /// The code.
        code: PostalCode,
        /// Whether sources disagree about it, so that two municipalities are offered.
        border: bool,
    },
    /// A name that is one typing error away.
    Near,
}

impl Directory {
    /// The municipalities that fit what was typed, best first, each once, at most `limit`.
    ///
    /// Names that begin so come first, then inflected names ("Kuopion"), then later words of a name; former names come after
    /// names of today that fit as well. Typing errors are forgiven only when nothing fits without.
    pub fn search(&self, query: &str, language: Language, limit: usize) -> Vec<Match<'_>> {
        if let Some(digits) = leading_digits(query) {
            return self.search_postal_codes(digits, limit);
        }
        let query = Query::new(query);
        if query.is_empty() {
            return Vec::new();
        }
        let mut hits = self.hits(|entry| entry.fit(&query));
        if hits.is_empty() {
            hits = self.hits(|entry| entry.near_fit(&query));
        }
        self.best_of(hits, language, limit)
    }

    fn hits(&self, fit: impl Fn(&super::place_index::Entry) -> Option<Fit>) -> Vec<(Fit, Owner)> {
        self.index.entries.iter().filter_map(|entry| Some((fit(entry)?, entry.owner))).collect()
    }

    /// Puts the best first and gives each municipality once.
    fn best_of(&self, mut hits: Vec<(Fit, Owner)>, language: Language, limit: usize) -> Vec<Match<'_>> {
        hits.sort_by_cached_key(|(fit, owner)| (*fit, self.is_former(*owner), self.shown_name(*owner, language)));
        let mut matches: Vec<Match<'_>> = Vec::with_capacity(limit);
        for (fit, owner) in hits {
            for municipality in self.municipalities_of(owner) {
                if matches.len() == limit {
                    return matches;
                }
                if !matches.iter().any(|found| found.municipality.code == municipality.code) {
                    matches.push(Match { municipality, why: self.why(fit, owner, language) });
                }
            }
        }
        matches
    }

    pub(super) fn municipalities_of(&self, owner: Owner) -> Vec<&Municipality> {
        match owner {
            Owner::Finnish(place) | Owner::Swedish(place) => vec![&self.municipalities[place]],
            Owner::Former(place) => {
                self.former_names[place].successors.iter().filter_map(|code| self.get(*code)).collect()
            }
            Owner::Sami(place) => self.get(self.sami_names[place].municipality).into_iter().collect(),
        }
    }

    fn why(&self, fit: Fit, owner: Owner, language: Language) -> Why<'_> {
        let near = matches!(fit, Fit::Near | Fit::NearBeginning);
        match owner {
            Owner::Former(place) => {
                let FormerName { name, year, .. } = &self.former_names[place];
                Why::FormerName { name, year: *year, split: self.former_names[place].is_split() }
            }
            _ if near => Why::Near,
            Owner::Finnish(place) => self.why_name(place, Language::Fi, language),
            Owner::Swedish(place) => self.why_name(place, Language::Sv, language),
            Owner::Sami(place) => Why::OtherLanguage(&self.sami_names[place].name),
        }
    }

    fn why_name(&self, place: usize, matched: Language, language: Language) -> Why<'_> {
        let names = &self.municipalities[place].names;
        let matched = names.in_language(matched);
        if names.in_language(language) == matched { Why::Name } else { Why::OtherLanguage(matched) }
    }

    fn is_former(&self, owner: Owner) -> bool {
        matches!(owner, Owner::Former(_))
    }

    /// The name by which hits of equal worth are put in order.
    fn shown_name(&self, owner: Owner, language: Language) -> &str {
        match owner {
            Owner::Finnish(place) | Owner::Swedish(place) => self.municipalities[place].names.in_language(language),
            Owner::Former(place) => &self.former_names[place].name,
            Owner::Sami(place) => &self.sami_names[place].name,
        }
    }

    /// Municipalities in whose area a postal code begins with these digits.
    fn search_postal_codes(&self, digits: &str, limit: usize) -> Vec<Match<'_>> {
        let Some((first, after)) = PostalCode::range_beginning_with(digits) else { return Vec::new() };
        let from = self.postal_areas.partition_point(|area| area.code < first);
        let mut matches: Vec<Match<'_>> = Vec::with_capacity(limit);
        for area in self.postal_areas[from..].iter().take_while(|area| area.code < after) {
            let why = Why::PostalCode { code: area.code, border: area.is_border() };
            for municipality in area.municipalities().filter_map(|code| self.get(code)) {
                if matches.len() == limit {
                    return matches;
                }
                if !matches.iter().any(|found| found.municipality.code == municipality.code) {
                    matches.push(Match { municipality, why });
                }
            }
        }
        matches
    }
}

/// The digits at the start of what was typed: "70100 Kuopio" is looked up by its postal code.
fn leading_digits(query: &str) -> Option<&str> {
    let query = query.trim_start();
    let digits = query.bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0).then(|| &query[..digits])
}
