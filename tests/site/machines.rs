//! What machines read: data about each guide page, what a shared page shows, robots and the sitemap.

use serde_json::Value;
use tukipolku::domain::Language;

use crate::site::{all, assert_none, dist, files, kind, pages_in_a_language, wrong};

#[test]
fn every_guide_page_is_a_government_service_in_its_language() {
    let found = wrong(|page, html| {
        let blocks = all(html, "script[type=\"application/ld+json\"]");
        let data = blocks.first().map(|block| block.text().collect::<String>());
        if !page.is_guide() {
            return blocks.iter().map(|_| "data on a page that is no service".to_owned()).collect();
        }
        let Some(Ok(data)) = data.map(|json| serde_json::from_str::<Value>(&json)) else {
            return vec!["no data, or data that is no JSON".to_owned()];
        };
        let title = all(html, "h1").iter().flat_map(|title| title.text()).collect::<String>();
        let right = data["@type"] == "GovernmentService" && data["name"] == title.as_str();
        // A national site names nobody who provides; the demonstration names its invented county.
        let provider = data["provider"].is_object() == (kind() != "national");
        (!right || !provider).then(|| data.to_string()).into_iter().collect()
    });
    assert_none("schema.org", &found);
}

#[test]
fn a_shared_page_shows_its_own_title_and_words() {
    let found = wrong(|page, html| {
        if page.language().is_none() {
            return Vec::new();
        }
        let said = |name: &str| {
            let tag = all(html, &format!("meta[property=\"og:{name}\"]"));
            tag.first().and_then(|tag| tag.attr("content")).unwrap_or_default().to_owned()
        };
        let title = all(html, "head title").iter().flat_map(|title| title.text()).collect::<String>();
        let right = said("title") == title && !said("description").is_empty() && !said("locale").is_empty();
        (!right).then(|| said("title")).into_iter().collect()
    });
    assert_none("Open Graph", &found);
}

#[test]
fn robots_are_told_what_they_may_do() {
    let robots = std::fs::read_to_string(dist().join("robots.txt")).expect("robots.txt");
    assert!(robots.starts_with("User-agent: *\nAllow: /\n"), "{robots}");
    // A sitemap is for a county's own site whose address is known; no county has named its origin yet.
    assert_eq!(robots.contains("Sitemap: "), files().contains("/sitemap.xml"));
    assert!(kind() == "county" || !files().contains("/sitemap.xml"));
}

#[test]
fn every_guide_page_ends_with_the_way_to_its_contact() {
    let found = wrong(|page, html| {
        let missing = page.is_guide() && all(html, "section#contact a[href]").len() != 1;
        missing.then(|| "no way to a contact".to_owned()).into_iter().collect()
    });
    assert_none("contact", &found);
}

#[test]
fn a_countys_words_are_marked_as_its_own_and_stand_in_its_builds_only() {
    let marked = pages_in_a_language().filter(|(page, _)| page.html.contains("tuki-county-text")).count();
    match kind().as_str() {
        // The invented county writes into one page in each language.
        "demo" => assert_eq!(marked, Language::ALL.len()),
        "national" => assert_eq!(marked, 0),
        _ => {}
    }
    let found = wrong(|_, html| {
        let parts = all(html, ".tuki-county-text");
        let unsigned =
            parts.into_iter().filter(|part| !part.text().any(|text| text.contains("Esim") || text.contains("Ex")));
        unsigned.map(|_| "a county's words without its name".to_owned()).collect()
    });
    assert!(kind() != "demo" || found.is_empty(), "{found:?}");
}
