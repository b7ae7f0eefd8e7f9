//! "Where do I start?" as folds inside folds: it works without script, and no answer enters an address or the history.

use tukipolku::{
    domain::Language,
    guide::{Library, StartAnswer, StartLeads, StartPlace, StartQuestion, Target},
    i18n::Texts,
};

use crate::{
    article::resolve,
    html::{element, item, link},
};

/// The first question with all that may follow.
pub fn way(library: &Library, texts: &Texts, language: Language) -> String {
    let way = Way { library, texts, language };
    library.start(language).map_or_else(String::new, |first| way.question(first, 2))
}

struct Way<'a> {
    library: &'a Library,
    texts: &'a Texts,
    language: Language,
}

impl Way<'_> {
    /// A question under a heading of this level, its answers as folds of which one is open at a time.
    fn question(&self, question: &StartQuestion, level: u8) -> String {
        let answers: String = question.answers.iter().map(|answer| self.answer(question, answer, level)).collect();
        element(&format!("h{level}"), &question.words) + &answers
    }

    fn answer(&self, question: &StartQuestion, answer: &StartAnswer, level: u8) -> String {
        let inner = match &answer.leads {
            StartLeads::Question(next) => self.question(next, level + 1),
            StartLeads::Places(places) => {
                let links: String = places.iter().map(|place| item(&self.place(place))).collect();
                format!("{}<ul>{links}</ul>", element("p", &answer.advice))
            }
        };
        format!(
            "<details class=\"tuki-details\" name=\"start-{}\">{}<div class=\"tuki-details__body\">{inner}</div></details>",
            question.id,
            element("summary", &answer.words)
        )
    }

    fn place(&self, place: &StartPlace) -> String {
        match place {
            StartPlace::Phone(number) => {
                link(&format!("tel:{number}"), &self.texts.fill("search.call", &[("number", number)]))
            }
            StartPlace::Page(target) => link(&resolve(target.clone(), self.language), self.title(target)),
        }
    }

    fn title(&self, target: &Target) -> &str {
        let page = match target {
            Target::Service(id) => self.library.page(id, self.language).map(|page| page.title.as_str()),
            Target::Text(id) => self.library.text_page(id, self.language).map(|page| page.title.as_str()),
            Target::Route(route) => self.texts.find(&format!("search.way.{}", route.name())),
        };
        page.unwrap_or_default()
    }
}
