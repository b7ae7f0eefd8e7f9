//! Each of the 308 municipalities has its page in each language, with its county and a way on, before any program runs.

use std::path::Path;

use scraper::Html;
use tukipolku::contacts::{Directory, folders};
use tukipolku::domain::Language;
use tukipolku::routes::Route;

use crate::site::{all, assert_none, pages};

const MUNICIPALITIES: usize = 308;

#[test]
fn each_municipality_has_its_page_with_its_county_and_a_way_on() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let directory = Directory::read_csv(root).expect("the tables of data/");
    let counties = folders::read_all(root, false).expect("the county folders");
    assert_eq!(directory.all().len(), MUNICIPALITIES);
    let mut wrong = Vec::new();
    for municipality in directory.all() {
        let county = counties.iter().find(|county| county.code == municipality.county).expect("a county");
        for language in Language::ALL {
            let path = Route::Municipality(municipality.code).r#in(language).path();
            let names = [&municipality.names, &county.names].map(|names| names.in_language(language));
            wrong.extend(fault(&path, names).map(|fault| format!("{path}: {fault}")));
        }
    }
    assert_none("pages of municipalities", &wrong);
}

/// What a page lacks: the file, one of the names, or a way on inside its content.
fn fault(path: &str, names: [&str; 2]) -> Option<String> {
    let Some(page) = pages().iter().find(|page| page.path == path) else { return Some("no page".to_owned()) };
    let html = Html::parse_document(&page.html);
    let main: String = all(&html, "main").iter().flat_map(|main| main.text()).collect();
    let missing = names.into_iter().find(|name| !main.contains(name));
    let ways = all(&html, "main a[href^=\"https://\"], main a[href^=\"tel:\"]");
    missing.map(|name| format!("{name} is missing")).or_else(|| ways.is_empty().then(|| "no way on".to_owned()))
}

#[test]
fn every_municipality_is_linked_without_a_program() {
    let directory = Directory::read_csv(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the tables of data/");
    for language in Language::ALL {
        let path = Route::Contacts.r#in(language).path();
        let page = pages().iter().find(|page| page.path == path).expect("the page of contacts");
        for municipality in directory.all() {
            let link = format!("href=\"{}\"", Route::Municipality(municipality.code).r#in(language).path());
            assert!(page.html.contains(&link), "{path} does not link {}", municipality.code);
        }
    }
}
