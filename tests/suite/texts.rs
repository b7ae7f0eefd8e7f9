//! The words of the interface: the same in three languages, none missing where the program asks for it, none unused.

use std::collections::BTreeSet;

use tukipolku::domain::Language;
use tukipolku::i18n::{Texts, read_texts};

use crate::source::{root, sources};

/// Files whose keys are put together while the program runs, with the test that walks them one by one.
const WALKED_ELSEWHERE: [(&str, &str); 4] = [
    ("child", "src/forms/texts_test.rs"),
    ("referral", "src/forms/texts_test.rs"),
    ("concern", "src/forms/texts_test.rs"),
    ("entry", "src/forms/texts_test.rs"),
];

/// The two forms of a counted text.
const COUNTS: [&str; 2] = ["one", "other"];

fn texts(language: Language) -> Texts {
    let folder = root().join("content").join(language.code()).join("texts");
    read_texts(&folder).unwrap_or_else(|error| panic!("{error}"))
}

fn file(key: &str) -> &str {
    key.split('.').next().unwrap_or_default()
}

/// Whether a literal of the program is a key: it begins with the name of a file of texts.
fn is_key(literal: &str, files: &BTreeSet<String>) -> bool {
    let sound = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "._{}".contains(letter);
    let ends_like_a_file = [".toml", ".md", ".rs", ".csv", ".js"].iter().any(|ending| literal.ends_with(ending));
    literal.contains('.') && files.contains(file(literal)) && literal.chars().all(sound) && !ends_like_a_file
}

/// Every key that the program asks for; `{…}` stands for a part that is known while it runs.
fn asked(files: &BTreeSet<String>) -> BTreeSet<(String, String)> {
    let product: Vec<_> = sources("src").into_iter().filter(|source| !source.is_test()).collect();
    let code: String = product.iter().map(|source| source.code.as_str()).collect();
    let keys = product.into_iter().flat_map(|source| {
        let keys = source.literals.into_iter().filter(|literal| is_key(literal, files));
        let keys = keys.filter(|key| !source.path.ends_with("/keys.rs") || is_said(key, &source.text, &code));
        keys.map(|key| (key, source.path.clone())).collect::<Vec<_>>()
    });
    keys.collect()
}

/// Whether the constant that a list of keys declares for this key is used anywhere.
fn is_said(key: &str, list: &str, code: &str) -> bool {
    let line = list.lines().find(|line| line.contains(&format!("= \"{key}\";"))).unwrap_or_default();
    let name = line.split('=').next().unwrap_or_default().trim();
    code.contains(&format!("keys::{name}"))
}

/// Whether a key answers what is asked, part by part.
fn answers(key: &str, asked: &str) -> bool {
    let parts: Vec<&str> = key.split('.').collect();
    let whole = |asked: &[&str]| {
        asked.len() == parts.len() && asked.iter().zip(&parts).all(|(asked, part)| asked.contains('{') || asked == part)
    };
    let asked: Vec<&str> = asked.split('.').collect();
    let counted = |count: &str| whole(&[asked.as_slice(), &[count]].concat());
    whole(&asked) || COUNTS.iter().any(|count| counted(count))
}

fn gaps(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(gap, _)| gap).collect()
}

fn files() -> BTreeSet<String> {
    texts(Language::Fi).keys().map(|key| file(key).to_owned()).collect()
}

#[test]
fn the_three_languages_have_the_same_texts_with_the_same_gaps() {
    let finnish = texts(Language::Fi);
    let keys: BTreeSet<&str> = finnish.keys().collect();
    for language in [Language::Sv, Language::En] {
        let texts = texts(language);
        let differ: Vec<_> = keys.symmetric_difference(&texts.keys().collect()).map(ToString::to_string).collect();
        assert!(differ.is_empty(), "only in one of fi and {}:\n{}", language.code(), differ.join("\n"));
        let other_gaps = keys.iter().filter(|key| gaps(finnish.get(key)) != gaps(texts.get(key)));
        let other_gaps: Vec<_> = other_gaps.copied().collect();
        assert!(other_gaps.is_empty(), "other gaps in {}:\n{}", language.code(), other_gaps.join("\n"));
    }
}

#[test]
fn no_text_is_empty_and_counts_come_in_pairs() {
    for language in Language::ALL {
        let texts = texts(language);
        for key in texts.keys() {
            assert!(!texts.get(key).trim().is_empty(), "{}: {key} is empty", language.code());
            let stem = key.strip_suffix(".one").filter(|stem| *stem != "forms.row");
            let other = stem.map(|stem| format!("{stem}.other"));
            assert!(other.is_none_or(|other| texts.find(&other).is_some()), "{}: {key} has no .other", language.code());
        }
    }
}

#[test]
fn every_text_that_the_program_asks_for_exists() {
    let mut missing = Vec::new();
    for language in Language::ALL {
        let texts = texts(language);
        for (asked, path) in asked(&files()) {
            if !texts.keys().any(|key| answers(key, &asked)) {
                missing.push(format!("{}: {asked}, asked for in {path}", language.code()));
            }
        }
    }
    assert!(missing.is_empty(), "write these in content/<language>/texts:\n{}", missing.join("\n"));
}

#[test]
fn no_text_is_unused() {
    let finnish = texts(Language::Fi);
    let asked = asked(&files());
    let reader = reader();
    let is_used = |key: &str| match file(key) {
        "reader" => reader_asks(&reader, key),
        name if WALKED_ELSEWHERE.iter().any(|(walked, _)| *walked == name) => true,
        _ => asked.iter().any(|(asked, _)| answers(key, asked)),
    };
    let unused = finnish.keys().filter(|key| !is_used(key));
    let unused: Vec<_> = unused.collect();
    assert!(unused.is_empty(), "{} texts that nobody reads:\n{}", unused.len(), unused.join("\n"));
}

/// Page and scripts of the staff's reader, the only place that says what is in `reader.toml`, and the vault's names of refusals.
fn reader() -> String {
    let entries = std::fs::read_dir(root().join("inbox/reader")).expect("inbox/reader");
    let files = entries.map(|entry| entry.expect("an entry").path()).chain([root().join("vault/src/protocol.rs")]);
    files.map(|file| std::fs::read_to_string(file).expect("a file of the reader")).collect()
}

/// Whether the reader names a key: in its page whole, in its scripts by what follows `reader.said.`.
fn reader_asks(reader: &str, key: &str) -> bool {
    let said = key.strip_prefix("reader.said.").map(|said| said.trim_end_matches(".one").trim_end_matches(".other"));
    let in_script = |said: &str| {
        let [error, state] = ["error.", "state."].map(|group| said.strip_prefix(group));
        [Some(said), error, state].into_iter().flatten().any(|name| reader.contains(&format!("\"{name}\"")))
    };
    reader.contains(&format!("{{{{{key}}}}}")) || said.is_some_and(in_script)
}

#[test]
fn the_tests_that_walk_whole_files_are_there() {
    for (name, test) in WALKED_ELSEWHERE {
        let text = std::fs::read_to_string(root().join(test)).expect(test);
        assert!(text.contains(&format!("assert_texts_agree(\"{name}\"")), "{test} does not walk {name}.toml");
    }
}

#[test]
fn keys_with_open_parts_are_matched_part_by_part() {
    assert!(answers("app.nav.help", "app.nav.{key}") && !answers("app.nav.a.b", "app.nav.{key}"));
    assert!(answers("components.problems.one", "components.problems") && !answers("components.step", "components"));
}
