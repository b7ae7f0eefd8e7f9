//! Tidy is a test: every file says what it is, nothing is left over from writing it, licences and lock files are in order.

use crate::source::{root, sources, tracked};

/// The folders of our own Rust files.
const FOLDERS: [&str; 7] = ["src", "tests", "vault", "inbox/src", "inbox/tests", "xtask/src", "examples"];

/// A file is one to three screens.
const LINES: usize = 300;

/// Long files that are a table of equal things, or one test told from its beginning to its end.
const TABLES: [&str; 3] =
    ["src/drafts/machine/mod.rs", "src/drafts/machine/model_test.rs", "tests/suite/components.rs"];

fn assert_none(what: &str, wrong: &[String]) {
    assert!(wrong.is_empty(), "{what}:\n{}", wrong.join("\n"));
}

fn wrong_files(is_wrong: impl Fn(&crate::source::Source) -> bool) -> Vec<String> {
    let all = FOLDERS.iter().flat_map(|folder| sources(folder));
    all.filter(|source| is_wrong(source)).map(|source| source.path).collect()
}

#[test]
fn every_file_opens_by_saying_what_it_is() {
    assert_none("begin with //!", &wrong_files(|source| !source.text.starts_with("//! ")));
}

#[test]
fn no_file_is_longer_than_three_screens() {
    let is_long = |path: &str, text: &str| text.lines().count() > LINES && !TABLES.contains(&path);
    assert_none("split", &wrong_files(|source| is_long(&source.path, &source.text)));
}

#[test]
fn nothing_is_left_over_from_writing() {
    for left in ["dbg!(", "todo!(", "unimplemented!("] {
        assert_none(left, &wrong_files(|source| source.code.contains(left)));
    }
    for left in [["TO", "DO"].concat(), ["FIX", "ME"].concat()] {
        assert_none(&left, &wrong_files(|source| source.text.contains(&left)));
    }
}

#[test]
fn nothing_is_printed_in_the_browser() {
    let prints = |path: &str, code: &str| {
        path.starts_with("src/")
            && !path.starts_with("src/bin/")
            && path != "src/build.rs"
            && code.contains("println!(")
    };
    assert_none("println!", &wrong_files(|source| !source.is_test() && prints(&source.path, &source.code)));
}

#[test]
fn nothing_is_styled_in_place() {
    let styled = |path: &str, code: &str| {
        let view = path.starts_with("src/") || path.starts_with("examples/");
        view && (code.contains(" style=") || code.contains(" style:"))
    };
    assert_none("style=", &wrong_files(|source| styled(&source.path, &source.code)));
}

#[test]
fn every_member_carries_the_licence() {
    let workspace = std::fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml");
    assert!(workspace.contains("license = \"EUPL-1.2\""), "the workspace is EUPL-1.2");
    let ours = |name: &str| name.ends_with("Cargo.toml") && !name.contains("/wordless/");
    let without = |name: &String| {
        let text = std::fs::read_to_string(root().join(name)).expect("a manifest");
        !text.contains("license.workspace = true") && !text.contains("license = \"EUPL-1.2\"")
    };
    assert_none(
        "license.workspace = true",
        &tracked().into_iter().filter(|name| ours(name)).filter(without).collect::<Vec<_>>(),
    );
}

#[test]
fn lock_files_name_no_registry_but_the_public_one() {
    let of_node = |name: &String| name.ends_with("package-lock.json");
    let names_one =
        |name: &String| std::fs::read_to_string(root().join(name)).is_ok_and(|text| text.contains("\"resolved\""));
    assert_none("take out \"resolved\"", &tracked().into_iter().filter(of_node).filter(names_one).collect::<Vec<_>>());
    let cargo = std::fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock");
    let strange = cargo
        .lines()
        .filter(|line| line.starts_with("source = ") && !line.contains("github.com/rust-lang/crates.io-index"));
    assert_none("Cargo.lock", &strange.map(str::to_owned).collect::<Vec<_>>());
}

/// Whether a line names a folder of one machine. Addresses of the site begin with a language instead.
fn names_a_machine(line: &str) -> bool {
    let folders = ["work", "root", "tmp", "home"].map(|folder| format!("/{folder}/"));
    let before = |place: usize| line[..place].chars().next_back().unwrap_or(' ');
    let starts = |place: usize| !(before(place).is_alphanumeric() || "./-_}])>".contains(before(place)));
    folders.iter().any(|folder| line.match_indices(folder).any(|(place, _)| starts(place)))
}

#[test]
fn no_tracked_file_names_a_folder_of_one_machine() {
    let mut wrong = Vec::new();
    for name in tracked() {
        let Ok(text) = std::fs::read_to_string(root().join(&name)) else { continue };
        let lines = text.lines().enumerate().filter(|(_, line)| names_a_machine(line));
        wrong.extend(lines.map(|(number, line)| format!("{name}:{}: {line}", number + 1)));
    }
    assert_none("folders of one machine", &wrong);
}

#[test]
fn a_folder_of_a_machine_is_told_from_an_address() {
    assert!(names_a_machine(&["(/wo", "rk/main)"].concat()));
    assert!(!names_a_machine(&["docs/wo", "rk/plan.md and https://x.fi/ho", "me/"].concat()));
}
