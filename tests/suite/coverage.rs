//! Every subject that the guide promises has its page or section: `docs/coverage.md` is true.

use std::collections::BTreeSet;

use tukipolku::domain::Language;
use tukipolku::guide::{Library, SectionKind};

use crate::source::root;

/// Subjects that must have a row: the service texts the guide is built on, and what families ask beside them.
const SUBJECTS: [&str; 40] = [
    "open care as a whole",
    "open care: meetings",
    "open care: client plan",
    "open care: cooperation",
    "open care: short or long, how it ends",
    "intensified family work",
    "family rehabilitation",
    "support family and support person",
    "short-term placement",
    "financial support",
    "hobbies",
    "housing",
    "school attendance and studies",
    "close relationships",
    "peer groups",
    "holidays and recreation",
    "counselling and therapy",
    "service needs assessment",
    "contact under the Social Welfare Act, alone",
    "contact under the Social Welfare Act, together",
    "child welfare notification",
    "notification: who may, who must",
    "notification: anonymity",
    "notification before birth",
    "applying yourself",
    "urgent situations",
    "social work for families",
    "family work",
    "preventive family work",
    "support person activity",
    "home service",
    "social counselling (s.16)",
    "social work (s.15)",
    "services for working-age people",
    "integrating social work: what changed in 2025",
    "your worker",
    "your data",
    "what it costs",
    "if you are a child or young person",
    "if there is violence at home",
];

/// A row of the table: subject, page, section, heading.
fn rows(document: &str) -> Vec<[String; 4]> {
    let table = document.lines().filter(|line| line.starts_with("| ")).skip(1);
    let cells =
        table.map(|line| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>());
    cells.map(|cells| cells.try_into().expect("four cells a row in docs/coverage.md")).collect()
}

fn document() -> String {
    std::fs::read_to_string(root().join("docs/coverage.md")).expect("docs/coverage.md")
}

#[test]
fn every_promised_subject_has_its_row() {
    let rows = rows(&document());
    let missing = SUBJECTS.iter().filter(|subject| !rows.iter().any(|row| row[0].starts_with(**subject)));
    let missing: Vec<_> = missing.collect();
    assert!(missing.is_empty(), "docs/coverage.md has no row for {missing:?}");
}

#[test]
fn content_rows_of_the_coverage_table_lead_to_pages_sections_and_headings_in_three_languages() {
    let library = Library::read(root()).expect("the content");
    for [subject, page, section, heading] in rows(&document()) {
        for language in Language::ALL {
            let found = library.page(&page, language);
            let found = found.unwrap_or_else(|| panic!("{subject}: no page {page} in {}", language.code()));
            let kind = SectionKind::from_name(&section);
            assert!(section == "whole" || kind.is_some(), "{subject}: no section {section}");
            let Some(part) = kind.and_then(|kind| found.section(kind)) else { continue };
            let headings = part.prose.markdown().lines().filter_map(|line| line.strip_prefix("### "));
            let is_there =
                language != Language::Fi || heading.is_empty() || headings.into_iter().any(|one| one == heading);
            assert!(is_there, "{subject}: {page} ## {section} has no heading {heading:?}");
        }
    }
}

#[test]
fn every_content_page_of_the_guide_stands_in_the_coverage_table() {
    let library = Library::read(root()).expect("the content");
    let covered: BTreeSet<String> = rows(&document()).into_iter().map(|[_, page, ..]| page).collect();
    let lost: Vec<_> = library.pages(Language::Fi).iter().filter(|page| !covered.contains(page.id())).collect();
    assert!(lost.is_empty(), "not in docs/coverage.md: {:?}", lost.iter().map(|page| page.id()).collect::<Vec<_>>());
}
