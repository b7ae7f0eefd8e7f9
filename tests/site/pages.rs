//! What every page has, and what none has.

use tukipolku::domain::Language;

use crate::site::{all, assert_none, kind, pages, pages_in_a_language, texts, wrong};

/// The HTML of a guide page, uncompressed, in bytes.
const GUIDE_PAGE: usize = 40_000;
/// The HTML of any page: the list of all municipalities is the longest.
const ANY_PAGE: usize = 80_000;

#[test]
fn there_are_pages_in_three_languages() {
    for language in Language::ALL {
        let count = pages_in_a_language().filter(|(page, _)| page.language() == Some(language)).count();
        assert!(count > 300, "{} pages in {}", count, language.code());
    }
}

#[test]
fn every_page_has_one_title_one_heading_and_its_language() {
    let found = wrong(|page, html| {
        let titles = all(html, "head title");
        let said = titles.first().map(|title| title.text().collect::<String>()).unwrap_or_default();
        let language = all(html, "html").first().and_then(|html| html.attr("lang")).unwrap_or_default().to_owned();
        let expected = page.language().map(Language::code);
        [
            (titles.len() != 1 || said.trim().is_empty()).then(|| format!("titles: {}", titles.len())),
            (all(html, "h1").len() != 1).then(|| format!("h1: {}", all(html, "h1").len())),
            expected.is_some_and(|expected| expected != language).then(|| format!("lang is {language:?}")),
        ]
        .into_iter()
        .flatten()
        .collect()
    });
    assert_none("title, h1, lang", &found);
}

#[test]
fn no_text_key_shows_itself() {
    let found = wrong(|page, html| {
        let Some(language) = page.language() else { return Vec::new() };
        let body = all(html, "body").iter().flat_map(|body| body.text()).collect::<Vec<_>>().join(" ");
        let words = texts(language);
        let files = words.keys().filter_map(|key| key.split('.').next());
        let files: std::collections::BTreeSet<&str> = files.collect();
        let is_key = |word: &&str| {
            let parts: Vec<&str> = word.split('.').collect();
            let sound = |part: &&str| {
                !part.is_empty() && part.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_')
            };
            parts.len() > 1 && files.contains(parts[0]) && parts.iter().all(sound)
        };
        body.split_whitespace().filter(is_key).map(str::to_owned).collect()
    });
    assert_none("a key instead of its text", &found);
}

#[test]
fn nothing_is_written_into_a_page_that_the_policy_forbids() {
    let found = wrong(|_, html| {
        let scripts = all(html, "script").into_iter().filter(|script| script.attr("src").is_none());
        let scripts = scripts.filter(|script| !script.attr("type").is_some_and(|kind| kind.ends_with("json")));
        let scripts = scripts.map(|_| "an inline script".to_owned());
        let styles = all(html, "[style], style")
            .into_iter()
            .map(|element| format!("{} is styled in place", element.value().name()));
        let handlers = all(html, "*")
            .into_iter()
            .filter(|element| element.value().attrs().any(|(name, _)| name.starts_with("on")));
        let handlers = handlers.map(|element| format!("{} has a handler", element.value().name()));
        scripts.chain(styles).chain(handlers).collect()
    });
    assert_none("inline code or style", &found);
}

#[test]
fn every_page_offers_112() {
    let found = wrong(|page, html| {
        let lacks = page.path != "/" && all(html, "a[href=\"tel:112\"]").is_empty();
        lacks.then(|| "112 is missing".to_owned()).into_iter().collect()
    });
    assert_none("112", &found);
}

#[test]
fn every_page_says_what_this_site_is() {
    let kind = kind();
    let key = match kind.as_str() {
        "demo" => "components.demo",
        "national" => "components.national",
        _ => {
            return assert!(
                pages().iter().all(|page| !page.html.contains("tuki-banner")),
                "a county's own site has no banner"
            );
        }
    };
    let found = wrong(|page, html| {
        let Some(language) = page.language() else { return Vec::new() };
        let banner: String = all(html, ".tuki-banner").iter().flat_map(|banner| banner.text()).collect();
        let lacks = !banner.contains(texts(language).get(key));
        lacks.then(|| format!("the banner says {banner:?}")).into_iter().collect()
    });
    assert_none("the banner", &found);
}

#[test]
fn only_a_countys_own_site_is_found_by_search_engines() {
    let expected = kind() != "county";
    let found = wrong(|page, html| {
        let hidden = all(html, "meta[name=robots]")
            .iter()
            .any(|meta| meta.attr("content").is_some_and(|content| content.contains("noindex")));
        // What is shown inside other people's pages is never found by itself.
        let always =
            page.path == "/404.html" || ["/embed/", "/builder/"].iter().any(|start| page.path.starts_with(start));
        let right = hidden == expected || always && hidden;
        (!right).then(|| "robots".to_owned()).into_iter().collect()
    });
    assert_none("noindex", &found);
}

#[test]
fn no_page_is_heavy() {
    let mut heavy = Vec::new();
    for page in pages() {
        let limit = if page.is_guide() { GUIDE_PAGE } else { ANY_PAGE };
        if page.html.len() > limit {
            heavy.push(format!("{}: {} bytes, {limit} allowed", page.path, page.html.len()));
        }
    }
    assert_none("heavy pages", &heavy);
}

#[test]
fn every_id_stands_once_on_its_page() {
    let found = wrong(|_, html| {
        let mut seen = std::collections::BTreeSet::new();
        let ids = all(html, "[id]").into_iter().filter_map(|element| element.attr("id").map(str::to_owned));
        ids.filter(|id| !seen.insert(id.clone())).collect()
    });
    assert_none("an id twice", &found);
}

/// Both parts of the program are there, and belong to the page that names them. Only a form begins with the first alone.
#[test]
fn the_program_comes_in_two_parts() {
    let found = wrong(|page, html| {
        let metas = all(html, "meta[name=tuki-app]");
        let Some(meta) = metas.first() else { return Vec::new() };
        let files = ["data-js", "data-wasm", "data-later"].map(|name| meta.attr(name).unwrap_or_default());
        let missing = files.into_iter().filter(|file| !crate::site::files().contains(*file));
        let is_form = ["/fi/lomake/", "/sv/blankett/", "/en/form/"].contains(&page.path.as_str());
        let whole = meta.attr("data-whole").is_some();
        let wrong = (is_form == whole).then(|| format!("takes all at the start: {whole}"));
        missing.map(|file| format!("{file:?} is not there")).chain(wrong).collect()
    });
    assert_none("two parts", &found);
}
