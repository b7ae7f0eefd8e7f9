//! The page of the search: the field for those with script, and every page and every word for everybody.

use std::{collections::BTreeMap, io, sync::Arc};

use tukipolku::{
    domain::Language,
    guide::{Library, Target},
    i18n::Texts,
    routes::Route,
    search::{Entry, entries, make_index},
};

use crate::{
    article::resolve,
    assets::{Assets, integrity},
    html::{element, escape, item, link},
    municipalities::{place_of, sorting_key},
    settings::Settings,
};

/// The files of the search.
#[derive(Debug)]
pub struct Finder {
    /// Attributes of the field's frame, by which the loader finds script and index. `None` when the program was not built:
    /// then the page is its lists.
    attributes: BTreeMap<Language, String>,
    entries: BTreeMap<Language, Vec<Entry>>,
}

impl Finder {
    /// Takes over the program, writes an index of each language.
    ///
    /// # Errors
    /// A file cannot be read or written.
    pub fn write(
        settings: &Settings,
        library: &Library,
        texts: &BTreeMap<Language, Arc<Texts>>,
        assets: &mut Assets,
    ) -> io::Result<Self> {
        let mut finder = Self { attributes: BTreeMap::new(), entries: BTreeMap::new() };
        if settings.finder.is_dir() {
            assets.adopt_all(&settings.staging, &settings.finder)?;
        }
        for (&language, texts) in texts {
            let found = entries(library, texts, language);
            let index = make_index(language, &found, |id| address(id, library, language));
            let at =
                assets.write(&settings.staging, &format!("search.{}", language.code()), "txt", index.as_bytes())?;
            finder.entries.insert(language, found);
            let Some(script) = assets.address("finder.js").map(str::to_owned) else { continue };
            let program = integrity(&std::fs::read(settings.staging.join(&script[1..]))?);
            let attributes = format!(
                "data-finder=\"{script}\" data-finder-integrity=\"{program}\" data-index=\"{at}\" data-index-integrity=\"{}\"",
                integrity(index.as_bytes())
            );
            finder.attributes.insert(language, attributes);
        }
        Ok(finder)
    }
}

/// The address of what the index calls by its name.
fn address(id: &str, library: &Library, language: Language) -> String {
    let place = |route: Route| route.r#in(language).path();
    match id {
        "contacts" => place(Route::Contacts),
        "form" => place(Route::Form),
        "saved" => place(Route::Saved),
        _ if library.page(id, language).is_some() => resolve(Target::Service(id.to_owned()), language),
        _ => resolve(Target::Text(id.to_owned()), language),
    }
}

/// Everything on the page below its first words.
pub fn screen(finder: &Finder, library: &Library, texts: &Texts, language: Language) -> String {
    let field =
        finder.attributes.get(&language).map_or_else(String::new, |attributes| field(attributes, texts, language));
    let entries = &finder.entries[&language];
    let to = |entry: &Entry| link(&address(&entry.id, library, language), &entry.title);
    format!(
        "{field}{}<ul class=\"tuki-columns\">{}</ul>{}{}<div class=\"tuki-municipalities\">{}</div>",
        element("h2", texts.get("search.list.pages")),
        pages(entries, &to),
        element("h2", texts.get("search.list.words")),
        element("p", texts.get("search.list.words_lead")),
        words(entries, &to)
    )
}

/// The field, the place for results, and what is offered when there are none.
fn field(attributes: &str, texts: &Texts, language: Language) -> String {
    let data: String =
        ["search.why.title", "search.why.words", "search.why.page", "search.count.one", "search.count.other"]
            .iter()
            .map(|key| {
                let name = key.rsplit('.').next().unwrap_or_default();
                format!(" data-{name}=\"{}\"", escape(texts.get(key)))
            })
            .collect();
    format!(
        "<div role=\"search\" class=\"tuki-finder\" {attributes}{data}>\
         <label class=\"tuki-field__label\" for=\"finder\">{}</label><p class=\"tuki-field__hint\" id=\"finder-hint\">{}</p>\
         <input class=\"tuki-text-field__input\" id=\"finder\" type=\"search\" aria-describedby=\"finder-hint\" \
         autocomplete=\"off\" autocapitalize=\"none\" spellcheck=\"false\" enterkeyhint=\"search\" maxlength=\"200\">\
         <p role=\"status\"></p><p data-failed hidden>{}</p>\
         <ul class=\"tuki-cards\" data-results aria-label=\"{}\"></ul><div data-nothing hidden>{}</div>\
         <template><li class=\"tuki-cards__item\"><a class=\"tuki-cards__link\"></a><p class=\"tuki-cards__text\"></p>\
         <p class=\"tuki-quiet\"></p></li></template></div>",
        escape(texts.get("search.label")),
        escape(texts.get("search.hint")),
        escape(texts.get("search.failed")),
        escape(texts.get("search.results")),
        nothing(texts, language)
    )
}

/// Nobody is left with an empty list: other ways to a page, and people to ask.
fn nothing(texts: &Texts, language: Language) -> String {
    let text = |id: &str| resolve(Target::Text(id.to_owned()), language);
    let ways = [
        link(&text("start"), texts.get("search.nothing.start")),
        link(&Route::Contacts.r#in(language).path(), texts.get("search.nothing.contacts")),
        link(&text("help"), texts.get("search.nothing.help")),
        format!("{} {}", escape(texts.get("search.nothing.danger")), link("tel:112", "112")),
    ];
    format!(
        "{}{}<ul>{}</ul>",
        element("h2", texts.get("search.nothing.title")),
        element("p", texts.get("search.nothing.lead")),
        ways.iter().map(|way| item(way)).collect::<String>()
    )
}

/// Every page by its title.
fn pages(entries: &[Entry], to: &dyn Fn(&Entry) -> String) -> String {
    let mut sorted: Vec<&Entry> = entries.iter().collect();
    sorted.sort_by_key(|entry| sorting_key(&entry.title));
    sorted.into_iter().map(|entry| item(&to(entry))).collect()
}

/// Every word that people use, with the pages that tell about it: a fold for each first letter.
fn words(entries: &[Entry], to: &dyn Fn(&Entry) -> String) -> String {
    let mut by_word = BTreeMap::<Vec<usize>, (&str, Vec<String>)>::new();
    for (entry, word) in entries.iter().flat_map(|entry| entry.words.iter().map(move |word| (entry, word))) {
        by_word.entry(sorting_key(word)).or_insert((word, Vec::new())).1.push(to(entry));
    }
    let mut by_letter = BTreeMap::<usize, (char, String)>::new();
    for (word, pages) in by_word.into_values() {
        let Some(letter) = word.chars().next() else { continue };
        let line = item(&format!("{}: {}", escape(word), pages.join(", ")));
        by_letter.entry(place_of(letter)).or_insert_with(|| (letter, String::new())).1.push_str(&line);
    }
    let fold = |(letter, lines): (char, String)| {
        let letter = letter.to_uppercase().to_string();
        format!("<details class=\"tuki-details\">{}<ul>{lines}</ul></details>", element("summary", &letter))
    };
    by_letter.into_values().map(fold).collect()
}
