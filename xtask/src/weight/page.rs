//! What a page fetches, read from its HTML.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::{Weight, compressed};
use crate::headers::FORM_ADDRESSES;
use crate::{Problem, Result, places, problem};

/// Every guide page of the site, in every language. The address part stands in the header of its content file.
pub fn guide_pages(dist: &Path) -> Result<Vec<PathBuf>> {
    let mut pages = Vec::new();
    for language in ["fi", "sv", "en"] {
        let parts = guide_parts(&places::root().join("content").join(language).join("guide"))?;
        pages.extend(html_files(&dist.join(language)).into_iter().filter(|page| {
            let part = page.parent().and_then(Path::file_name).map(|part| part.to_string_lossy().into_owned());
            part.is_some_and(|part| parts.contains(&part))
        }));
    }
    Ok(pages)
}

#[derive(Deserialize)]
struct Header {
    path: String,
}

fn guide_parts(folder: &Path) -> Result<Vec<String>> {
    let entries = std::fs::read_dir(folder).map_err(problem::about(folder))?;
    entries.flatten().map(|entry| address_part(&entry.path())).collect()
}

fn address_part(file: &Path) -> Result<String> {
    let text = std::fs::read_to_string(file).map_err(problem::about(file))?;
    let header = text.split("+++").nth(1).and_then(|header| toml::from_str::<Header>(header).ok());
    header.map(|header| header.path).ok_or_else(|| {
        Problem::new("The header names no address part.")
            .at(&places::short(file), Some(1))
            .mend("write `path = \"…\"` between the +++ lines.")
    })
}

/// The pages where people write.
///
/// # Errors
/// One is missing, or cannot be read.
pub fn form_pages(dist: &Path) -> Result<Vec<PathBuf>> {
    let mut pages = Vec::new();
    for address in FORM_ADDRESSES {
        let page = dist.join(address.trim_start_matches('/')).join("index.html");
        let html = std::fs::read_to_string(&page).map_err(problem::about(&page))?;
        if !takes_all(meta(&html)) {
            pages.push(page);
        }
    }
    Ok(pages)
}

/// WebAssembly files whose name suits.
pub fn programs(dist: &Path, suits: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    named(dist, |name| name.ends_with(".wasm") && suits(name))
}

/// Files whose name suits.
fn named(dist: &Path, suits: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let mut found = files(dist);
    found.retain(|file| suits(&file.file_name().unwrap_or_default().to_string_lossy()));
    found
}

/// The search's index of each language.
pub fn indices(dist: &Path) -> Vec<PathBuf> {
    named(dist, |name| name.starts_with("search.") && name.ends_with(".txt"))
}

/// The table of all municipalities' names, which the selector fetches when it is first used.
pub fn names(dist: &Path) -> Vec<PathBuf> {
    named(dist, |name| name.starts_with("names-") && name.ends_with(".json"))
}

/// The names with the postal codes and the list of data files that leads to both.
pub fn selector(dist: &Path, names: &Path) -> Result<Weight> {
    let others = named(dist, |name| name.starts_with("postal-") || name.starts_with("files-"));
    others.iter().try_fold(file(names)?, |weight, file| compressed(file).map(|bytes| weight.add(bytes)))
}

/// An index, with the program and the script that read it.
pub fn search(dist: &Path, index: &Path) -> Result<Weight> {
    let program = named(dist, |name| name.starts_with("finder-"));
    program.iter().try_fold(file(index)?, |weight, file| compressed(file).map(|bytes| weight.add(bytes)))
}

/// One file by itself.
pub fn file(file: &Path) -> Result<Weight> {
    compressed(file).map(|bytes| Weight::default().add(bytes))
}

/// A page and what it fetches unasked: style sheets, scripts, icons, pictures.
pub fn unasked(dist: &Path, page: &Path) -> Result<Weight> {
    let html = std::fs::read_to_string(page).map_err(problem::about(page))?;
    sum(dist, file(page)?, fetched(&html))
}

/// A page, what it fetches unasked, and what the loader fetches to start the app there.
pub fn with_app(dist: &Path, page: &Path) -> Result<Weight> {
    let html = std::fs::read_to_string(page).map_err(problem::about(page))?;
    let addresses = fetched(&html).into_iter().chain(app(&html)).collect();
    sum(dist, file(page)?, addresses)
}

fn sum(dist: &Path, start: Weight, addresses: Vec<String>) -> Result<Weight> {
    addresses.iter().try_fold(start, |weight, address| {
        let file = dist.join(address.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/'));
        compressed(&file).map(|bytes| weight.add(bytes))
    })
}

/// Addresses of ours in elements that a browser fetches by itself.
fn fetched(html: &str) -> Vec<String> {
    let link = |tag: &str| {
        ["stylesheet", "icon", "preload", "modulepreload", "manifest"]
            .iter()
            .any(|rel| attribute(tag, "rel") == Some(rel))
    };
    let address = |tag: &str| match tag.split_whitespace().next() {
        Some("link") if link(tag) => attribute(tag, "href").map(str::to_owned),
        Some("script" | "img") => attribute(tag, "src").map(str::to_owned),
        _ => None,
    };
    tags(html).filter_map(address).filter(|address| address.starts_with('/')).collect()
}

/// Addresses the loader is given, one per `data-` attribute. Where the page does not take all at the start, the second part of
/// the program comes with the first answer.
fn app(html: &str) -> Vec<String> {
    let meta = meta(html);
    let second = attribute(meta, "data-later").filter(|_| !takes_all(meta));
    let values = meta.split('"').skip(1).step_by(2);
    values.filter(|value| value.starts_with('/') && Some(*value) != second).map(str::to_owned).collect()
}

/// The loader's element.
fn meta(html: &str) -> &str {
    tags(html).find(|tag| attribute(tag, "name") == Some("tuki-app")).unwrap_or_default()
}

/// Whether the program starts with both parts here.
fn takes_all(meta: &str) -> bool {
    meta.contains(" data-whole")
}

/// What stands between `<` and `>`.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').skip(1).filter_map(|rest| rest.split('>').next())
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let after = tag.split_once(&format!(" {name}=\""))?.1;
    after.split('"').next()
}

fn html_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = files(folder);
    found.retain(|file| file.extension().is_some_and(|ending| ending == "html"));
    found
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<html><head><link rel="stylesheet" href="/assets/a.css"><link rel="icon" href="/i.svg">
        <link rel="alternate" href="/sv/"><meta name="tuki-app" data-js="/assets/app.js" data-wasm="/assets/app.wasm">
        <script type="module" src="/assets/boot.js"></script></head><body><a href="/fi/"><img src="/sign.svg"></a>"#;

    #[test]
    fn a_page_fetches_sheets_scripts_icons_and_pictures_but_no_program() {
        assert_eq!(fetched(PAGE), ["/assets/a.css", "/i.svg", "/assets/boot.js", "/sign.svg"]);
    }

    #[test]
    fn the_loader_fetches_what_it_is_told() {
        assert_eq!(app(PAGE), ["/assets/app.js", "/assets/app.wasm"]);
    }

    #[test]
    fn the_second_part_counts_where_the_program_starts_with_it() {
        let page =
            |whole: &str| PAGE.replace("app.wasm\"", &format!("app.wasm\" data-later=\"/assets/later.wasm\"{whole}"));
        assert_eq!(app(&page("")), app(PAGE));
        assert_eq!(app(&page(" data-whole")).len(), 3);
    }
}
