//! Terms of the glossary, `data/glossary.csv`, and words of a text that look like one of them but are not.
//!
//! Three kinds of slips are found: a letter wrong in a term, a Finnish or Swedish compound written apart, and a word that
//! the glossary replaces. Endings are left alone, so that inflected forms pass.

use std::path::Path;

use crate::domain::Language;

use super::{content_error::ContentError, toml_file::read_text};

const FILE: &str = "data/glossary.csv";

/// Terms shorter than this look like too many other words to be compared.
const SHORTEST: usize = 12;

/// Words that other texts use for what the glossary names otherwise, and the word to use.
const REPLACED: [(Language, &str, &str); 14] = [
    (Language::Fi, "ongelmaperhe", "tukea tarvitseva perhe"),
    (Language::Fi, "asiakassuhde", "asiakkuus"),
    (Language::Sv, "problemfamilj", "familj som behöver stöd"),
    (Language::Sv, "effektiverat familjearbete", "intensifierat familjearbete"),
    (Language::Sv, "servicebehovsbedömning", "bedömning av servicebehovet"),
    (Language::En, "problem family", "family that needs support"),
    (Language::En, "foster care", "short-term placement as support"),
    (Language::En, "clientship", "client relationship"),
    (Language::En, "custodian", "guardian"),
    (Language::En, "social guidance", "social counselling"),
    (Language::En, "enhanced family work", "intensified family work"),
    (Language::En, "child welfare report", "child welfare notification"),
    (Language::En, "social instructor", "social counsellor"),
    (Language::En, "child protection", "child welfare"),
];

/// The single-word terms of each language, lowercase, as long as can be compared.
#[derive(Clone, Debug, Default)]
pub struct Glossary([Vec<Vec<char>>; 3]);

/// A word that is no term but looks like one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// What stands in the text.
    pub found: String,
    /// What was probably meant.
    pub meant: String,
}

impl Glossary {
    /// Reads `data/glossary.csv`.
    ///
    /// # Errors
    /// A row that has not three languages.
    pub(super) fn read(root: &Path) -> Result<Self, ContentError> {
        let text = read_text(root, FILE)?;
        let mut glossary = Self::default();
        for (place, line) in text.lines().enumerate().skip(1) {
            let columns = columns(line);
            let [_, fi, sv, en, ..] = columns.as_slice() else {
                let mend = "Write term_id, fi, sv, en, note, source.";
                return Err(ContentError::new(FILE, place + 1, "The row has not every language.", mend));
            };
            for (language, words) in Language::ALL.into_iter().zip([fi, sv, en]) {
                glossary.0[language as usize].extend(single_words(words));
            }
        }
        Ok(glossary)
    }

    /// The first slip in a line of text.
    pub fn first_slip(&self, line: &str, language: Language) -> Option<Slip> {
        let line = line.to_lowercase();
        let replaced = REPLACED.iter().find(|(of, word, _)| *of == language && line.contains(word));
        if let Some((_, found, meant)) = replaced {
            return Some(Slip { found: (*found).to_owned(), meant: (*meant).to_owned() });
        }
        let words: Vec<&str> =
            line.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).collect();
        let terms = &self.0[language as usize];
        let misspelled = words.iter().find_map(|word| slip(word, terms.iter().find(|term| is_near(word, term))?));
        misspelled.or_else(|| written_apart(&line, terms, language))
    }
}

fn slip(found: &str, meant: &[char]) -> Option<Slip> {
    Some(Slip { found: found.to_owned(), meant: meant.iter().collect() })
}

/// Columns of a row; a quoted one may hold commas.
fn columns(line: &str) -> Vec<String> {
    let (mut columns, mut quoted) = (vec![String::new()], false);
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => columns.push(String::new()),
            _ => columns.last_mut().expect("one column at least").push(letter),
        }
    }
    columns
}

fn single_words(words: &str) -> impl Iterator<Item = Vec<char>> {
    let alternatives = words.split(',').map(|word| word.split('(').next().unwrap_or_default().trim());
    let single = alternatives.filter(|word| word.chars().count() >= SHORTEST && word.chars().all(char::is_alphabetic));
    single.map(|word| word.to_lowercase().chars().collect())
}

/// What inflection leaves alone: all but the last two letters.
fn stem(term: &[char]) -> &[char] {
    &term[..term.len() - 2]
}

/// One letter wrong, missing, too many or swapped inside the stem. The last two letters of the stem must be right: nearer to
/// the end another word may begin.
fn is_near(word: &str, term: &[char]) -> bool {
    let word: Vec<char> = word.chars().collect();
    let stem = stem(term);
    if word.starts_with(stem) {
        return false;
    }
    let end = &stem[stem.len() - 2..];
    (stem.len() - 1..=stem.len() + 1).any(|length| {
        let beginning = word.get(..length);
        beginning.is_some_and(|beginning| beginning.ends_with(end) && is_one_edit(beginning, stem))
    })
}

fn is_one_edit(one: &[char], other: &[char]) -> bool {
    let start = one.iter().zip(other).take_while(|(left, right)| left == right).count();
    let (one, other) = (&one[start..], &other[start..]);
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(left, right)| left == right).count();
    match (&one[..one.len() - end], &other[..other.len() - end]) {
        ([], [_]) | ([_], [] | [_]) => true,
        ([first, second], [left, right]) => first == right && second == left,
        _ => false,
    }
}

/// A compound in two words. English writes its terms in several words anyway.
fn written_apart(line: &str, terms: &[Vec<char>], language: Language) -> Option<Slip> {
    /// Shorter first parts are words of their own too often.
    const FIRST_PART: usize = 6;
    if language == Language::En {
        return None;
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    words.windows(2).find_map(|pair| {
        let [first, second] = [pair[0], pair[1].trim_end_matches(|letter: char| !letter.is_alphabetic())];
        let whole: Vec<char> = first.chars().chain(second.chars()).collect();
        let inside = |term: &&Vec<char>| {
            let first = first.chars().count();
            first >= FIRST_PART && first < stem(term).len() && whole.starts_with(stem(term))
        };
        slip(&format!("{first} {second}"), terms.iter().find(inside)?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glossary() -> Glossary {
        let terms = |words: &str| single_words(words).collect();
        Glossary([
            terms("lastensuojeluilmoitus, palvelutarpeen arviointi, asiakassuunnitelma"),
            terms("barnskyddsanmälan"),
            terms("notification"),
        ])
    }

    #[test]
    fn a_slip_in_a_term_is_found_and_an_ending_is_none() {
        let found = |line, language| glossary().first_slip(line, language).map(|slip| slip.meant);
        assert_eq!(found("Tee lastensuojelulimoitus.", Language::Fi).as_deref(), Some("lastensuojeluilmoitus"));
        assert_eq!(found("Tee lastensuojeluilmoituksia asiakassuunnitelmassa.", Language::Fi), None);
        assert_eq!(found("Tee lastensuojelu ilmoitus.", Language::Fi).as_deref(), Some("lastensuojeluilmoitus"));
        assert_eq!(found("En barnskyddsanmälan och barnskyddsanmälningar", Language::Sv), None);
        assert_eq!(found("En barnskydsanmälan.", Language::Sv).as_deref(), Some("barnskyddsanmälan"));
        assert_eq!(found("A problem family", Language::En).as_deref(), Some("family that needs support"));
    }

    #[test]
    fn quoted_columns_may_hold_commas() {
        assert_eq!(columns("a,\"b, c\",d"), ["a", "b, c", "d"]);
    }
}
