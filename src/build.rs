//! Runs before the compiler: gathers the address of every content page into one table, so that a new page is a new
//! file in `content/` and nothing else.

use std::{collections::BTreeMap, env, fs, path::Path};

const LANGUAGES: [&str; 3] = ["fi", "sv", "en"];

fn main() {
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=src/build.rs");
    let mut table = String::from("&[\n");
    for (folder, kind) in [("guide", "Guide"), ("pages", "Text")] {
        for (id, parts) in addresses(folder) {
            table += &format!("    ContentPage {{ id: {id:?}, kind: PageKind::{kind}, parts: {parts:?} }},\n");
        }
    }
    table += "]\n";
    let target = Path::new(&env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("content_pages.rs");
    fs::write(target, table).expect("the table of content pages can be written");
}

/// Page id → its address part in each language, sorted by id.
fn addresses(folder: &str) -> BTreeMap<String, [String; 3]> {
    let mut pages = BTreeMap::<String, [String; 3]>::new();
    for (index, language) in LANGUAGES.iter().enumerate() {
        let folder = Path::new("content").join(language).join(folder);
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let file = entry.path();
            if file.extension().is_some_and(|ending| ending == "md") {
                let (id, part) = id_and_part(&file);
                pages.entry(id).or_default()[index] = part;
            }
        }
    }
    pages
}

/// The `id` and `path` of a page's header.
fn id_and_part(file: &Path) -> (String, String) {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let header = text.split("+++").nth(1).unwrap_or_default();
    let field = |name: &str| {
        let line = header.lines().find_map(|line| line.strip_prefix(name)?.trim_start().strip_prefix('='));
        let value = line.map(|value| value.trim().trim_matches('"').to_owned());
        value.unwrap_or_else(|| panic!("{}: the header between +++ lines lacks `{name} = \"…\"`", file.display()))
    };
    (field("id"), field("path"))
}
