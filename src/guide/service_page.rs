//! A guide page: `content/<language>/guide/<id>.md` joined with its entry in `data/pages.toml`.

use std::{collections::BTreeSet, path::Path};

use chrono::NaiveDate;
use pulldown_cmark::HeadingLevel;
use serde::Deserialize;

use crate::domain::Language;

use super::{
    SectionKind,
    content_error::ContentError,
    front_matter,
    page_register::PageEntry,
    prose::{Known, Place, Prose, Resolver},
    toml_file::{date, read_text, read_toml},
};

/// A guide page in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServicePage {
    /// The language of the words.
    pub language: Language,
    /// The title, also the `h1`.
    pub title: String,
    /// The last part of the address: lowercase ASCII with hyphens.
    pub path: String,
    /// One or two sentences for lists, search results and the head of the page.
    pub summary: String,
    /// What people call it, for search.
    pub words: Vec<String>,
    /// When somebody last read the page against its facts.
    pub checked: NaiveDate,
    /// The sections, always all, always in the order of [`SectionKind::ALL`].
    pub sections: Vec<Section>,
    /// What is the same in every language.
    pub entry: PageEntry,
}

/// One section of a guide page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Which one it is.
    pub kind: SectionKind,
    /// Its words.
    pub prose: Prose,
    /// Names of the facts it rests on.
    pub facts: Vec<String>,
}

impl Section {
    /// The section's HTML, without its heading.
    pub fn html(&self, resolve: &Resolver<'_>) -> String {
        self.prose.html(resolve)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    id: String,
    title: String,
    path: String,
    summary: String,
    words: Vec<String>,
    #[serde(deserialize_with = "date")]
    checked: NaiveDate,
}

impl ServicePage {
    /// The page's name.
    pub fn id(&self) -> &str {
        &self.entry.id
    }

    /// The section of this kind.
    pub fn section(&self, kind: SectionKind) -> Option<&Section> {
        self.sections.iter().find(|section| section.kind == kind)
    }

    /// The file of the page, from the root of the repository.
    pub fn file(&self) -> String {
        file_of(self.language, self.id())
    }

    /// Reads the page's file in the language that `known` names.
    pub(super) fn read(root: &Path, entry: &PageEntry, known: &Known<'_>) -> Result<Self, Vec<ContentError>> {
        let file = file_of(known.language, &entry.id);
        let text = read_text(root, &file).map_err(|error| vec![error])?;
        let parts = front_matter::split(&file, &text).map_err(|error| vec![error])?;
        let header: Header = read_toml(&file, parts.header, 1).map_err(|error| vec![error])?;
        check_header(&file, &header.id, &entry.id, &header.path).map_err(|error| vec![error])?;
        let pieces = sections_of(&file, parts.body, parts.lines_before_body).map_err(|error| vec![error])?;
        let sections = read_sections(&file, &pieces, entry, known)?;
        let Header { title, path, summary, words, checked, .. } = header;
        Ok(Self { language: known.language, title, path, summary, words, checked, sections, entry: entry.clone() })
    }
}

fn file_of(language: Language, id: &str) -> String {
    format!("content/{}/guide/{id}.md", language.code())
}

/// The file must be the page it says it is, and its address must be plain.
pub(super) fn check_header(file: &str, id: &str, expected: &str, path: &str) -> Result<(), ContentError> {
    if id != expected {
        let mend = format!("Write id = \"{expected}\", as the file is named.");
        return Err(ContentError::new(file, 2, format!("The id \"{id}\" is not the file's name."), mend));
    }
    if !path.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
        let mend = "Use lowercase letters a to z, digits and hyphens.";
        return Err(ContentError::new(file, 2, format!("The path \"{path}\" cannot be an address."), mend));
    }
    Ok(())
}

struct Piece<'a> {
    kind: SectionKind,
    markdown: &'a str,
    lines_before: usize,
}

fn sections_of<'a>(file: &str, body: &'a str, lines_before: usize) -> Result<Vec<Piece<'a>>, ContentError> {
    let order = "Write the sections ## what, ## do, ## terms, ## next, ## cost, ## background, in this order.";
    let mut starts: Vec<(usize, SectionKind)> = Vec::new();
    for (start, _) in body.match_indices("## ").filter(|(start, _)| *start == 0 || body[..*start].ends_with('\n')) {
        let name = body[start + 3..].lines().next().unwrap_or_default().trim();
        let line = lines_before + line_in(body, start);
        let kind = SectionKind::from_name(name)
            .ok_or_else(|| ContentError::new(file, line, format!("No section is named \"{name}\"."), order))?;
        starts.push((start, kind));
    }
    if starts.iter().map(|(_, kind)| *kind).ne(SectionKind::ALL) {
        return Err(ContentError::new(file, lines_before + 1, "The sections are not all there in order.", order));
    }
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([body.len()]);
    Ok(starts.iter().zip(ends).map(|((start, kind), end)| piece(body, *start, end, *kind, lines_before)).collect())
}

fn piece(body: &str, start: usize, end: usize, kind: SectionKind, lines_before: usize) -> Piece<'_> {
    let after_heading = body[start..end].find('\n').map_or(end, |length| start + length + 1);
    Piece { kind, markdown: &body[after_heading..end], lines_before: lines_before + line_in(body, start) }
}

fn line_in(body: &str, byte: usize) -> usize {
    super::content_error::line_at(body, byte)
}

fn read_sections(
    file: &str,
    pieces: &[Piece<'_>],
    entry: &PageEntry,
    known: &Known<'_>,
) -> Result<Vec<Section>, Vec<ContentError>> {
    let mut seen = BTreeSet::new();
    let mut errors = Vec::new();
    let mut sections = Vec::new();
    for piece in pieces {
        let place = Place { file, lines_before: piece.lines_before, first_heading: HeadingLevel::H3 };
        if piece.markdown.trim().is_empty() {
            errors.push(ContentError::new(file, piece.lines_before, "The section is empty.", "Write it."));
        }
        match Prose::read(piece.markdown, &place, known, &mut seen) {
            Ok(prose) => {
                let facts = entry.facts.get(&piece.kind).cloned().unwrap_or_default();
                sections.push(Section { kind: piece.kind, prose, facts });
            }
            Err(found) => errors.extend(found),
        }
    }
    if errors.is_empty() { Ok(sections) } else { Err(errors) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "## what\na\n### inside\nb\n## do\nc\n## terms\nd\n## next\ne\n## cost\nf\n## background\ng\n";

    #[test]
    fn a_body_comes_apart_into_its_sections() {
        let pieces = sections_of("a.md", WHOLE, 5).unwrap();
        assert_eq!(pieces.len(), 6);
        assert_eq!((pieces[0].markdown, pieces[0].lines_before), ("a\n### inside\nb\n", 6));
        assert_eq!((pieces[5].markdown, pieces[5].lines_before), ("g\n", 18));
    }

    #[test]
    fn a_missing_unknown_or_misplaced_section_is_refused() {
        let wrong_name = WHOLE.replace("## next", "## later");
        assert_eq!(sections_of("a.md", &wrong_name, 0).err().map(|error| error.line), Some(9));
        assert!(sections_of("a.md", &WHOLE.replace("## cost\n", ""), 0).is_err());
        assert!(sections_of("a.md", "## do\na\n## what\nb\n", 0).is_err());
    }

    #[test]
    fn a_header_must_be_of_its_own_file_and_have_a_plain_address() {
        assert!(check_header("a.md", "a", "a", "perhetyo").is_ok());
        assert!(check_header("a.md", "b", "a", "perhetyo").is_err());
        assert!(check_header("a.md", "a", "a", "perhetyö").is_err());
    }
}
