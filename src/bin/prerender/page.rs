//! One page: its title and words, and how the app is drawn around them.

use std::{collections::BTreeMap, sync::Arc};

use chrono::NaiveDate;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use tukipolku::{
    app::App,
    domain::{Language, MunicipalityCode},
    guide::Library,
    i18n::Texts,
    pages::{
        choice::Choice,
        shared::{BuildKind, Shared, Start},
    },
    routes::{Place, Route},
};

use crate::{
    article::{self, Stands},
    data::Data,
    machines, municipalities,
    search::{self, Finder},
    start,
};

/// What all pages are made of.
pub struct Sources {
    /// Guide and text pages.
    pub library: Library,
    /// Municipalities, counties, help lines.
    pub data: Data,
    /// The interface texts of each language.
    pub texts: BTreeMap<Language, Arc<Texts>>,
    /// The search's files.
    pub finder: Finder,
    /// The kind of build.
    pub kind: BuildKind,
    /// The day of the build.
    pub built: NaiveDate,
}

/// A page, ready to be put together.
pub struct Page {
    /// Where it is.
    pub place: Place,
    /// The title of the document.
    pub title: String,
    /// One or two sentences for the head.
    pub description: String,
    /// Data for machines, as JSON; empty where there is none.
    pub machine_data: String,
    /// The HTML of the article or of the list of municipalities.
    words: String,
    /// The municipality the page is about.
    choice: Option<Choice>,
}

impl Page {
    /// Data blocks from which the program begins where the page stands. They are data, never run.
    pub fn data_blocks(&self) -> String {
        let block = |id: &str, json: &str| {
            // A `<` inside JSON text could end the element early; JSON may write it as an escape.
            let json = json.replace('<', "\\u003c");
            format!("<script type=\"application/json\" id=\"{id}\">{json}</script>")
        };
        let blocks = self.choice.as_ref().map(Choice::to_blocks);
        blocks.map_or_else(String::new, |(names, county)| block("tuki-names", &names) + &block("tuki-county", &county))
    }
}

impl Sources {
    /// The page at a place.
    pub fn page(&self, place: Place) -> Page {
        let texts = &self.texts[&place.language];
        let plain = |key: &str, words: String| Page {
            place,
            title: texts.get(&format!("app.title.{key}")).to_owned(),
            description: texts.get("app.description").to_owned(),
            machine_data: String::new(),
            words,
            choice: None,
        };
        match place.route {
            Route::Services => plain("services", article::services(&self.library, place.language, texts)),
            Route::Home => self.content_page("home", place),
            Route::NotFound => self.content_page("not_found", place),
            Route::Content(content) => self.content_page(content.id, place),
            Route::Form => plain("form", String::new()),
            Route::Saved => plain("saved", String::new()),
            Route::Contacts => plain("contacts", self.list(place.language)),
            Route::Municipality(code) => self.municipality_page(code, place),
        }
    }

    fn list(&self, language: Language) -> String {
        municipalities::list(&self.data.directory, &self.data.counties, language, &self.texts[&language])
    }

    fn municipality_page(&self, code: MunicipalityCode, place: Place) -> Page {
        let choice = self.choice(code);
        let texts = &self.texts[&place.language];
        let name = choice.as_ref().map_or("", |choice| choice.name(place.language)).to_owned();
        Page {
            place,
            title: texts.fill("app.title.municipality", &[("name", &name)]),
            description: texts.get("app.description").to_owned(),
            machine_data: String::new(),
            words: String::new(),
            choice,
        }
    }

    /// A municipality with its county; none for a code that is not in the directory.
    pub fn choice(&self, code: MunicipalityCode) -> Option<Choice> {
        let municipality = self.data.directory.get(code)?.clone();
        let county = Arc::new(self.data.county(municipality.county)?.clone());
        Some(Choice { municipality, county })
    }

    fn content_page(&self, id: &str, place: Place) -> Page {
        let texts = &self.texts[&place.language];
        let page = |title: &str, summary: &str, words| Page {
            place,
            title: format!("{title} – {}", texts.get("app.name")),
            description: summary.to_owned(),
            machine_data: String::new(),
            words,
            choice: None,
        };
        let lines = &self.data.help_lines;
        if let Some(found) = self.library.page(id, place.language) {
            let words = article::service(found, texts, lines, self.data.county_guide.as_ref(), Stands::OnSite);
            let (own, origin) = (self.data.own.as_ref(), self.data.origin());
            let machine_data = machines::government_service(found, place, own, origin);
            return Page { machine_data, ..page(&found.title, &found.summary, words) };
        }
        let found = self.library.text_page(id, place.language);
        found.map_or_else(
            || page(id, "", String::new()),
            |found| {
                let words = article::text(found, texts, lines, &self.library) + &self.after_words(id, place.language);
                page(&found.title, &found.summary, words)
            },
        )
    }

    /// What follows the words of a text page.
    fn after_words(&self, id: &str, language: Language) -> String {
        let texts = &self.texts[&language];
        match id {
            "search" => search::screen(&self.finder, &self.library, texts, language),
            "start" => start::way(&self.library, texts, language),
            _ => String::new(),
        }
    }

    /// The HTML inside `#app`.
    pub fn draw(&self, page: &Page, files: &str) -> String {
        let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
        let html = owner.with(|| {
            let shared = Shared::new(Start {
                place: page.place,
                kind: self.kind,
                built: self.built,
                exit: self.data.exit().to_owned(),
                files: files.to_owned(),
                choice: page.choice.clone(),
            });
            shared.article.set(page.words.clone());
            shared.municipalities.set(page.words.clone());
            let texts = RwSignal::new(Arc::clone(&self.texts[&page.place.language]));
            view! { <App shared texts/> }.to_html()
        });
        owner.unset_with_forced_cleanup();
        html
    }
}
