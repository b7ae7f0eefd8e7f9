//! Framed views for other people's pages: complete pages of their own with one small script, and `/embed/1.js`.

mod builder;
mod outward;
mod scripts;
mod views;

use std::{io, path::Path};

use tukipolku::{
    domain::Language,
    embed::address::{BUILDER, TESTER, View},
    guide::ServicePage,
    i18n::Texts,
    pages::shared::BuildKind,
};

use crate::{
    assets::Assets,
    html::{element, escape},
    page::Sources,
};

use outward::outward;
use scripts::Tags;

/// What the head of every framed view holds.
pub struct Embeds {
    /// The tag of the style sheet, fit for a frame without an origin.
    sheet: String,
    /// The tags of the scripts.
    scripts: Tags,
}

impl Embeds {
    /// Writes the scripts and gives what the views need of them.
    ///
    /// # Errors
    /// A script cannot be read or written.
    pub fn new(sources: &Sources, linked: &str, assets: &mut Assets, site: &Path) -> io::Result<Self> {
        let scripts = scripts::write(sources, assets, site)?;
        // To a frame without an origin even its own site is a stranger: hashes are checked only on shared answers.
        let sheet = linked.replacen(" crossorigin=\"anonymous\"", "", 1).replacen(
            "<link ",
            "<link crossorigin=\"anonymous\" ",
            1,
        );
        Ok(Self { sheet, scripts })
    }

    /// Every view in every language: address and HTML.
    pub fn pages<'a>(&'a self, sources: &'a Sources) -> impl Iterator<Item = (String, String)> + 'a {
        let guides = sources.library.pages(Language::Fi).iter().map(ServicePage::id);
        let municipalities = sources.data.directory.all().iter().map(|one| View::Contacts(one.code));
        let views = [View::Start, View::Search, View::Choose].into_iter();
        let views = views.chain(guides.map(|id| View::Guide(id.to_owned()))).chain(municipalities);
        views.flat_map(move |view| {
            Language::ALL.map(|language| (view.path(language), self.page(sources, &view, language)))
        })
    }

    /// The pages for web editors: where a snippet is made, and where it is tested.
    pub fn editors<'a>(&'a self, sources: &'a Sources) -> impl Iterator<Item = (String, String)> + 'a {
        let pages = [BUILDER, TESTER].into_iter();
        pages.flat_map(move |page| Language::ALL.map(|language| self.editor(sources, page, language)))
    }

    fn editor(&self, sources: &Sources, page: &str, language: Language) -> (String, String) {
        let texts = &sources.texts[&language];
        let (words, script) = match page {
            BUILDER => (builder::builder(sources, language), &self.scripts.builder),
            _ => (builder::tester(sources, language, sources.data.framed_by()), &self.scripts.tester),
        };
        let html = format!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" \
             content=\"width=device-width, initial-scale=1\">{}<meta name=\"robots\" content=\"noindex\"><meta \
             name=\"color-scheme\" content=\"light dark\"><link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">{}{}\
             <script src=\"/embed/1.js\" defer></script></head>\n<body><main class=\"tuki-main tuki-stack tuki-editor\">{}{words}{}{}\
             </main></body>\n</html>\n",
            language.code(),
            builder::title(page, texts),
            self.sheet,
            script,
            banner(sources.kind, texts),
            builder::foot(texts),
            builder::places(sources),
        );
        (builder::path(page, language), html)
    }

    fn page(&self, sources: &Sources, view: &View, language: Language) -> String {
        let texts = &sources.texts[&language];
        let drawn = views::draw(sources, view, language);
        let code = match view {
            View::Contacts(code) => code.to_string(),
            _ => String::new(),
        };
        let words = banner(sources.kind, texts) + &drawn.words + &foot(sources, view, language);
        let words = outward(&words, texts.get("embed.new_tab"), &code);
        format!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" \
             content=\"width=device-width, initial-scale=1\">{}<meta name=\"robots\" content=\"noindex\"><meta \
             name=\"color-scheme\" content=\"light dark\">{}{}</head>\n<body><article id=\"view\" class=\"tuki-embed \
             tuki-article\" data-municipality=\"{code}\">{words}</article></body>\n</html>\n",
            language.code(),
            element("title", &drawn.title),
            self.sheet,
            self.scripts.frame
        )
    }
}

/// What this site is not, where it is not a county's own.
fn banner(kind: BuildKind, texts: &Texts) -> String {
    let key = match kind {
        BuildKind::County => return String::new(),
        BuildKind::National => "components.national",
        BuildKind::Demo => "components.demo",
    };
    format!("<p class=\"tuki-banner\">{}</p>", escape(texts.get(key)))
}

/// This view in the other languages.
fn languages(view: &View, language: Language) -> String {
    let others = Language::ALL.into_iter().filter(|other| *other != language);
    let link = |other: Language| {
        let code = other.code();
        let href = view.path(other);
        format!("<li><a href=\"{href}\" data-view lang=\"{code}\" hreflang=\"{code}\">{}</a></li>", other.own_name())
    };
    others.map(link).collect()
}

/// Below every view: what went wrong, 112, the other languages, the site itself.
fn foot(sources: &Sources, view: &View, language: Language) -> String {
    let texts = &sources.texts[&language];
    format!(
        "<p id=\"trouble\" class=\"tuki-notice tuki-notice--warning\" role=\"alert\" hidden>{}</p>\
         <footer class=\"tuki-embed__foot\"><p>{} <a href=\"tel:112\">112</a></p><ul class=\"tuki-embed__ways\">{}\
         <li><a href=\"/{}/\">{}</a></li></ul></footer>",
        escape(texts.get("embed.unavailable")),
        escape(texts.get("components.emergency.danger")),
        languages(view, language),
        language.code(),
        escape(texts.get("embed.site")),
    )
}
