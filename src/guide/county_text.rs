//! What a county writes into a guide page: `counties/<id>/guide/<language>/<page>.md`. Each part adds to a section of the
//! national text or stands in its place, and is always shown as the county's own.

use std::{collections::BTreeSet, path::Path};

use chrono::NaiveDate;
use serde::Deserialize;

use crate::domain::Language;

use super::{
    Library, Prose, SectionKind,
    content_error::{ContentError, line_at},
    front_matter,
    toml_file::{date, read_text, read_toml},
};

/// How a county's part stands to the national section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It stands below the national text.
    Adds,
    /// It stands in place of the national text.
    Replaces,
}

/// A county's words for one section.
#[derive(Clone, Debug)]
pub struct CountyPart {
    /// The section.
    pub kind: SectionKind,
    /// Below the national text, or in its place.
    pub way: Way,
    /// The words.
    pub prose: Prose,
}

/// A county's words for one page in one language.
#[derive(Clone, Debug)]
pub struct CountyText {
    /// The file, from the root of the repository.
    pub file: String,
    /// The name of the guide page.
    pub page: String,
    /// The language of the words.
    pub language: Language,
    /// When the county last read them.
    pub checked: NaiveDate,
    /// The parts, in the order of the file.
    pub parts: Vec<CountyPart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    #[serde(deserialize_with = "date")]
    checked: NaiveDate,
}

const MEND: &str =
    "Write `## <section>: adds` or `## <section>: replaces`, with a section such as what, do, terms, next, cost.";

/// Every guide text in the folder of a county; none when it has no `guide` folder.
///
/// # Errors
/// Every fault found, each with file, line and mend.
pub fn read_all(root: &Path, county: &str, library: &Library) -> Result<Vec<CountyText>, Vec<ContentError>> {
    let (mut texts, mut errors) = (Vec::new(), Vec::new());
    for language in Language::ALL {
        for file in files(root, &format!("counties/{county}/guide/{}", language.code())) {
            match read(root, &file, language, library) {
                Ok(text) => texts.push(text),
                Err(found) => errors.extend(found),
            }
        }
    }
    if errors.is_empty() { Ok(texts) } else { Err(errors) }
}

/// Every guide text of every county folder.
///
/// # Errors
/// Every fault found, each with file, line and mend.
pub fn read_every(root: &Path, library: &Library) -> Result<Vec<CountyText>, Vec<ContentError>> {
    let folders = std::fs::read_dir(root.join("counties")).into_iter().flatten().flatten();
    let mut names: Vec<String> = folders.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    let (mut texts, mut errors) = (Vec::new(), Vec::new());
    for county in names {
        match read_all(root, &county, library) {
            Ok(more) => texts.extend(more),
            Err(more) => errors.extend(more),
        }
    }
    if errors.is_empty() { Ok(texts) } else { Err(errors) }
}

fn files(root: &Path, folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(root.join(folder)).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let mut files: Vec<String> = names.map(|name| format!("{folder}/{name}")).collect();
    files.sort();
    files
}

fn read(root: &Path, file: &str, language: Language, library: &Library) -> Result<CountyText, Vec<ContentError>> {
    let one = |error| vec![error];
    let page = file.rsplit('/').next().and_then(|name| name.strip_suffix(".md")).unwrap_or_default();
    if library.page(page, language).is_none() {
        let mend = "Name the file after a page in content/<language>/guide.";
        return Err(one(ContentError::new(file, 1, "No guide page has this name.", mend)));
    }
    let text = read_text(root, file).map_err(one)?;
    let whole = front_matter::split(file, &text).map_err(one)?;
    let Header { checked } = read_toml(file, whole.header, 1).map_err(one)?;
    let parts = parts(file, whole.body, whole.lines_before_body, language, library)?;
    Ok(CountyText { file: file.to_owned(), page: page.to_owned(), language, checked, parts })
}

fn parts(
    file: &str,
    body: &str,
    lines_before: usize,
    language: Language,
    library: &Library,
) -> Result<Vec<CountyPart>, Vec<ContentError>> {
    let starts: Vec<usize> =
        body.match_indices("## ").map(|(start, _)| start).filter(|start| begins_line(body, *start)).collect();
    let ends = starts.iter().skip(1).copied().chain([body.len()]);
    let mut parts = Vec::new();
    let mut seen = BTreeSet::new();
    for (start, end) in starts.iter().copied().zip(ends) {
        let line = lines_before + line_at(body, start);
        let heading = body[start..end].lines().next().unwrap_or_default();
        let (kind, way) = kind_and_way(heading).ok_or_else(|| {
            vec![ContentError::new(file, line, format!("“{heading}” names no part of a page."), MEND)]
        })?;
        if !seen.insert(kind) {
            return Err(vec![ContentError::new(file, line, "The section stands here twice.", "Write it once.")]);
        }
        let prose = library.prose(file, line - 1, &body[start + heading.len()..end], language)?;
        parts.push(CountyPart { kind, way, prose });
    }
    Ok(parts)
}

fn begins_line(body: &str, start: usize) -> bool {
    start == 0 || body[..start].ends_with('\n')
}

fn kind_and_way(heading: &str) -> Option<(SectionKind, Way)> {
    let (kind, way) = heading.strip_prefix("## ")?.split_once(':')?;
    let way = match way.trim() {
        "adds" => Way::Adds,
        "replaces" => Way::Replaces,
        _ => return None,
    };
    Some((SectionKind::from_name(kind.trim())?, way))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn library() -> Library {
        Library::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the content")
    }

    #[test]
    fn a_heading_says_which_section_and_how() {
        assert_eq!(kind_and_way("## cost: replaces"), Some((SectionKind::Cost, Way::Replaces)));
        assert_eq!(kind_and_way("## next: adds"), Some((SectionKind::Next, Way::Adds)));
        assert_eq!(kind_and_way("## cost"), None);
        assert_eq!(kind_and_way("## price: adds"), None);
    }

    #[test]
    fn a_wrong_part_is_told_with_its_line() {
        let library = library();
        let told = |body: &str| parts("a.md", body, 3, Language::Fi, &library).unwrap_err()[0].line;
        assert_eq!(told("## cost: adds\nHei.\n\n## price: adds\nHei.\n"), 7);
        assert_eq!(told("## cost: adds\nHei.\n\n## cost: replaces\nHei.\n"), 7);
        assert_eq!(told("## cost: adds\nHei [x](page:nowhere).\n"), 5);
    }

    #[test]
    fn the_invented_county_writes_in_three_languages() {
        let texts = read_all(Path::new(env!("CARGO_MANIFEST_DIR")), "esimerkki", &library()).expect("its texts");
        assert_eq!(texts.len(), 3);
        assert!(texts.iter().all(|text| text.parts.len() == 2 && text.page == "family_work"));
    }
}
