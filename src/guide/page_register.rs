//! What is the same for a page in every language, `data/pages.toml`.

use std::{collections::BTreeMap, path::Path};

use serde::Deserialize;
use toml::Spanned;

use crate::domain::ContactService;

use super::{
    SectionKind,
    content_error::{ContentError, line_at},
    facts::{Facts, Mark},
    laws::{LawReference, Laws},
    toml_file::{read_text, read_toml},
};

const FILE: &str = "data/pages.toml";

/// A guide page's entry, without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageEntry {
    /// The page's name: also the name of its files.
    pub id: String,
    /// Pages are listed by this number, smallest first.
    pub order: u32,
    /// Who answers for the national text: the text key `guide.owner.<owner>`.
    pub owner: String,
    /// True where a reader may be in danger: help lines stand at the top.
    pub safety: bool,
    /// True for a page in easy language: selkokieli, lättläst, easy English.
    pub easy: bool,
    /// Forms of support that the reader may tick ("we would like to hear about this"), as the form names them.
    pub ticks: Vec<String>,
    /// The contact that the page shows for the chosen municipality.
    pub leads_to: ContactService,
    /// The acts and sections behind the page.
    pub laws: Vec<LawReference>,
    /// Names of facts by section.
    pub facts: BTreeMap<SectionKind, Vec<String>>,
}

/// A plain text page's entry.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextEntry {
    /// The page's name: also the name of its files.
    pub id: String,
    /// Names of the facts that the page rests on.
    #[serde(default)]
    pub facts: Vec<String>,
}

/// Every entry, guide pages by their order.
#[derive(Clone, Debug, Default)]
pub(super) struct PageRegister {
    pub(super) services: Vec<PageEntry>,
    pub(super) texts: Vec<TextEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    page: Vec<Spanned<RawEntry>>,
    text_page: Vec<Spanned<TextEntry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEntry {
    id: String,
    order: u32,
    owner: String,
    #[serde(default)]
    safety: bool,
    #[serde(default)]
    easy: bool,
    #[serde(default)]
    ticks: Vec<String>,
    leads_to: ContactService,
    laws: Vec<RawLaw>,
    facts: BTreeMap<SectionKind, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLaw {
    act: String,
    sections: Vec<String>,
}

impl PageRegister {
    /// Reads `data/pages.toml` and resolves its facts and laws.
    pub(super) fn read(root: &Path, facts: &Facts, laws: &Laws) -> Result<Self, Vec<ContentError>> {
        let text = read_text(root, FILE).map_err(|error| vec![error])?;
        let file: File = read_toml(FILE, &text, 0).map_err(|error| vec![error])?;
        let mut errors = Vec::new();
        let mut services = Vec::new();
        for raw in file.page {
            let line = line_at(&text, raw.span().start);
            match entry(raw.into_inner(), facts, laws) {
                Ok(entry) => services.push(entry),
                Err(what) => errors.push(fault(line, what)),
            }
        }
        for page in &file.text_page {
            let wrong = page.get_ref().facts.iter().find_map(|id| usable(facts, id).err());
            errors.extend(wrong.map(|what| fault(line_at(&text, page.span().start), what)));
        }
        services.sort_by_key(|entry| entry.order);
        let texts = file.text_page.into_iter().map(Spanned::into_inner).collect();
        if errors.is_empty() { Ok(Self { services, texts }) } else { Err(errors) }
    }
}

fn fault(line: usize, what: String) -> ContentError {
    ContentError::new(FILE, line, what, "Correct the entry that begins here, or add to the register it names.")
}

fn entry(raw: RawEntry, facts: &Facts, laws: &Laws) -> Result<PageEntry, String> {
    raw.facts.values().flatten().try_for_each(|id| usable(facts, id))?;
    let laws = raw.laws.iter().map(|law| laws.reference(&law.act, &law.sections)).collect::<Result<_, _>>()?;
    let RawEntry { id, order, owner, safety, easy, ticks, leads_to, facts, .. } = raw;
    Ok(PageEntry { id, order, owner, safety, easy, ticks, leads_to, laws, facts })
}

/// A fact may be used when it is in the register and somebody has read it in a source.
fn usable(facts: &Facts, id: &str) -> Result<(), String> {
    match facts.get(id).map(|fact| fact.mark) {
        None => Err(format!("No fact is named \"{id}\" in data/facts.toml.")),
        Some(Mark::Unverified) => Err(format!("The fact \"{id}\" is not verified (U) and cannot be shown.")),
        Some(_) => Ok(()),
    }
}
