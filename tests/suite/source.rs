//! The Rust files of the repository, split into code and literals, so that a word in a comment or in a text is never taken
//! for code.

use std::path::{Path, PathBuf};
use std::process::Command;

/// One Rust file.
pub struct Source {
    /// Its path from the root of the repository.
    pub path: String,
    /// The file as it is.
    pub text: String,
    /// The file with comments taken out and literals emptied.
    pub code: String,
    /// The literal texts of the file up to its own tests.
    pub literals: Vec<String>,
}

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of the repository, as Git keeps them, from the root.
pub fn tracked() -> Vec<String> {
    let output = Command::new("git").args(["ls-files", "-z"]).current_dir(root()).output().expect("git can be run");
    assert!(output.status.success(), "git ls-files: {}", String::from_utf8_lossy(&output.stderr));
    let names = String::from_utf8(output.stdout).expect("paths are UTF-8");
    names.split('\0').filter(|name| root().join(name).is_file()).map(str::to_owned).collect()
}

/// Every Rust file below a folder of the repository.
pub fn sources(folder: &str) -> Vec<Source> {
    let mut files = Vec::new();
    gather(&root().join(folder), &mut files);
    files.sort();
    files.iter().map(|file| Source::read(file)).collect()
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder of the repository") {
        let path = entry.expect("an entry of the folder").path();
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

impl Source {
    fn read(file: &Path) -> Self {
        let text = std::fs::read_to_string(file).expect("a Rust file");
        let (code, _) = split(&text);
        let product = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
        let path = file.strip_prefix(root()).expect("a file of the repository").to_string_lossy().into_owned();
        Self { path, literals: split(product).1, code, text }
    }

    /// Whether the whole file serves tests or the gallery.
    pub fn is_test(&self) -> bool {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.ends_with("_test.rs")
            || matches!(name, "tests.rs" | "content_tests.rs" | "agreement.rs" | "examples.rs" | "gallery.rs")
    }
}

/// The code without comments and with empty literals, and the literals.
fn split(text: &str) -> (String, Vec<String>) {
    let (mut code, mut literals, mut rest) = (String::new(), Vec::new(), text);
    while let Some(first) = rest.chars().next() {
        if rest.starts_with("//") {
            rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
        } else if rest.starts_with("/*") {
            rest = rest.split_once("*/").map_or("", |(_, after)| after);
        } else if let Some((literal, after)) = literal(rest) {
            code.push_str("\"\"");
            literals.push(literal);
            rest = after;
        } else if let Some(after) = character(rest) {
            rest = after;
        } else {
            code.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    (code, literals)
}

/// A text that begins here, plain or raw.
fn literal(rest: &str) -> Option<(String, &str)> {
    if let Some(raw) = rest.strip_prefix('r').filter(|raw| raw.trim_start_matches('#').starts_with('"')) {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let (inner, after) = raw[hashes + 1..].split_once(&format!("\"{}", "#".repeat(hashes)))?;
        return Some((inner.to_owned(), after));
    }
    let inner = rest.strip_prefix('"')?;
    let mut escaped = false;
    let end = inner.find(|letter| {
        let ends = letter == '"' && !escaped;
        escaped = letter == '\\' && !escaped;
        ends
    })?;
    Some((inner[..end].to_owned(), &inner[end + 1..]))
}

/// What follows a character literal that begins here; a lifetime is none.
fn character(rest: &str) -> Option<&str> {
    let inner = rest.strip_prefix('\'')?;
    let inner = inner.strip_prefix('\\').unwrap_or(inner);
    let after = &inner[inner.chars().next()?.len_utf8()..];
    after.strip_prefix('\'')
}

#[test]
fn comments_and_literals_are_told_from_code() {
    let (code, literals) = split("a(\"x \\\" y\"); // use crate::b\nlet c = '\"'; r#\"raw \" text\"# /* d */ &'e str");
    assert_eq!(literals, ["x \\\" y", "raw \" text"]);
    assert_eq!(code, "a(\"\"); \nlet c = ; \"\"  &'e str");
}
