//! The lists of words for offered codes: long enough, plain, distinct, and without words that hurt.

use std::collections::HashMap;
use std::path::Path;

use tukipolku_vault::code::{FEWEST_WORDS, offer_code};

const LANGUAGES: [&str; 3] = ["fi", "sv", "en"];

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/words").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn words(language: &str) -> Vec<String> {
    read(&format!("{language}.txt")).lines().map(str::to_owned).collect()
}

#[test]
fn every_list_is_long_enough_for_48_bits() {
    for language in LANGUAGES {
        assert!(words(language).len() >= FEWEST_WORDS, "{language}");
    }
}

#[test]
fn every_word_is_plain_and_short() {
    for (language, letters) in [("fi", "åäö"), ("sv", "åäö"), ("en", "")] {
        for word in words(language) {
            let plain = word.chars().all(|letter| letter.is_ascii_lowercase() || letters.contains(letter));
            assert!(plain && (4..=9).contains(&word.chars().count()), "{language}: {word}");
        }
    }
}

#[test]
fn every_list_is_in_order() {
    for language in LANGUAGES {
        assert!(words(language).is_sorted(), "{language}: sort it with LC_ALL=C sort");
    }
}

#[test]
fn no_two_words_are_the_same_without_dots() {
    for language in LANGUAGES {
        let mut seen = HashMap::new();
        for word in words(language) {
            let folded = word.replace(['å', 'ä'], "a").replace('ö', "o");
            if let Some(other) = seen.insert(folded, word.clone()) {
                panic!("{language}: {word} and {other}");
            }
        }
    }
}

#[test]
fn no_word_hurts() {
    for language in LANGUAGES {
        let never = read(&format!("never/{language}.txt"));
        for word in words(language) {
            let rule = never.lines().find(|rule| forbids(rule, &word));
            assert_eq!(rule, None, "{language}: {word}");
        }
    }
}

/// `word` is that word, `word*` a beginning, `*word*` any part.
fn forbids(rule: &str, word: &str) -> bool {
    match (rule.strip_prefix('*'), rule.strip_suffix('*')) {
        (Some(rest), _) => word.contains(rest.trim_end_matches('*')),
        (None, Some(beginning)) => word.starts_with(beginning),
        (None, None) => word == rule,
    }
}

#[test]
fn the_rules_against_hurting_words_mean_what_they_say() {
    assert!(forbids("sota", "sota") && !forbids("sota", "sotamies"));
    assert!(forbids("sota*", "sotamies") && !forbids("sota*", "talvisota"));
    assert!(forbids("*sota*", "talvisotaan"));
}

#[test]
fn a_code_can_be_offered_in_every_language() {
    for language in LANGUAGES {
        let list = read(&format!("{language}.txt"));
        let code = offer_code(&list).unwrap();
        assert_eq!(code.split(' ').count(), 4, "{language}");
        assert!(code.split(' ').all(|word| list.lines().any(|line| line == word)), "{language}");
    }
}
