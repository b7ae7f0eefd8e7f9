//! The index as it travels: a file of lines. The pages come first, then an empty line, then the words.
//!
//! ```text
//! fi
//! /fi/palvelut/perhetyo/<tab>Perhetyö<tab>Apua kotiin arkeen …
//!
//! perh<tab>perhe<tab>0t512 4b23
//! ```
//!
//! A word's line: the stem, the word as it stands in the pages, and for each page its place in the list, a letter that says
//! where on the page the word weighs most, and how much it weighs there.

use crate::domain::Language;

/// Pages and words of one language, borrowed from the text of the file.
#[derive(Debug)]
pub struct Index<'a> {
    pub(super) language: Language,
    pub(super) pages: Vec<Found<'a>>,
    pub(super) stems: Vec<Stem<'a>>,
}

/// A page as a result shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    /// The address.
    pub address: &'a str,
    /// The title.
    pub title: &'a str,
    /// One or two sentences.
    pub summary: &'a str,
}

/// Where on a page a word stands, by the letter that the index writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Where(pub char);

impl Where {
    /// In the title.
    pub const TITLE: Self = Self('t');
    /// Among the words that people use for it.
    pub const WORDS: Self = Self('w');
    /// In the summary.
    pub const SUMMARY: Self = Self('s');
    /// In a heading inside the page.
    pub const HEADING: Self = Self('h');
    /// In the text.
    pub const TEXT: Self = Self('b');

    /// What the page says of it: in the title, among the words that people use, or somewhere on the page.
    pub const fn name(self) -> &'static str {
        match self {
            Self::TITLE => "title",
            Self::WORDS => "words",
            _ => "page",
        }
    }
}

/// One stem and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stem<'a> {
    pub(super) stem: &'a str,
    pub(super) word: &'a str,
    pub(super) postings: &'a str,
}

/// One page on which a stem stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Posting {
    pub(super) page: usize,
    pub(super) place: Where,
    pub(super) weight: f32,
}

/// The file is not an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IndexError;

impl<'a> Index<'a> {
    /// Reads the file.
    ///
    /// # Errors
    /// It is not written as described above.
    pub fn read(text: &'a str) -> Result<Self, IndexError> {
        let (head, body) = text.split_once("\n\n").ok_or(IndexError)?;
        let (code, pages) = head.split_once('\n').ok_or(IndexError)?;
        let language = Language::from_code(code).ok_or(IndexError)?;
        let pages =
            pages.lines().map(|line| fields(line).map(|[address, title, summary]| Found { address, title, summary }));
        let stems = body.lines().map(|line| fields(line).map(|[stem, word, postings]| Stem { stem, word, postings }));
        let (pages, stems) = (pages.collect::<Option<_>>(), stems.collect::<Option<_>>());
        Ok(Self { language, pages: pages.ok_or(IndexError)?, stems: stems.ok_or(IndexError)? })
    }

    /// The page at this place of the list, as [`crate::search::Hit`] names it.
    ///
    /// # Panics
    /// The place is not of this index.
    pub fn page(&self, place: usize) -> Found<'a> {
        self.pages[place]
    }
}

/// The three fields of a line.
fn fields(line: &str) -> Option<[&str; 3]> {
    let mut fields = line.splitn(3, '\t');
    Some([fields.next()?, fields.next()?, fields.next()?])
}

impl Stem<'_> {
    /// The pages on which it stands. What cannot be read is left out: a page less is better than no search.
    pub(super) fn postings(&self) -> impl Iterator<Item = Posting> {
        self.postings.split(' ').filter_map(|text| {
            let letter = text.find(|letter: char| letter.is_ascii_lowercase())?;
            let (page, rest) = text.split_at(letter);
            let (place, weight) = rest.split_at(1);
            let weight = f32::from(weight.parse::<u16>().ok()?);
            Some(Posting { page: page.parse().ok()?, place: Where(place.chars().next()?), weight })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_is_read_back() {
        let index = Index::read("sv\n/sv/a/\tA\tOm a\n\nbarn\tbarnet\t0t120 x 1?2\n").expect("an index");
        assert_eq!(index.language, Language::Sv);
        assert_eq!(index.pages, [Found { address: "/sv/a/", title: "A", summary: "Om a" }]);
        let postings: Vec<Posting> = index.stems[0].postings().collect();
        assert_eq!(postings, [Posting { page: 0, place: Where::TITLE, weight: 120.0 }]);
    }

    #[test]
    fn what_is_no_index_is_refused() {
        for text in ["", "fi\n", "xx\na\tb\tc\n\n", "fi\na\tb\n\n", "<html>\n\n</html>"] {
            assert!(Index::read(text).is_err(), "{text:?}");
        }
    }
}
