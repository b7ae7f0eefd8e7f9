//! How hard a text is to read, by a published index for each language, and the limits that pages keep.
//!
//! - Swedish and English: LIX = words per sentence + percentage of words of more than six letters (C. H. Björnsson,
//!   *Läsbarhet*, Liber 1968). Björnsson's scale: under 30 very easy (children's books), 30–40 easy, 40–50 newspapers,
//!   50–60 official texts, over 60 the language of bureaucrats. LIX was compared with English school texts by
//!   J. Anderson, *Lix and Rix*, Journal of Reading 26(6), 1983.
//! - Finnish, whose words are long by nature: O. A. Wiio's simple school year = 2.7 + 0.3 × percentage of words of
//!   four or more syllables (*Readability, comprehension and readership*, 1968). Wiio counts the syllables of base forms,
//!   as the Voikko project's tool for readability does. Base forms need a dictionary; here the words are counted as they stand, with their
//!   endings. Our figure is therefore higher than Wiio's own, never lower, and is compared only with our own limit.
//!
//! An index counts letters and full stops, not sense: it finds pages that have grown heavy, and says nothing good of a page.

use crate::domain::Language;

use super::{Library, ServicePage};

/// Where the figures of all pages stand.
pub const DOCUMENT: &str = "docs/readability.md";

/// The heading in the document below which the figures stand.
const FIGURES: &str = "## Figures\n";

/// The name of the index of a language, for tables.
pub fn index_name(language: Language) -> &'static str {
    match language {
        Language::Fi => "Wiio (words as they stand)",
        Language::Sv | Language::En => "LIX",
    }
}

/// The most that a page may have. The reasons stand in `docs/readability.md`.
pub fn limit(language: Language, easy: bool) -> f64 {
    match (language, easy) {
        (Language::Fi, false) => 12.0,
        (Language::Fi, true) => 7.0,
        (Language::Sv | Language::En, false) => 40.0,
        (Language::Sv | Language::En, true) => 25.0,
    }
}

/// The index of a page: its summary and every section, without headings.
pub fn of_page(page: &ServicePage) -> f64 {
    let sections: String = page.sections.iter().map(|section| section.prose.running_words()).collect();
    index(&format!("{}\n{sections}", page.summary), page.language)
}

/// The index of a text; 0 for a text without words.
pub fn index(text: &str, language: Language) -> f64 {
    let words: Vec<&str> = words(text).collect();
    if words.is_empty() {
        return 0.0;
    }
    let share = |is_long: &dyn Fn(&str) -> bool| {
        100.0 * words.iter().filter(|word| is_long(word)).count() as f64 / words.len() as f64
    };
    match language {
        Language::Fi => 2.7 + 0.3 * share(&|word| syllables(word) >= 4),
        Language::Sv | Language::En => {
            words.len() as f64 / sentences(text).max(1) as f64 + share(&|word| word.chars().count() > 6)
        }
    }
}

/// The document with the present figures in place of the old ones.
pub fn renewed(document: &str, library: &Library) -> String {
    let before = document.split(FIGURES).next().unwrap_or_default();
    let rows: String = library.pages(Language::Fi).iter().map(|page| row(library, page)).collect();
    let head = Language::ALL.map(|language| format!("{} {} |", language.code(), index_name(language)));
    format!("{before}{FIGURES}\n| page | {}\n|---|--:|--:|--:|\n{rows}", head.join(" "))
}

fn row(library: &Library, page: &ServicePage) -> String {
    let id = page.id();
    let figures = Language::ALL
        .map(|language| library.page(id, language).map_or_else(String::new, |page| format!(" {:.1} |", of_page(page))));
    format!("| {id} |{}\n", figures.concat())
}

/// Words: letters and digits, with hyphens and apostrophes inside.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let inside = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '’' | '\'');
    text.split(move |letter| !inside(letter)).filter(|word| word.contains(char::is_alphanumeric))
}

/// Sentences end at a full stop, question mark or exclamation mark before a space, and at the end of a line.
fn sentences(text: &str) -> usize {
    let ends = |line: &str| {
        let marks =
            line.split_whitespace().filter(|word| word.trim_end_matches(['”', '"', ')']).ends_with(['.', '?', '!']));
        let closed = line.trim_end().ends_with(['.', '?', '!', '”', '"', ')']);
        marks.count() + usize::from(!closed)
    };
    text.lines().filter(|line| words(line).next().is_some()).map(ends).sum()
}

/// Syllables of a Finnish word: each vowel group is one, unless two of its vowels are neither a long vowel nor a
/// diphthong and so belong to different syllables.
fn syllables(word: &str) -> usize {
    const VOWELS: &str = "aeiouyåäö";
    const TOGETHER: [&str; 18] =
        ["ai", "ei", "oi", "ui", "yi", "äi", "öi", "au", "eu", "iu", "ou", "ey", "äy", "öy", "iy", "ie", "uo", "yö"];
    let letters: Vec<char> = word.to_lowercase().chars().collect();
    let (mut count, mut place) = (0, 0);
    while place < letters.len() {
        if VOWELS.contains(letters[place]) {
            count += 1;
            let pair: String = letters[place..].iter().take(2).collect();
            let is_long = letters.get(place + 1) == Some(&letters[place]);
            place += usize::from(is_long || TOGETHER.contains(&pair.as_str()));
        }
        place += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finnish_syllables_are_counted_as_in_the_grammar() {
        let expected = [
            ("koti", 2),
            ("äiti", 2),
            ("lastensuojelu", 5),
            ("perhetyö", 3),
            ("maa", 1),
            ("kauan", 2),
            ("vapaa", 2),
            ("huoltaja", 3),
            ("tietoa", 3),
            ("sosiaalityö", 5),
            ("hyvinvointialue", 7),
            ("112", 0),
        ];
        for (word, count) in expected {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn the_document_holds_the_figures_of_today() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let library = Library::read(root).expect("the content");
        let document = std::fs::read_to_string(root.join(DOCUMENT)).expect(DOCUMENT);
        assert!(document == renewed(&document, &library), "{DOCUMENT} is old: run `cargo xtask content --write`");
    }

    #[test]
    fn sentences_end_at_marks_and_at_lines_but_not_inside_dates() {
        assert_eq!(sentences("Ett. Två? Tre!\nEn punkt\nDen 1.1.2026 kom lagen.\n”Hej.”"), 6);
    }

    #[test]
    fn lix_adds_length_of_sentences_and_share_of_long_words() {
        // Five words a sentence, one of them longer than six letters: 5 + 20.
        assert!((index("Barnet kan bo hos morfadern. Alla får vara med gratisss.", Language::Sv) - 25.0).abs() < 0.01);
        assert!(index("", Language::En).abs() < f64::EPSILON);
    }

    #[test]
    fn wiio_follows_the_share_of_long_words() {
        // One word in four has four syllables or more: 2.7 + 0.3 × 25.
        assert!((index("Lapsi saa apua lastensuojelusta.", Language::Fi) - 10.2).abs() < 0.01);
    }
}
