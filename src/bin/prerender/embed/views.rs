//! The words of each framed view as finished HTML.

use std::sync::Arc;

use leptos::prelude::*;
use tukipolku::{
    contacts::Municipality,
    domain::{Language, MunicipalityCode},
    embed::{self, address::View},
    i18n::Texts,
    pages::shared::{Shared, Start},
    routes::Route,
};

use crate::{
    article,
    html::{element, escape, item},
    municipalities,
    page::Sources,
};

/// A view before its links are turned outward.
pub struct Drawn {
    /// The title of the document.
    pub title: String,
    /// What stands in the frame.
    pub words: String,
}

/// Draws one view in one language.
pub fn draw(sources: &Sources, view: &View, language: Language) -> Drawn {
    let texts = &sources.texts[&language];
    let named = |title: &str, words| Drawn { title: format!("{title} – {}", texts.get("app.name")), words };
    match view {
        View::Start => named(texts.get("embed.start.title"), start(language, texts)),
        View::Search => named(texts.get("embed.search.title"), search(sources, language, texts)),
        View::Guide(id) => {
            let page = sources.library.page(id, language);
            page.map_or_else(
                || named(id, String::new()),
                |page| {
                    let data = &sources.data;
                    let words = article::service(
                        page,
                        texts,
                        &data.help_lines,
                        data.county_guide.as_ref(),
                        article::Stands::InFrame,
                    );
                    named(&page.title, guide(&words, language, texts))
                },
            )
        }
        View::Choose => named(texts.get("embed.choose.title"), choose(sources, language, texts)),
        View::Contacts(code) => contacts(sources, *code, language, texts),
    }
}

fn head(title: &str, lead: &str) -> String {
    format!("<h1 tabindex=\"-1\">{}</h1><p class=\"tuki-lead\">{}</p>", escape(title), escape(lead))
}

/// A link to another view, which takes the place of this one in the frame.
fn inside(view: &View, language: Language, words: &str) -> String {
    format!("<a href=\"{}\" data-view>{}</a>", view.path(language), escape(words))
}

fn start(language: Language, texts: &Texts) -> String {
    let form = Route::Form.r#in(language).path();
    format!(
        "{}<ul class=\"tuki-embed__list\">{}{}{}</ul>",
        head(texts.get("embed.start.title"), texts.get("embed.start.lead")),
        item(&inside(&View::Choose, language, texts.get("embed.start.contacts"))),
        item(&inside(&View::Search, language, texts.get("embed.start.services"))),
        item(&format!("<a href=\"{form}\">{}</a>", escape(texts.get("embed.start.form")))),
    )
}

/// A field, and the pages it shortens. Without the script the whole list stands there.
fn search(sources: &Sources, language: Language, texts: &Texts) -> String {
    let pages = sources.library.pages(language).iter().map(|page| {
        let link = inside(&View::Guide(page.id().to_owned()), language, &page.title);
        item(&format!("{link}<p class=\"tuki-cards__text\">{}</p>", escape(&page.summary)))
    });
    format!(
        "{}<p class=\"tuki-field\"><label class=\"tuki-field__label\" for=\"search\">{}</label><input id=\"search\" \
         class=\"tuki-text-field__input\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\"></p>\
         <p id=\"found\" role=\"status\" data-none=\"{}\" data-one=\"{}\" data-other=\"{}\"></p>\
         <ul id=\"pages\" class=\"tuki-embed__list\">{}</ul>",
        head(texts.get("embed.search.title"), texts.get("embed.search.lead")),
        escape(texts.get("embed.search.label")),
        escape(texts.get("embed.search.none")),
        escape(texts.get("embed.search.found.one")),
        escape(texts.get("embed.search.found.other")),
        pages.collect::<String>(),
    )
}

/// A guide page, and the ways to other views.
fn guide(words: &str, language: Language, texts: &Texts) -> String {
    format!(
        "{words}<ul class=\"tuki-embed__list\">{}{}</ul>",
        item(&inside(&View::Choose, language, texts.get("embed.guide.contacts"))),
        item(&inside(&View::Search, language, texts.get("embed.guide.all"))),
    )
}

/// A list of municipalities and a button; a change of the list alone does nothing, so that keys can walk through it.
fn choose(sources: &Sources, language: Language, texts: &Texts) -> String {
    let mut all: Vec<&Municipality> = sources.data.directory.all().iter().collect();
    all.sort_by_key(|one| municipalities::sorting_key(one.names.in_language(language)));
    let options = all.into_iter().map(|one| {
        let path = View::Contacts(one.code).path(language);
        format!("<option value=\"{path}\">{}</option>", escape(one.names.in_language(language)))
    });
    let site = Route::Contacts.r#in(language).path();
    format!(
        "{}<div class=\"tuki-embed__choose\"><label class=\"tuki-field__label\" for=\"municipality\">{}</label><select \
         id=\"municipality\" class=\"tuki-text-field__input\" autocomplete=\"off\"><option value=\"\">{}</option>{}</select>\
         <button type=\"button\" class=\"tuki-button\" data-show>{}</button></div><p><a href=\"{site}\">{}</a></p>",
        head(texts.get("embed.choose.title"), texts.get("contacts.find.intro")),
        escape(texts.get("embed.choose.label")),
        escape(texts.get("embed.choose.empty")),
        options.collect::<String>(),
        escape(texts.get("embed.choose.show")),
        escape(texts.get("embed.choose.search")),
    )
}

fn contacts(sources: &Sources, code: MunicipalityCode, language: Language, texts: &Arc<Texts>) -> Drawn {
    let Some(choice) = sources.choice(code) else {
        return Drawn {
            title: texts.get("app.title.contacts").to_owned(),
            words: element("h1", texts.get("app.contact.title")),
        };
    };
    let owner = Owner::new_root(None);
    let cards = owner.with(|| {
        let shared = Shared::new(Start {
            place: Route::Municipality(code).r#in(language),
            kind: sources.kind,
            built: sources.built,
            exit: String::new(),
            files: String::new(),
            choice: Some(choice.clone()),
        });
        provide_context(shared);
        provide_context(Arc::clone(texts));
        // Nothing adopts this page, so it needs no marks between its texts.
        embed::contacts(&choice, shared).to_html().replace("<!>", "")
    });
    owner.unset_with_forced_cleanup();
    let ways = format!(
        "<ul class=\"tuki-embed__list\"><li data-change>{}</li>{}</ul>",
        inside(&View::Choose, language, texts.get("embed.contacts.change")),
        item(&inside(&View::Search, language, texts.get("embed.contacts.services"))),
    );
    let title = texts.fill("app.title.municipality", &[("name", choice.name(language))]);
    Drawn { title, words: cards + &ways }
}
