//! What can be found: every page of a language with its words, gathered from the content.

use crate::domain::Language;
use crate::guide::{Library, Section, ServicePage, TextPage};
use crate::i18n::Texts;

/// A page that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The page's name, the same in every language.
    pub id: String,
    /// The title.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// What people call it.
    pub words: Vec<String>,
    /// Its text, part by part.
    pub parts: Vec<Part>,
}

/// A piece of a page's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Its headings, without the fixed ones.
    pub headings: String,
    /// Its text.
    pub text: String,
}

/// Text pages that nobody looks for: the front page, the one for wrong addresses, the search itself.
const NOT_FOUND_BY_SEARCH: [&str; 3] = ["home", "not_found", "search"];

/// Screens that are no content page, by the name that links in content give them.
const SCREENS: [&str; 3] = ["contacts", "form", "saved"];

/// Every content page of a language, then the screens, whose words stand among the texts.
pub fn entries(library: &Library, texts: &Texts, language: Language) -> Vec<Entry> {
    let screens = SCREENS.iter().map(|id| of_screen(id, texts));
    let texts = library.text_pages(language).iter().filter(|page| !NOT_FOUND_BY_SEARCH.contains(&page.id.as_str()));
    library.pages(language).iter().map(of_guide).chain(texts.map(of_text)).chain(screens).collect()
}

fn of_guide(page: &ServicePage) -> Entry {
    Entry {
        id: page.id().to_owned(),
        title: page.title.clone(),
        summary: page.summary.clone(),
        words: page.words.clone(),
        parts: page
            .sections
            .iter()
            .map(|section: &Section| part(section.prose.markdown(), section.prose.words()))
            .collect(),
    }
}

fn of_text(page: &TextPage) -> Entry {
    Entry {
        id: page.id.clone(),
        title: page.title.clone(),
        summary: page.summary.clone(),
        words: page.words.clone(),
        parts: vec![part(page.prose.markdown(), page.prose.words())],
    }
}

fn of_screen(id: &str, texts: &Texts) -> Entry {
    let text = |name: &str| texts.get(&format!("search.screen.{id}.{name}")).to_owned();
    Entry {
        id: id.to_owned(),
        title: text("title"),
        summary: text("summary"),
        words: text("words").split(", ").map(str::to_owned).collect(),
        parts: Vec::new(),
    }
}

fn part(markdown: &str, text: String) -> Part {
    let headings = markdown.lines().filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches('#'));
    Part { headings: headings.collect(), text }
}
