//! The two pages outside every language: the choice of language, and "not found" in all three.

use tukipolku::{domain::Language, routes::Route};

use crate::{
    article,
    html::{element, link},
    page::Sources,
};

/// `/`: three links, no redirect.
pub fn languages(style: &str, indexable: bool) -> String {
    let item = |language: Language| {
        let code = language.code();
        let home = Route::Home.r#in(language).path();
        format!("<li><a href=\"{home}\" lang=\"{code}\" hreflang=\"{code}\">{}</a></li>", language.own_name())
    };
    let links: String = Language::ALL.into_iter().map(item).collect();
    let robots = if indexable { "" } else { "<meta name=\"robots\" content=\"noindex\">" };
    bare(style, robots, &format!("{}<ul class=\"tuki-front\">{links}</ul>", element("h1", "Tukipolku")))
}

/// `404.html`: what to do, in three languages, with 112 and the ways to the right page.
pub fn not_found(style: &str, sources: &Sources) -> String {
    let part = |language: Language| {
        let Some(page) = sources.library.text_page("not_found", language) else { return String::new() };
        let texts = &sources.texts[&language];
        let emergency = format!("<p>{} <a href=\"tel:112\">112</a></p>", texts.get("components.emergency.danger"));
        let ways = [Route::Services, Route::Contacts].map(|route| {
            let key = if route == Route::Services { "services" } else { "contacts" };
            link(&route.r#in(language).path(), texts.get(&format!("app.nav.{key}")))
        });
        let words = article::text(page, texts, &[], &sources.library).replace("<h1>", "<h2>").replace("</h1>", "</h2>");
        format!("<section lang=\"{}\">{words}<p>{}</p>{emergency}</section>", language.code(), ways.join(" · "))
    };
    let parts: String = Language::ALL.into_iter().map(part).collect();
    bare(style, "<meta name=\"robots\" content=\"noindex\">", &format!("{}{parts}", element("h1", "404")))
}

fn bare(style: &str, head: &str, words: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"fi\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\"><title>Tukipolku</title>{head}<link rel=\"icon\" \
         href=\"/favicon.svg\" type=\"image/svg+xml\">{style}</head>\n<body><main class=\"tuki-main\">{words}</main>\
         </body>\n</html>\n"
    )
}
