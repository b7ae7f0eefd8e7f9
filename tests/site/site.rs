//! The pages of the built site, parsed when they are looked at.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use scraper::{ElementRef, Html, Selector};
use tukipolku::domain::Language;
use tukipolku::i18n::{Texts, read_texts};

/// One HTML file of the site.
pub struct Page {
    /// Its address, such as `/fi/palvelut/`.
    pub path: String,
    /// The file as it is.
    pub html: String,
}

/// Which site it is, out of `TUKI_KIND`.
pub fn kind() -> String {
    let kind = std::env::var("TUKI_KIND").unwrap_or_default();
    assert!(
        ["national", "demo", "county"].contains(&kind.as_str()),
        "TUKI_KIND must say which site stands in TUKI_DIST: national, demo or county"
    );
    kind
}

/// The folder of the site, out of `TUKI_DIST`.
pub fn dist() -> PathBuf {
    let folder = std::env::var_os("TUKI_DIST").map(PathBuf::from);
    let folder =
        folder.expect("TUKI_DIST must name the folder of a built site: cargo xtask build, then TUKI_DIST=dist");
    assert!(folder.join("index.html").is_file(), "{} holds no built site", folder.display());
    folder
}

/// Every file of the site, by its address.
pub fn files() -> &'static BTreeSet<String> {
    static FILES: OnceLock<BTreeSet<String>> = OnceLock::new();
    FILES.get_or_init(|| {
        let mut files = BTreeSet::new();
        gather(&dist(), "", &mut files);
        files
    })
}

fn gather(folder: &Path, address: &str, files: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder of the site") {
        let entry = entry.expect("an entry");
        let name = format!("{address}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            gather(&entry.path(), &name, files);
        } else {
            files.insert(name);
        }
    }
}

/// Every page: those of the three languages, the choice of a language, and what is shown for a wrong address.
pub fn pages() -> &'static [Page] {
    static PAGES: OnceLock<Vec<Page>> = OnceLock::new();
    PAGES.get_or_init(|| {
        let html = files().iter().filter(|file| file.ends_with(".html"));
        let read = |file: &String| Page {
            path: file.strip_suffix("index.html").unwrap_or(file).to_owned(),
            html: fs::read_to_string(dist().join(&file[1..])).expect("a page is UTF-8"),
        };
        html.map(read).collect()
    })
}

/// Pages in one of the three languages.
pub fn pages_in_a_language() -> impl Iterator<Item = (&'static Page, Language)> {
    pages().iter().filter_map(|page| Some((page, page.language()?)))
}

/// The words of the interface, as the repository has them.
pub fn texts(language: Language) -> Texts {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content").join(language.code()).join("texts");
    read_texts(&folder).unwrap_or_else(|error| panic!("{error}"))
}

/// Panics with what is wrong, the first twenty of it.
pub fn assert_none(what: &str, wrong: &[String]) {
    let shown = wrong.iter().take(20).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(wrong.is_empty(), "{what}: {} found\n{shown}", wrong.len());
}

/// What is wrong with each page, all together. Pages are parsed one at a time: a thousand trees would not fit in memory.
pub fn wrong(check: impl Fn(&Page, &Html) -> Vec<String>) -> Vec<String> {
    let of_page = |page: &Page| {
        let found = check(page, &Html::parse_document(&page.html));
        found.into_iter().map(|what| format!("{}: {what}", page.path)).collect::<Vec<_>>()
    };
    pages().iter().flat_map(of_page).collect()
}

/// The elements of a page.
pub fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).expect("a selector")).collect()
}

impl Page {
    /// The language that the address names.
    pub fn language(&self) -> Option<Language> {
        Language::from_code(self.path.split('/').nth(1)?)
    }

    /// Whether it is one of the pages of the guide.
    pub fn is_guide(&self) -> bool {
        let parts: Vec<&str> = self.path.split('/').filter(|part| !part.is_empty()).collect();
        matches!(parts.as_slice(), [_, "palvelut" | "tjanster" | "services", _])
    }
}
