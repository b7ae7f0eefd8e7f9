//! All content together: read once, checked as it is read.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use pulldown_cmark::HeadingLevel;

use crate::domain::Language;

use super::{
    ContentError, Facts, Laws, Prose, ServicePage, Terms, TextPage,
    page_register::{PageEntry, PageRegister, TextEntry},
    prose::{Known, Place},
    spelling::Glossary,
    start::{self, StartPlace, StartQuestion},
    target::Target,
    toml_file::read_text,
};

/// Every page, term, fact and law of the site.
#[derive(Clone, Debug)]
pub struct Library {
    services: BTreeMap<Language, Vec<ServicePage>>,
    texts: BTreeMap<Language, Vec<TextPage>>,
    terms: BTreeMap<Language, Terms>,
    starts: BTreeMap<Language, StartQuestion>,
    facts: Facts,
    laws: Laws,
    glossary: Glossary,
    names: Names,
}

/// Names and numbers that links in content may use, the same in every language.
#[derive(Clone, Debug)]
struct Names {
    services: BTreeSet<String>,
    texts: BTreeSet<String>,
    phones: BTreeSet<String>,
}

impl Library {
    /// Reads all content below the root of the repository.
    ///
    /// # Errors
    /// Every fault found, each with file, line and mend.
    pub fn read(root: &Path) -> Result<Self, Vec<ContentError>> {
        let one = |error| vec![error];
        let facts = Facts::read(root).map_err(one)?;
        let laws = Laws::read(root).map_err(one)?;
        let register = PageRegister::read(root, &facts, &laws)?;
        let names = Names::of(root, &register).map_err(one)?;
        let glossary = Glossary::read(root).map_err(one)?;
        let (services, texts, terms) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut library = Self { services, texts, terms, starts: BTreeMap::new(), facts, laws, glossary, names };
        let errors: Vec<_> = Language::ALL
            .into_iter()
            .filter_map(|language| library.add_language(root, language, &register).err())
            .flatten()
            .collect();
        if errors.is_empty() { Ok(library) } else { Err(errors) }
    }

    /// The guide pages of a language, in their order.
    pub fn pages(&self, language: Language) -> &[ServicePage] {
        self.services.get(&language).map_or(&[], Vec::as_slice)
    }

    /// The guide page with this name.
    pub fn page(&self, id: &str, language: Language) -> Option<&ServicePage> {
        self.pages(language).iter().find(|page| page.id() == id)
    }

    /// The plain text pages of a language.
    pub fn text_pages(&self, language: Language) -> &[TextPage] {
        self.texts.get(&language).map_or(&[], Vec::as_slice)
    }

    /// The plain text page with this name.
    pub fn text_page(&self, id: &str, language: Language) -> Option<&TextPage> {
        self.text_pages(language).iter().find(|page| page.id == id)
    }

    /// The explained terms of a language.
    pub fn terms(&self, language: Language) -> &Terms {
        &self.terms[&language]
    }

    /// The first question of "Where do I start?".
    pub fn start(&self, language: Language) -> Option<&StartQuestion> {
        self.starts.get(&language)
    }

    /// The fact register.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The register of acts.
    pub fn laws(&self) -> &Laws {
        &self.laws
    }

    /// The terms that the site spells in one way.
    pub fn glossary(&self) -> &Glossary {
        &self.glossary
    }

    /// Checks Markdown of a county by the rules of the guide's own sections. `lines_before` is the number of lines
    /// that stand above it in its file.
    ///
    /// # Errors
    /// Every fault found, each with file, line and mend.
    pub fn prose(
        &self,
        file: &str,
        lines_before: usize,
        markdown: &str,
        language: Language,
    ) -> Result<Prose, Vec<ContentError>> {
        let place = Place { file, lines_before, first_heading: HeadingLevel::H3 };
        let known = self.names.known(language, self.terms(language));
        // Terms are explained by the national text around it: the same explanation twice would be the same id twice.
        let mut explained = self.terms(language).iter().map(|(id, _)| id.to_owned()).collect();
        Prose::read(markdown, &place, &known, &mut explained)
    }

    fn add_language(
        &mut self,
        root: &Path,
        language: Language,
        register: &PageRegister,
    ) -> Result<(), Vec<ContentError>> {
        let terms = Terms::read(root, language).map_err(|error| vec![error])?;
        let known = self.names.known(language, &terms);
        let mut errors = strays(root, language, &self.names);
        let service = |entry: &PageEntry| ServicePage::read(root, entry, &known);
        let pages = gather(register.services.iter().map(service), &mut errors);
        let text = |entry: &TextEntry| TextPage::read(root, entry, &known);
        let text_pages = gather(register.texts.iter().map(text), &mut errors);
        errors.extend(same_addresses(&pages, &text_pages));
        match start::read(root, language, &|link| self.names.place(link)) {
            Ok(first) => drop(self.starts.insert(language, first)),
            Err(error) => errors.push(error),
        }
        self.services.insert(language, pages);
        self.texts.insert(language, text_pages);
        self.terms.insert(language, terms);
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }
}

impl Names {
    fn known<'a>(&'a self, language: Language, terms: &'a Terms) -> Known<'a> {
        let Self { services, texts, phones } = self;
        Known { language, services, texts, phones, terms }
    }

    /// Where a link of the way "Where do I start?" leads.
    fn place(&self, link: &str) -> Option<StartPlace> {
        match link.split_once(':')? {
            ("page", id) if self.services.contains(id) => Some(StartPlace::Page(Target::Service(id.to_owned()))),
            ("page", id) if self.texts.contains(id) => Some(StartPlace::Page(Target::Text(id.to_owned()))),
            ("tel", number) if self.phones.contains(number) => Some(StartPlace::Phone(number.to_owned())),
            _ => start::screen(link),
        }
    }

    fn of(root: &Path, register: &PageRegister) -> Result<Self, ContentError> {
        Ok(Self {
            services: register.services.iter().map(|entry| entry.id.clone()).collect(),
            texts: register.texts.iter().map(|entry| entry.id.clone()).collect(),
            phones: national_phones(&read_text(root, "data/national.csv")?),
        })
    }
}

/// Numbers of the phone rows (`id,channel,value,…`), digits only. Neither of the first three columns is ever quoted.
fn national_phones(csv: &str) -> BTreeSet<String> {
    let phone = |line: &str| {
        let mut columns = line.split(',').skip(1);
        let number = (columns.next() == Some("phone")).then(|| columns.next()).flatten()?;
        Some(number.chars().filter(char::is_ascii_digit).collect())
    };
    csv.lines().filter_map(phone).collect()
}

fn gather<T>(pages: impl Iterator<Item = Result<T, Vec<ContentError>>>, errors: &mut Vec<ContentError>) -> Vec<T> {
    let mut read = Vec::new();
    for page in pages {
        match page {
            Ok(page) => read.push(page),
            Err(found) => errors.extend(found),
        }
    }
    read
}

/// Content files that `data/pages.toml` does not know: nobody would ever see them.
fn strays(root: &Path, language: Language, names: &Names) -> Vec<ContentError> {
    let mut strays = Vec::new();
    for (folder, known) in [("guide", &names.services), ("pages", &names.texts)] {
        let folder = format!("content/{}/{folder}", language.code());
        let entries = std::fs::read_dir(root.join(&folder)).into_iter().flatten().flatten();
        for name in entries.filter_map(|entry| entry.file_name().into_string().ok()) {
            if name.strip_suffix(".md").is_none_or(|id| !known.contains(id)) {
                let mend = "Add the page to data/pages.toml, or delete the file.";
                strays.push(ContentError::new(&format!("{folder}/{name}"), 1, "No page has this name.", mend));
            }
        }
    }
    strays.sort_by(|one, other| one.file.cmp(&other.file));
    strays
}

fn same_addresses(pages: &[ServicePage], texts: &[TextPage]) -> Vec<ContentError> {
    let mut seen = BTreeSet::new();
    let of_pages = pages.iter().map(|page| (page.path.as_str(), page.language, "guide", page.id()));
    let of_texts = texts.iter().map(|page| (page.path.as_str(), page.language, "pages", page.id.as_str()));
    of_pages
        .chain(of_texts)
        .filter(|(path, ..)| !seen.insert(*path))
        .map(|(path, language, folder, id)| {
            let file = format!("content/{}/{folder}/{id}.md", language.code());
            ContentError::new(&file, 2, format!("Another page has the path \"{path}\"."), "Choose another path.")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_phone_rows_give_numbers() {
        let csv = "id,channel,value,hours\nemergency,phone,112,\nnollalinja,phone,080 005 005,24/7\nchat,web,https://x.fi/1,\n";
        assert_eq!(national_phones(csv), BTreeSet::from(["112".to_owned(), "080005005".to_owned()]));
    }

    #[test]
    fn a_folder_without_content_is_named() {
        let errors = Library::read(Path::new("/nonexistent")).unwrap_err();
        assert_eq!(errors[0].file, "data/facts.toml");
    }
}
