//! Walks all content: every page in every language, on facts that hold, with links that lead somewhere.

use std::{collections::BTreeSet, path::Path};

use crate::domain::Language;

use super::{
    Library, Prose, SectionKind,
    review::{self, pieces},
};

fn library() -> Library {
    let read = Library::read(Path::new(env!("CARGO_MANIFEST_DIR")));
    read.unwrap_or_else(|errors| panic!("{}", errors.iter().map(|error| format!("\n{error}")).collect::<String>()))
}

fn assert_none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_page_is_there_in_every_language_with_every_section() {
    let library = library();
    let ids = |language| library.pages(language).iter().map(|page| page.id().to_owned()).collect::<Vec<_>>();
    for language in Language::ALL {
        assert_eq!(ids(language), ids(Language::Fi));
        for page in library.pages(language) {
            assert_eq!(page.sections.iter().map(|section| section.kind).collect::<Vec<_>>(), SectionKind::ALL);
            assert!(!page.title.is_empty() && !page.summary.is_empty() && !page.words.is_empty(), "{}", page.id());
        }
    }
}

#[test]
fn a_review_finds_nothing_to_mend() {
    assert_none(review::faults(&library()).iter().map(ToString::to_string).collect());
}

#[test]
fn a_page_has_the_same_headings_and_links_in_every_language() {
    let library = library();
    let shape = |prose: &Prose| {
        let headings = prose.markdown().lines().filter(|line| line.starts_with("##")).count();
        (headings, prose.targets())
    };
    let finnish = pieces(&library, Language::Fi);
    for language in [Language::Sv, Language::En] {
        for (original, translation) in finnish.iter().zip(pieces(&library, language)) {
            let line = translation.prose.first_line();
            assert_eq!(shape(original.prose), shape(translation.prose), "{}:{line}", translation.file);
        }
    }
}

#[test]
fn the_sections_of_facts_are_in_the_register_of_laws() {
    let library = library();
    let known = |law: &str, section: &str| {
        library.laws().get(law).is_some_and(|act| section.is_empty() || act.sections.iter().any(|one| one == section))
    };
    let facts = library.facts().iter().filter(|fact| !fact.law.is_empty());
    assert_none(facts.filter(|fact| !known(&fact.law, &fact.section)).map(|fact| fact.id.clone()).collect());
}

#[test]
fn a_page_names_the_acts_that_its_facts_come_from() {
    let library = library();
    let mut faults = Vec::new();
    for page in library.pages(Language::Fi) {
        let acts: BTreeSet<_> = page.entry.laws.iter().map(|law| law.act.id.as_str()).collect();
        let facts = page.entry.facts.values().flatten().filter_map(|id| library.facts().get(id));
        let background = ["organising_act"];
        let missing = facts.filter(|fact| {
            let law = fact.law.as_str();
            !law.is_empty() && !background.contains(&law) && !acts.contains(law)
        });
        faults.extend(missing.map(|fact| format!("{}: {} of fact {}", page.id(), fact.law, fact.id)));
    }
    assert_none(faults);
}

#[test]
fn the_same_terms_are_explained_in_every_language_and_each_is_short() {
    let library = library();
    let ids = |language| library.terms(language).iter().map(|(id, _)| id.to_owned()).collect::<Vec<_>>();
    for language in Language::ALL {
        assert_eq!(ids(language), ids(Language::Fi));
        for (id, term) in library.terms(language).iter() {
            assert!(term.meaning.ends_with('.') && term.meaning.chars().count() < 220, "{id} {}", language.code());
        }
    }
}

#[test]
fn a_guide_page_is_neither_a_stub_nor_a_book() {
    let library = library();
    let mut faults = Vec::new();
    for language in Language::ALL {
        for page in library.pages(language) {
            let words: usize =
                page.sections.iter().map(|section| section.prose.words().split_whitespace().count()).sum();
            let least = if page.entry.easy { 150 } else { 220 };
            if !(least..=1000).contains(&words) {
                faults.push(format!("{} {}: {words} words", language.code(), page.id()));
            }
        }
    }
    assert_none(faults);
}

#[test]
fn no_page_lets_html_of_its_own_through_or_leaves_a_link_unresolved() {
    let library = library();
    for language in Language::ALL {
        for piece in pieces(&library, language) {
            let name = &piece.file;
            let html = piece.prose.html(&|target, language| format!("/{}/{target:?}", language.code()));
            assert!(
                !html.contains("href=\"page:") && !html.contains("href=\"route:") && !html.contains("term:"),
                "{name}"
            );
            assert!(!html.contains("<script") && !html.contains(" style="), "{name}");
        }
    }
}

#[test]
fn a_county_writes_by_the_same_rules() {
    let library = library();
    let file = "counties/esimerkki/texts/fi/family_work.md";
    let good = library.prose(file, 0, "Kysy [perhetyöstä](page:family_work).", Language::Fi).unwrap();
    assert!(good.html(&|_, _| "/fi/perhetyo/".to_owned()).contains("href=\"/fi/perhetyo/\""));
    let errors = library.prose(file, 7, "\n<b>Kysy</b>", Language::Fi).unwrap_err();
    assert_eq!((errors[0].file.as_str(), errors[0].line), (file, 9));
}

#[test]
fn a_page_explains_a_term_once() {
    let library = library();
    for language in Language::ALL {
        for page in library.pages(language) {
            let html: String = page.sections.iter().map(|section| section.html(&|_, _| String::new())).collect();
            let ids: Vec<_> = html.split("id=\"term-").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{} {ids:?}", page.id());
        }
    }
}
