//! Every link inside the site leads somewhere, and every page leads to itself in the other languages.

use std::collections::{BTreeSet, HashMap};

use scraper::Html;
use tukipolku::domain::Language;

use crate::site::{all, assert_none, files, pages, wrong};

/// Whether the site has something at this address.
fn exists(path: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    files().contains(path) || path.ends_with('/') && files().contains(&format!("{path}index.html"))
}

#[test]
fn every_link_inside_the_site_leads_somewhere() {
    let found = wrong(|_, html| {
        let links = all(html, "[href], [src]").into_iter();
        let links = links.filter_map(|element| element.attr("href").or_else(|| element.attr("src")));
        let paths = links.filter(|link| link.starts_with('/') && !link.starts_with("//"));
        let paths = paths.map(|link| link.split('#').next().unwrap_or_default());
        paths.filter(|path| !exists(path)).map(str::to_owned).collect()
    });
    assert_none("dead links", &found);
}

#[test]
fn every_anchor_leads_to_an_element() {
    let ids: HashMap<&str, BTreeSet<String>> =
        pages().iter().map(|page| (page.path.as_str(), ids(&page.html))).collect();
    let found = wrong(|page, html| {
        let links = all(html, "a[href]").into_iter().filter_map(|link| link.attr("href")?.split_once('#'));
        let inside = links.filter(|(path, _)| path.is_empty() || path.starts_with('/'));
        let dead = inside.filter(|(path, id)| {
            let target = if path.is_empty() { page.path.as_str() } else { path };
            ids.get(target).is_some_and(|ids| !ids.contains(*id))
        });
        dead.map(|(path, id)| format!("{path}#{id}")).collect()
    });
    assert_none("dead anchors", &found);
}

fn ids(html: &str) -> BTreeSet<String> {
    let html = Html::parse_document(html);
    all(&html, "[id]").into_iter().filter_map(|element| element.attr("id").map(str::to_owned)).collect()
}

#[test]
fn every_link_says_where_it_leads() {
    let found = wrong(|_, html| {
        let is_mute = |link: &scraper::ElementRef<'_>| {
            let words: String = link.text().collect();
            words.trim().is_empty() && link.attr("aria-label").is_none()
        };
        let mute = all(html, "a[href]").into_iter().filter(is_mute);
        mute.map(|link| format!("no words: {}", link.attr("href").unwrap_or_default())).collect()
    });
    assert_none("links without words", &found);
}

#[test]
fn every_page_leads_to_itself_in_three_languages() {
    let found = wrong(|page, html| {
        let Some(own) = page.language() else { return Vec::new() };
        let mut wrong = Vec::new();
        for language in Language::ALL {
            let selector = format!("head link[rel=alternate][hreflang={}]", language.code());
            let links: Vec<_> = all(html, &selector).iter().filter_map(|link| link.attr("href")).map(path_of).collect();
            let right = links.len() == 1 && exists(&links[0]) && (language != own || links[0] == page.path);
            if !right {
                wrong.push(format!("{}: {links:?}", language.code()));
            }
        }
        wrong
    });
    assert_none("hreflang", &found);
}

/// The path of an address, with or without its origin.
fn path_of(address: &str) -> String {
    let after_scheme = address.split_once("://").map(|(_, rest)| rest);
    let path = after_scheme.map_or(address, |rest| rest.find('/').map_or("/", |place| &rest[place..]));
    path.to_owned()
}

#[test]
fn no_page_fetches_anything_from_elsewhere() {
    let found = wrong(|_, html| {
        let fetched = all(html, "script[src], img[src], iframe[src], link[rel=stylesheet][href], link[rel=icon][href]");
        let addresses = fetched.into_iter().filter_map(|element| element.attr("src").or_else(|| element.attr("href")));
        addresses.filter(|address| !address.starts_with('/') || address.starts_with("//")).map(str::to_owned).collect()
    });
    assert_none("fetched from elsewhere", &found);
}
