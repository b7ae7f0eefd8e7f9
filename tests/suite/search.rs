//! Everyday searches find their page. The first forty of each language were written before there was a search; the twenty in
//! `later/` were written when it was finished, and nothing was changed for them. The figures stand in docs/search.md.

use std::collections::BTreeMap;

use tukipolku::domain::Language;
use tukipolku::guide::Library;
use tukipolku::i18n::read_texts;
use tukipolku::search::{Entry, Index, entries, make_index};

use crate::source::root;

/// How many results a person looks at before they give up.
const FIRST: usize = 3;

/// Of the searches that were written first, this share finds its page among the first three.
const WANTED: f64 = 0.95;

/// The later searches may not fall below this. First measured: 17, 17 and 18 of 20 with 23 guide pages; 16, 15 and 16 with the
/// nine that came next.
const MEASURED: f64 = 0.75;

/// A search and the pages of which any is right.
struct Query {
    typed: String,
    right: Vec<String>,
}

fn queries(file: &str) -> Vec<Query> {
    let file = root().join("tests/suite/queries").join(file);
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let query = |line: &str| {
        let (typed, right) = line.rsplit_once(',').expect("query,pages");
        Query { typed: typed.to_owned(), right: right.split(' ').map(str::to_owned).collect() }
    };
    text.lines().skip(1).map(query).collect()
}

/// Everything that can be found in a language.
fn all(language: Language) -> Vec<Entry> {
    let library = Library::read(root()).unwrap_or_else(|errors| panic!("{}", errors[0]));
    let texts = read_texts(&root().join("content").join(language.code()).join("texts")).expect("the texts read");
    entries(&library, &texts, language)
}

/// The names of the pages that a search gives, the best first.
fn found(typed: &str, index: &str, entries: &[Entry]) -> Vec<String> {
    let index = Index::read(index).expect("the index reads");
    index.find(typed, FIRST).iter().map(|hit| entries[hit.page].id.clone()).collect()
}

/// The searches of a file that miss, and how many there are.
fn misses(file: &str, language: Language) -> (Vec<String>, usize) {
    let entries = all(language);
    let index = make_index(language, &entries, |id| format!("/{id}/"));
    let queries = queries(file);
    let count = queries.len();
    let missed = queries.into_iter().filter_map(|query| {
        let found = found(&query.typed, &index, &entries);
        let hit = query.right.iter().any(|page| found.contains(page));
        (!hit).then(|| format!("“{}” gives {}, not {}", query.typed, found.join(", "), query.right.join(" or ")))
    });
    (missed.collect(), count)
}

#[test]
fn forty_everyday_searches_of_each_language_find_their_page() {
    let mut told = BTreeMap::new();
    for language in Language::ALL {
        let (missed, count) = misses(&format!("{}.csv", language.code()), language);
        assert_eq!(count, 40);
        let share = 1.0 - missed.len() as f64 / count as f64;
        println!("{}: {share:.3}\n{}", language.code(), missed.join("\n"));
        told.insert(language, (share, missed));
    }
    for (language, (share, missed)) in told {
        assert!(share >= WANTED, "{}: {share:.3}\n{}", language.code(), missed.join("\n"));
    }
}

#[test]
fn twenty_later_searches_of_each_language_are_measured() {
    for language in Language::ALL {
        let (missed, count) = misses(&format!("later/{}.csv", language.code()), language);
        let share = 1.0 - missed.len() as f64 / count as f64;
        println!("later, {}: {share:.3}\n{}", language.code(), missed.join("\n"));
        assert_eq!(count, 20);
        assert!(share >= MEASURED, "{}: {share:.3}\n{}", language.code(), missed.join("\n"));
    }
}

#[test]
fn every_search_has_a_right_answer_that_can_be_found() {
    let known: Vec<String> = all(Language::Fi).into_iter().map(|entry| entry.id).collect();
    for file in Language::ALL
        .iter()
        .flat_map(|language| ["", "later/"].map(|folder| format!("{folder}{}.csv", language.code())))
    {
        for query in queries(&file) {
            assert!(query.right.iter().any(|page| known.contains(page)), "{}: {:?}", query.typed, query.right);
        }
    }
}
