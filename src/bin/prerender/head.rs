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
    /// The name of the site.
    pub site: &'a str,
    /// Data about the page for machines (schema.org), as JSON; empty where there is none.
    pub data: &'a str,
}

impl Head<'_> {
    /// The tags.
    pub fn html(&self) -> String {
        let robots = if self.indexable { "" } else { "<meta name=\"robots\" content=\"noindex\">" };
        let alternates: String = Language::ALL.into_iter().map(|language| self.alternate(language)).collect();
        format!(
            "{}<meta name=\"description\" content=\"{}\">{robots}{}{alternates}{}{}",
            element("title", self.title),
            escape(self.description),
            self.canonical(),
            self.open_graph(),
            self.linked_data(),
        )
    }

    fn canonical(&self) -> String {
        let link = |address| format!("<link rel=\"canonical\" href=\"{address}\">");
        self.address().map_or_else(String::new, link)
    }

    /// What a message or a social network shows of a shared page.
    fn open_graph(&self) -> String {
        let locale = match self.place.language {
            Language::Fi => "fi_FI",
            Language::Sv => "sv_FI",
            Language::En => "en_GB",
        };
        let mut tags = vec![("title", self.title), ("description", self.description), ("type", "article")];
        tags.extend([("locale", locale), ("site_name", self.site)]);
        let address = self.address();
        tags.extend(address.as_deref().map(|address| ("url", address)));
        let tag = |(name, value): (&str, &str)| format!("<meta property=\"og:{name}\" content=\"{}\">", escape(value));
        tags.into_iter().map(tag).collect()
    }

    /// A data block: browsers never run it. A `<` is written as an escape, so that no text can end the element.
    fn linked_data(&self) -> String {
        let block =
            |json: &str| format!("<script type=\"application/ld+json\">{}</script>", json.replace('<', "\\u003c"));
        if self.data.is_empty() { String::new() } else { block(self.data) }
    }

    /// The whole address of the page, in a build that has an origin.
    fn address(&self) -> Option<String> {
        (!self.origin.is_empty()).then(|| format!("{}{}", self.origin, self.place.path()))
    }

    fn alternate(&self, language: Language) -> String {
        let path = self.place.route.r#in(language).path();
        format!("<link rel=\"alternate\" hreflang=\"{}\" href=\"{}{path}\">", language.code(), self.origin)
    }
}
