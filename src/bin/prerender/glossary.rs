//! The glossary: every explained term in three languages, as finished HTML.

use tukipolku::{domain::Language, guide::Library};

use crate::html::{element, escape};

/// All terms, in the order of the language's own words.
pub fn all(library: &Library, language: Language) -> String {
    let mut terms: Vec<_> = library.terms(language).iter().collect();
    terms.sort_by_key(|(_, term)| term.word.to_lowercase());
    let entries: String = terms
        .into_iter()
        .map(|(id, term)| {
            let others: Vec<String> = Language::ALL
                .into_iter()
                .filter(|other| *other != language)
                .map(|other| word(library, id, other))
                .collect();
            format!(
                "<dt id=\"{id}\">{}</dt><dd>{}<br>{}</dd>",
                escape(&term.word),
                escape(&term.meaning),
                others.join(" · ")
            )
        })
        .collect();
    format!("<dl class=\"tuki-glossary\">{entries}</dl>")
}

/// The same word in another language, marked as such for those who hear the page.
fn word(library: &Library, id: &str, language: Language) -> String {
    let word = library.terms(language).get(id).map_or("", |term| term.word.as_str());
    let code = language.code();
    element("span", word).replacen("<span>", &format!("<span lang=\"{code}\">"), 1)
}
