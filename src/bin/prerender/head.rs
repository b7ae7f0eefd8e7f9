//! The head of a page: title, description, the same page in other languages, what robots may do.

use tukipolku::{domain::Language, routes::Place};

use crate::html::{element, escape};

/// What the head of a page says.
#[derive(Debug)]
pub struct Head<'a> {
    /// The place, for its alternates.
    pub place: Place,
    /// The title of the document.
    pub title: &'a str,
    /// One or two sentences.
    pub description: &'a str,
    /// `https://…` without a slash at the end, or empty for a build that has no origin of its own.
    pub origin: &'a str,
    /// Whether search engines may list the page. National and demonstration builds may not be listed.
    pub indexable: bool,
}

impl Head<'_> {
    /// The tags.
    pub fn html(&self) -> String {
        let robots = if self.indexable { "" } else { "<meta name=\"robots\" content=\"noindex\">" };
        let alternates: String = Language::ALL.into_iter().map(|language| self.alternate(language)).collect();
        format!(
            "{}<meta name=\"description\" content=\"{}\">{robots}{}{alternates}",
            element("title", self.title),
            escape(self.description),
            self.canonical()
        )
    }

    fn canonical(&self) -> String {
        match self.origin {
            "" => String::new(),
            origin => format!("<link rel=\"canonical\" href=\"{origin}{}\">", self.place.path()),
        }
    }

    fn alternate(&self, language: Language) -> String {
        let path = self.place.route.r#in(language).path();
        format!("<link rel=\"alternate\" hreflang=\"{}\" href=\"{}{path}\">", language.code(), self.origin)
    }
}
