//! Joins the style sheets into the one that `index.html` links, in layer order, and makes it small.

use std::path::{Path, PathBuf};

use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};

use crate::{Problem, Result, places, problem};

/// Files before and after the components, in the order of their layers. `layers.css` names that order.
const BEFORE: [&str; 5] = ["layers.css", "reset.css", "tokens.css", "base.css", "layout.css"];
const AFTER: [&str; 1] = ["utilities.css"];

/// Writes `target/site/tukipolku.css` with the theme of a county, if one is named, and gives its path.
pub fn write(county: Option<&str>) -> Result<PathBuf> {
    let joined = join(&sources(places::root(), county)?)?;
    let file = places::made().join("tukipolku.css");
    std::fs::create_dir_all(places::made()).map_err(problem::about(&file))?;
    std::fs::write(&file, joined).map_err(problem::about(&file))?;
    Ok(file)
}

/// The style sheets in their order.
fn sources(root: &Path, county: Option<&str>) -> Result<Vec<PathBuf>> {
    let style = root.join("style");
    let mut all: Vec<PathBuf> = BEFORE.iter().map(|name| style.join(name)).collect();
    all.extend(components(&style.join("components"))?);
    all.extend(AFTER.iter().map(|name| style.join(name)));
    all.extend(county.map(|county| root.join("counties").join(county).join("theme.css")));
    all.retain(|file| file.is_file());
    Ok(all)
}

/// One file per component, by name, so that the same sources give the same bytes.
fn components(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).map_err(problem::about(folder))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "css"));
    files.sort();
    Ok(files)
}

/// One small sheet out of many. Each is read by itself first, so that a mistake is found in its own file.
fn join(files: &[PathBuf]) -> Result<String> {
    let mut all = String::new();
    for file in files {
        let source = std::fs::read_to_string(file).map_err(problem::about(file))?;
        small(&source).map_err(|mistake| {
            Problem::new(mistake.what).at(&places::short(file), mistake.line).mend("correct the rule there.")
        })?;
        all.push_str(&source);
        all.push('\n');
    }
    small(&all).map_err(|mistake| Problem::new(mistake.what))
}

struct Mistake {
    what: String,
    line: Option<usize>,
}

/// The same rules in as few bytes as can be.
fn small(source: &str) -> std::result::Result<String, Mistake> {
    let mut sheet = StyleSheet::parse(source, ParserOptions::default())
        .map_err(|error| Mistake { what: error.kind.to_string(), line: error.loc.map(|at| at.line as usize + 1) })?;
    let other = |what: String| Mistake { what, line: None };
    sheet.minify(MinifyOptions::default()).map_err(|error| other(error.to_string()))?;
    let printed = sheet.to_css(PrinterOptions { minify: true, ..Default::default() });
    printed.map(|printed| printed.code).map_err(|error| other(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(name: &str, text: &str) -> PathBuf {
        let folder = places::root().join("target/style-tests");
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join(name);
        std::fs::write(&file, text).unwrap();
        file
    }

    #[test]
    fn sheets_are_joined_and_made_small_and_the_layers_keep_their_order() {
        let layers = written("a.css", "@layer base, components;\n");
        let components = written("b.css", "@layer components {\n  p {\n    color: #ff0000;\n  }\n}\n");
        let base = written("c.css", "@layer base { p { color: #0000ff } }\n");
        let joined = join(&[layers, components, base]).unwrap();
        let order = [joined.find("@layer base"), joined.find("p{color:red}")];
        assert!(order[0].is_some() && order[0] < order[1], "{joined}");
        assert!(!joined.contains('\n'), "{joined}");
    }

    #[test]
    fn a_mistake_is_named_with_file_and_line() {
        let good = written("good.css", "p { margin: 0 }\n");
        let bad = written("bad.css", "p { margin: 0 }\n\nh1 { color red }\n");
        let said = join(&[good, bad]).unwrap_err().to_string();
        assert!(said.contains("bad.css:3"), "{said}");
    }
}
