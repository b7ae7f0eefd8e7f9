//! The invented county: whole in the demonstration, nowhere else.

use std::path::Path;

use tukipolku::contacts::{CountyRecord, folders};
use tukipolku::domain::Language;
use tukipolku::routes::Route;

use crate::site::{assert_none, dist, files, kind};

fn invented() -> CountyRecord {
    let counties = folders::read_all(Path::new(env!("CARGO_MANIFEST_DIR")), true).expect("the county folders");
    counties.into_iter().find(|county| county.code.is_demo()).expect("the invented county")
}

/// Words by which the invented county would be known: its names, those of its municipalities, its site, its numbers.
/// `esimerkki` alone is an ordinary word and is no trace.
fn traces() -> Vec<String> {
    let county = invented();
    let names = county.municipalities.iter().map(|municipality| &municipality.names).chain([&county.names]);
    let names = names.flat_map(|names| Language::ALL.map(|language| names.in_language(language).to_owned()));
    let host = county.site.trim_start_matches("https://").trim_end_matches('/').to_owned();
    names.chain([host, "0XX 000".to_owned(), "\"esimerkki\"".to_owned()]).collect()
}

fn pages_of_its_municipalities() -> Vec<String> {
    let codes = invented().municipalities.into_iter().map(|municipality| municipality.code);
    let page =
        |code| Language::ALL.map(|language| format!("{}index.html", Route::Municipality(code).r#in(language).path()));
    codes.flat_map(page).collect()
}

#[test]
fn the_invented_county_is_in_the_demonstration_and_nowhere_else() {
    let is_demo = kind() == "demo";
    for page in pages_of_its_municipalities() {
        assert_eq!(files().contains(&page), is_demo, "{page}");
    }
    let data = files().iter().any(|file| file.starts_with("/assets/county.99"));
    assert_eq!(data, is_demo, "the county's data file");
    if !is_demo {
        assert_none("traces of the invented county", &found_traces());
    }
}

/// Files that hold a trace, programs and data included.
fn found_traces() -> Vec<String> {
    let traces = traces();
    let mut found = Vec::new();
    for file in files() {
        let bytes = std::fs::read(dist().join(&file[1..])).expect("a file of the site");
        let text = String::from_utf8_lossy(&bytes);
        found.extend(
            traces.iter().filter(|trace| text.contains(trace.as_str())).map(|trace| format!("{file}: {trace}")),
        );
    }
    found
}
