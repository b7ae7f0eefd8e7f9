//! The page where a web editor makes a snippet, and the page that tests one. Each works with a script of its own.

use std::collections::BTreeMap;

use serde_json::json;
use tukipolku::{
    contacts::Municipality,
    domain::Language,
    embed::address::{BUILDER, TESTER},
    i18n::Texts,
    routes::Route,
};

use crate::{
    html::{element, escape, item, link},
    municipalities,
    page::Sources,
};

/// The page with all controls, its preview and the finished snippets.
pub fn builder(sources: &Sources, language: Language) -> String {
    let texts = &sources.texts[&language];
    let said = |key: &str| escape(texts.find(&format!("embed.builder.{key}")).unwrap_or_default());
    let select = |id: &str, options: &[(&str, &str)]| {
        let options: String = options.iter().map(|(value, key)| option(value, &said(key))).collect();
        field(id, &said(id), &format!("<select id=\"{id}\" class=\"tuki-text-field__input\">{options}</select>"))
    };
    let colours: String = ["background", "text", "accent"].iter().map(|id| colour(id, &said(id))).collect();
    format!(
        "<h1>{}</h1><p class=\"tuki-lead\">{}</p>{}{}{}{}{}{}{}{}{}<fieldset id=\"colours\"><legend class=\"tuki-field__label\">{}</legend>{}{colours}\
         <p id=\"verdict\" role=\"status\" data-good=\"{}\" data-bad=\"{}\"></p></fieldset>{}",
        said("title"),
        said("lead"),
        select("what", &[("contacts", "contacts"), ("guide", "guide"), ("search", "search"), ("start", "start")]),
        field("service", &said("service"), &list("service", "", services(sources, language))),
        field("municipality", &said("municipality"), &list("municipality", &said("any"), all(sources, language))),
        checkbox("fixed", &said("fixed")),
        field("lang", &said("language"), &list("lang", "", languages(language))),
        select("scheme", &[("", "system"), ("light", "light"), ("dark", "dark")]),
        select(
            "font",
            &[("", "plain"), ("arial", "arial"), ("verdana", "verdana"), ("humanist", "humanist"), ("serif", "serif")]
        ),
        field("heading", &said("heading"), &list("heading", "", levels())),
        checkbox("narrow", &said("narrow")),
        said("colours"),
        checkbox("own", &said("own")),
        said("contrast_good"),
        said("contrast_bad"),
        results(texts, language),
    )
}

/// Preview, snippets, and what the embedding page can and cannot see.
fn results(texts: &Texts, language: Language) -> String {
    let said = |key: &str| escape(texts.find(&format!("embed.builder.{key}")).unwrap_or_default());
    let code = |id: &str| {
        format!(
            "<textarea id=\"{id}\" class=\"tuki-text-field__input tuki-embed__code\" rows=\"6\" readonly spellcheck=\"false\"></textarea>"
        )
    };
    let list = |name: &str, count: usize| {
        let lines: String = (1..=count).map(|at| item(&said(&format!("{name}_{at}")))).collect();
        format!("<h2>{}</h2><ul>{lines}</ul>", said(name))
    };
    format!(
        "<h2>{}</h2><div id=\"preview\" class=\"tuki-embed__preview\"></div><h2>{}</h2>{}<p><button type=\"button\" \
         class=\"tuki-button\" id=\"copy\">{}</button> <span id=\"copied\" role=\"status\" data-done=\"{}\" data-failed=\"{}\"></span></p>\
         {}{}{}<p>{}</p>",
        said("preview"),
        said("snippet"),
        field("code", &said("code"), &code("code")),
        said("copy"),
        said("copied"),
        said("not_copied"),
        field("frame", &said("frame"), &code("frame")),
        list("sees", 3),
        list("not_sees", 4),
        link(&path(TESTER, language), texts.get("embed.builder.test")),
    )
}

/// The page that tests a snippet.
pub fn tester(sources: &Sources, language: Language, hosts: &[String]) -> String {
    let texts = &sources.texts[&language];
    let said = |key: &str| escape(texts.find(&format!("embed.tester.{key}")).unwrap_or_default());
    let results = ["allowed", "height", "language", "contrast", "channels"].map(|id| {
        format!(
            "<dt>{}</dt><dd id=\"{id}\" data-good=\"{}\" data-bad=\"{}\"></dd>",
            said(id),
            said(&format!("{id}_good")),
            said(&format!("{id}_bad"))
        )
    });
    format!(
        "<h1>{}</h1><p class=\"tuki-lead\">{}</p>{}{}<p><button type=\"button\" class=\"tuki-button\" id=\"test\">{}</button></p>\
         <p id=\"nothing\" class=\"tuki-notice tuki-notice--warning\" role=\"alert\" hidden>{}</p>\
         <div role=\"status\" id=\"results\" hidden><h2>{}</h2><dl class=\"tuki-embed__results\">{}</dl></div>\
         <div id=\"preview\" class=\"tuki-embed__preview\"></div><p>{}</p>{}",
        said("title"),
        said("lead"),
        field(
            "host",
            &said("host"),
            "<input id=\"host\" class=\"tuki-text-field__input\" type=\"url\" autocomplete=\"off\">"
        ),
        field(
            "code",
            &said("code"),
            "<textarea id=\"code\" class=\"tuki-text-field__input tuki-embed__code\" rows=\"6\" spellcheck=\"false\"></textarea>"
        ),
        said("run"),
        said("nothing"),
        said("results"),
        results.concat(),
        link(&path(BUILDER, language), texts.get("embed.tester.builder")),
        data("hosts", &json!(hosts)),
    )
}

/// The address of one of the two pages in a language.
pub fn path(page: &str, language: Language) -> String {
    page.replacen("{language}", language.code(), 1)
}

/// The site's own pages that the links inside snippets lead to, and what frames are called, by language.
pub fn places(sources: &Sources) -> String {
    let of = |language: Language| {
        let texts = &sources.texts[&language];
        let titles = ["contacts", "guide", "start", "search"]
            .map(|kind| (kind, texts.find(&format!("embed.frame.{kind}")).unwrap_or_default().to_owned()));
        let pages = sources.library.pages(language).iter().filter_map(|page| {
            let path = Route::content(page.id())?.r#in(language).path();
            Some((page.id().replace('_', "-"), path))
        });
        let place = |route: Route| route.r#in(language).path();
        let places = json!({
            "contacts": place(Route::Contacts), "start": place(Route::Home), "search": place(Route::Services),
            "titles": BTreeMap::from(titles), "guide": pages.collect::<BTreeMap<_, _>>(),
        });
        (language.code(), places)
    };
    data("places", &json!(BTreeMap::from(Language::ALL.map(of))))
}

/// A block of data. A `<` inside JSON text could end the element early; JSON may write it as an escape.
fn data(id: &str, value: &serde_json::Value) -> String {
    format!("<script type=\"application/json\" id=\"{id}\">{}</script>", value.to_string().replace('<', "\\u003c"))
}

fn field(id: &str, label: &str, control: &str) -> String {
    format!("<div class=\"tuki-field\"><label class=\"tuki-field__label\" for=\"{id}\">{label}</label>{control}</div>")
}

fn checkbox(id: &str, label: &str) -> String {
    format!(
        "<p class=\"tuki-embed__check\"><input type=\"checkbox\" id=\"{id}\"> <label for=\"{id}\">{label}</label></p>"
    )
}

fn colour(id: &str, label: &str) -> String {
    let first = match id {
        "background" => "#ffffff",
        "text" => "#1a1a1a",
        _ => "#0f626b",
    };
    field(id, label, &format!("<input type=\"color\" id=\"{id}\" value=\"{first}\">"))
}

fn option(value: &str, words: &str) -> String {
    format!("<option value=\"{value}\">{words}</option>")
}

fn list(id: &str, empty: &str, options: Vec<(String, String)>) -> String {
    let first = if empty.is_empty() { String::new() } else { option("", empty) };
    let options: String = options.iter().map(|(value, words)| option(value, &escape(words))).collect();
    format!("<select id=\"{id}\" class=\"tuki-text-field__input\">{first}{options}</select>")
}

fn services(sources: &Sources, language: Language) -> Vec<(String, String)> {
    let pages = sources.library.pages(language).iter();
    pages.map(|page| (page.id().replace('_', "-"), page.title.clone())).collect()
}

fn all(sources: &Sources, language: Language) -> Vec<(String, String)> {
    let mut all: Vec<&Municipality> = sources.data.directory.all().iter().collect();
    all.sort_by_key(|one| municipalities::sorting_key(one.names.in_language(language)));
    all.into_iter().map(|one| (one.code.to_string(), one.names.in_language(language).to_owned())).collect()
}

fn languages(first: Language) -> Vec<(String, String)> {
    let mut all = Language::ALL.to_vec();
    all.sort_by_key(|language| *language != first);
    all.into_iter().map(|language| (language.code().to_owned(), language.own_name().to_owned())).collect()
}

/// Below a page's own heading, an embed mostly begins at the second level.
fn levels() -> Vec<(String, String)> {
    [2, 3, 4, 1].map(|level| (level.to_string(), format!("h{level}"))).to_vec()
}

/// 112 and what this site is, as on every page.
pub fn foot(texts: &Texts) -> String {
    format!("<p>{} {}</p>", escape(texts.get("components.emergency.danger")), link("tel:112", "112"))
}

/// The title of a page, as the tab shows it.
pub fn title(page: &str, texts: &Texts) -> String {
    let key = if page == BUILDER { "embed.builder.title" } else { "embed.tester.title" };
    element("title", &format!("{} – {}", texts.get(key), texts.get("app.name")))
}
