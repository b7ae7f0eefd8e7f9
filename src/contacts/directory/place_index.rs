//! All names in the form in which they are compared, made once so that a key press allocates next to nothing.

use super::fold::{fold, name_stems, query_stem};
use super::one_edit::{at_most_one_edit, beginning_at_most_one_edit};
use super::{FormerName, Municipality, SamiName};

/// Every name of today and of the past, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PlaceIndex {
    pub(super) entries: Vec<Entry>,
}

/// One folded name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    folded: Box<str>,
    stems: Box<[String]>,
    pub(super) owner: Owner,
}

/// Whose name it is, by place in the directory's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// A municipality's Finnish name.
    Finnish(usize),
    /// A municipality's Swedish name, where it has another.
    Swedish(usize),
    /// A former name.
    Former(usize),
    /// A name in one of the Sámi languages.
    Sami(usize),
}

/// How well a name fits what was typed; the best comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The very name.
    Exact,
    /// The name begins so.
    Beginning,
    /// The name with a Finnish or Swedish ending: "Kuopion", "Esbos".
    Inflected,
    /// A later word of the name begins so: "Vilppula".
    LaterWord,
    /// One typing error away.
    Near,
    /// The beginning of the name is one typing error away.
    NearBeginning,
}

impl PlaceIndex {
    pub(super) fn new(municipalities: &[Municipality], former_names: &[FormerName]) -> Self {
        let mut entries = Vec::with_capacity(2 * municipalities.len() + former_names.len());
        for (place, municipality) in municipalities.iter().enumerate() {
            entries.push(Entry::new(&municipality.names.fi, Owner::Finnish(place)));
            if municipality.names.sv != municipality.names.fi {
                entries.push(Entry::new(&municipality.names.sv, Owner::Swedish(place)));
            }
        }
        entries.extend(
            former_names.iter().enumerate().map(|(place, former)| Entry::new(&former.name, Owner::Former(place))),
        );
        Self { entries }
    }

    pub(super) fn add_sami_names(&mut self, names: &[SamiName]) {
        self.entries.extend(names.iter().enumerate().map(|(place, sami)| Entry::new(&sami.name, Owner::Sami(place))));
    }
}

impl Entry {
    fn new(name: &str, owner: Owner) -> Self {
        let folded = fold(name);
        let stems = name_stems(&folded).into_boxed_slice();
        Self { folded: folded.into(), stems, owner }
    }

    /// Whether it is a name in use, not one of the past.
    pub(super) fn is_of_today(&self) -> bool {
        !matches!(self.owner, Owner::Former(_))
    }

    /// How the name fits without any typing error.
    pub(super) fn fit(&self, query: &Query) -> Option<Fit> {
        if self.folded.starts_with(&query.folded) {
            let whole = self.folded.len() == query.folded.len();
            return Some(if whole { Fit::Exact } else { Fit::Beginning });
        }
        if self.is_inflected_as(query) {
            return Some(Fit::Inflected);
        }
        let later_word = self.folded.split(' ').skip(1).any(|word| word.starts_with(&query.folded));
        later_word.then_some(Fit::LaterWord)
    }

    /// How the name fits when one typing error is forgiven. Short words are all near each other, so they are not tried.
    pub(super) fn near_fit(&self, query: &Query) -> Option<Fit> {
        let (typed, name) = (query.folded.as_bytes(), self.folded.as_bytes());
        if typed.len() < 4 {
            return None;
        }
        if at_most_one_edit(typed, name) {
            return Some(Fit::Near);
        }
        beginning_at_most_one_edit(typed, name).then_some(Fit::NearBeginning)
    }

    fn is_inflected_as(&self, query: &Query) -> bool {
        let without_ending = ['n', 's'].iter().any(|ending| query.folded.strip_suffix(*ending) == Some(&*self.folded));
        without_ending || query.stem.as_ref().is_some_and(|stem| self.stems.contains(stem))
    }
}

/// What was typed, folded once.
pub(super) struct Query {
    folded: String,
    stem: Option<String>,
}

impl Query {
    pub(super) fn new(typed: &str) -> Self {
        let folded = fold(typed);
        let stem = query_stem(&folded).map(str::to_owned);
        Self { folded, stem }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }
}
