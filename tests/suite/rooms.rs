//! The arrows between the rooms of `src/`, as `docs/architecture.md` draws them: a room uses what stands to its left.

use std::collections::BTreeSet;

use crate::source::{Source, sources};

/// What each room may use. A room that is missing here may use nothing.
const ARROWS: [(&str, &[&str]); 17] = [
    ("domain", &[]),
    ("routes", &["domain"]),
    ("i18n", &["domain"]),
    ("guide", &["domain"]),
    ("contacts", &["domain"]),
    ("forms", &["domain", "i18n"]),
    ("drafts", &["domain", "forms"]),
    ("delivery", &["domain", "i18n", "forms"]),
    ("search", &["domain", "i18n", "guide"]),
    ("browser", &["domain", "routes", "forms", "drafts", "delivery"]),
    ("components", &["domain", "i18n", "forms", "routes"]),
    ("pages", &["domain", "i18n", "contacts", "forms", "drafts", "delivery", "routes", "browser", "components"]),
    ("embed", &["domain", "i18n", "contacts", "routes", "browser", "components", "pages"]),
    ("app", &["domain", "i18n", "contacts", "forms", "drafts", "delivery", "routes", "browser", "components", "pages"]),
    ("main", &["app", "embed"]),
    ("bin", &["domain", "i18n", "guide", "contacts", "search", "routes", "pages", "app", "embed"]),
    ("lib", &[]),
];

/// Rooms that know nothing of the web.
const PURE: [&str; 8] = ["domain", "i18n", "guide", "contacts", "forms", "drafts", "delivery", "search"];

/// The room a file of `src/` belongs to.
fn room(path: &str) -> &str {
    let inside = path.strip_prefix("src/").expect("a file of src");
    inside.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

/// The names that follow `crate::` or `tukipolku::`, braces opened.
fn used(source: &Source) -> BTreeSet<String> {
    let roots: &[&str] = if room(&source.path) == "bin" { &["tukipolku::"] } else { &["crate::", "tukipolku::"] };
    let code: String = source.code.split_whitespace().collect::<Vec<_>>().join(" ");
    let from_root = roots.iter().flat_map(|root| code.split(root).skip(1).flat_map(first_names));
    from_root.chain(above_the_rooms(source)).collect()
}

/// The first names of a path or of a list of paths: `{a::b, c::{d, e}}` gives a and c.
fn first_names(path: &str) -> Vec<String> {
    let Some(list) = path.strip_prefix('{') else { return name(path).into_iter().collect() };
    let (mut names, mut depth, mut at_start) = (Vec::new(), 0, true);
    for (place, letter) in list.char_indices() {
        match letter {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => at_start = true,
            ' ' => {}
            _ if at_start => {
                names.extend(name(&list[place..]));
                at_start = false;
            }
            _ => {}
        }
    }
    names
}

fn name(path: &str) -> Option<String> {
    let name: String = path.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
    (!name.is_empty()).then_some(name)
}

/// Names reached by climbing with `super::` past the room's own front page.
fn above_the_rooms(source: &Source) -> Vec<String> {
    let inside = source.path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    let depth = inside.split('/').count();
    let mut names = Vec::new();
    let mut rest = source.code.as_str();
    while let Some(place) = rest.find("super::") {
        let climbed = &rest[place..];
        let after = climbed.trim_start_matches("super::");
        let steps = (climbed.len() - after.len()) / "super::".len();
        // A test module inside the file stands one step deeper.
        let inner = usize::from(source.code[..source.code.len() - climbed.len()].contains("mod tests {"));
        if steps >= depth + inner {
            names.extend(first_names(after));
        }
        rest = after;
    }
    names
}

#[test]
fn every_arrow_between_rooms_points_to_the_left() {
    let mut wrong = Vec::new();
    for source in sources("src").iter().filter(|source| source.path != "src/build.rs") {
        let room = room(&source.path);
        let allowed = ARROWS.iter().find(|(name, _)| *name == room).map(|(_, allowed)| *allowed);
        let allowed = allowed.unwrap_or_else(|| panic!("{}: {room} is no room of docs/architecture.md", source.path));
        let broken = used(source).into_iter().filter(|used| ARROWS.iter().any(|(name, _)| name == used));
        let broken = broken.filter(|used| used != room && !allowed.contains(&used.as_str()));
        wrong.extend(broken.map(|used| format!("{}: {room} uses {used}", source.path)));
    }
    assert!(wrong.is_empty(), "arrows that docs/architecture.md does not draw:\n{}", wrong.join("\n"));
}

#[test]
fn the_pure_rooms_have_never_heard_of_the_web() {
    let web = ["leptos", "web_sys", "wasm_bindgen", "js_sys", "gloo_storage"];
    let mut wrong = Vec::new();
    for source in sources("src").iter().filter(|source| PURE.contains(&room(&source.path))) {
        let heard = web.iter().filter(|name| source.code.contains(*name));
        wrong.extend(heard.map(|name| format!("{}: {name}", source.path)));
    }
    assert!(wrong.is_empty(), "pure rooms that mention the web:\n{}", wrong.join("\n"));
}

#[test]
fn only_the_browser_room_and_the_start_touch_browser_objects() {
    let mut wrong = Vec::new();
    for source in sources("src") {
        let may = ["browser", "embed", "main"].contains(&room(&source.path));
        if !may && source.code.contains("web_sys::window") {
            wrong.push(source.path);
        }
    }
    assert!(wrong.is_empty(), "take it from the browser room instead: {wrong:?}");
}

#[test]
fn nested_lists_of_paths_are_read() {
    assert_eq!(first_names("{domain::{Language, Names}, forms, i18n::Texts}; use x"), ["domain", "forms", "i18n"]);
    assert_eq!(first_names("browser::page; y"), ["browser"]);
}
