//! Markdown that has been checked, and the HTML it becomes. Links name places, not addresses; raw HTML never passes.

use std::collections::BTreeSet;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Parser, Tag, TagEnd, html};

use crate::domain::Language;

use super::{
    content_error::{ContentError, line_at},
    target::{RouteTarget, Target},
    terms::{Term, Terms},
};

/// Gives the address of a place in a language.
pub type Resolver<'a> = dyn Fn(Target, Language) -> String + 'a;

/// Checked Markdown in one language, with the terms that are explained in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose {
    language: Language,
    markdown: String,
    services: BTreeSet<String>,
    explained: Vec<(String, Term)>,
}

/// What links in content may name.
pub(super) struct Known<'a> {
    pub(super) language: Language,
    pub(super) services: &'a BTreeSet<String>,
    pub(super) texts: &'a BTreeSet<String>,
    pub(super) phones: &'a BTreeSet<String>,
    pub(super) terms: &'a Terms,
}

/// Where a piece of Markdown stands, for the words of an error.
pub(super) struct Place<'a> {
    pub(super) file: &'a str,
    pub(super) lines_before: usize,
    pub(super) first_heading: HeadingLevel,
}

impl Prose {
    /// Checks Markdown. `seen` holds the terms that the page has explained already and grows by those explained here.
    pub(super) fn read(
        markdown: &str,
        place: &Place<'_>,
        known: &Known<'_>,
        seen: &mut BTreeSet<String>,
    ) -> Result<Self, Vec<ContentError>> {
        let mut errors = Vec::new();
        let mut explained = Vec::new();
        for (event, range) in Parser::new(markdown).into_offset_iter() {
            if let Err((what, mend)) = check(&event, place, known) {
                let line = place.lines_before + line_at(markdown, range.start);
                errors.push(ContentError::new(place.file, line, what, mend));
            }
            if let Some(id) = term_of(&event).filter(|id| seen.insert((*id).to_owned())) {
                explained.extend(known.terms.get(id).map(|term| (id.to_owned(), term.clone())));
            }
        }
        let (language, services) = (known.language, known.services.clone());
        let prose = Self { language, markdown: markdown.trim().to_owned(), services, explained };
        if errors.is_empty() { Ok(prose) } else { Err(errors) }
    }

    /// The Markdown as it was written.
    pub fn markdown(&self) -> &str {
        &self.markdown
    }

    /// The words alone, without marks and links: for search, for reading indices and for checks.
    pub fn words(&self) -> String {
        let mut words = String::new();
        for event in Parser::new(&self.markdown) {
            match event {
                Event::Text(text) | Event::Code(text) => words.push_str(&text),
                Event::SoftBreak | Event::HardBreak => words.push(' '),
                Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => words.push('\n'),
                _ => {}
            }
        }
        words
    }

    /// Links to places of the site, in the order in which they stand.
    pub fn targets(&self) -> Vec<Target> {
        Parser::new(&self.markdown).filter_map(|event| self.target_of(link_of(&event)?)).collect()
    }

    /// The HTML. A term is explained by a `<details>` right after the block in which the page first uses it.
    pub fn html(&self, resolve: &Resolver<'_>) -> String {
        let mut events = Vec::new();
        let mut depth = 0_usize;
        let mut in_term = false;
        let mut unexplained: Vec<_> = self.explained.iter().collect();
        let mut waiting = Vec::new();
        for event in Parser::new(&self.markdown) {
            depth = depth_after(&event, depth);
            let term = term_of(&event).and_then(|id| unexplained.iter().position(|(known, _)| known == id));
            waiting.extend(term.map(|place| unexplained.remove(place)));
            events.push(self.redirect(event, &mut in_term, resolve));
            if depth == 0 {
                waiting.drain(..).for_each(|(id, term)| events.extend(explanation(id, term)));
            }
        }
        let mut page = String::new();
        html::push_html(&mut page, events.into_iter());
        page
    }

    fn redirect<'a>(&self, event: Event<'a>, in_term: &mut bool, resolve: &Resolver<'_>) -> Event<'a> {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with("term:") => {
                *in_term = true;
                Event::InlineHtml("<span class=\"tuki-term__word\">".into())
            }
            Event::End(TagEnd::Link) if std::mem::take(in_term) => Event::InlineHtml("</span>".into()),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let address = self.target_of(&dest_url).map(|target| resolve(target, self.language));
                let dest_url = address.map_or(dest_url, CowStr::from);
                Event::Start(Tag::Link { link_type, dest_url, title, id })
            }
            // `read` refuses raw HTML. Should any come this way, the reader sees it as text and nothing runs.
            Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
            other => other,
        }
    }

    fn target_of(&self, link: &str) -> Option<Target> {
        if let Some(id) = link.strip_prefix("page:") {
            let kind = if self.services.contains(id) { Target::Service } else { Target::Text };
            return Some(kind(id.to_owned()));
        }
        RouteTarget::from_name(link.strip_prefix("route:")?).map(Target::Route)
    }
}

fn link_of<'a>(event: &'a Event<'_>) -> Option<&'a str> {
    match event {
        Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url),
        _ => None,
    }
}

fn term_of<'a>(event: &'a Event<'_>) -> Option<&'a str> {
    link_of(event)?.strip_prefix("term:")
}

fn depth_after(event: &Event<'_>, depth: usize) -> usize {
    match event {
        Event::Start(_) => depth + 1,
        Event::End(_) => depth - 1,
        _ => depth,
    }
}

fn explanation<'a>(id: &'a str, term: &'a Term) -> [Event<'a>; 5] {
    let open = format!("<details class=\"tuki-term\" id=\"term-{id}\"><summary>");
    [
        Event::Html(open.into()),
        Event::Text(term.word.as_str().into()),
        Event::Html("</summary><p>".into()),
        Event::Text(term.meaning.as_str().into()),
        Event::Html("</p></details>\n".into()),
    ]
}

/// What is wrong, and how to mend it.
type Fault = (String, String);

fn check(event: &Event<'_>, place: &Place<'_>, known: &Known<'_>) -> Result<(), Fault> {
    match event {
        Event::Html(text) | Event::InlineHtml(text) => {
            Err((format!("Raw HTML: {}", text.trim()), "Write it in Markdown.".to_owned()))
        }
        Event::Start(Tag::Image { .. }) => Err(("A picture.".to_owned(), "Content is words only.".to_owned())),
        Event::Start(Tag::Heading { level, .. }) if *level < place.first_heading => {
            Err((format!("A heading of level {level}."), format!("Begin with level {}.", place.first_heading)))
        }
        Event::Start(Tag::Link { dest_url, .. }) => check_link(dest_url, known),
        _ => Ok(()),
    }
}

fn check_link(link: &str, known: &Known<'_>) -> Result<(), Fault> {
    let found = match link.split_once(':') {
        Some(("page", id)) => known.services.contains(id) || known.texts.contains(id),
        Some(("route", name)) => RouteTarget::from_name(name).is_some(),
        Some(("tel", number)) => known.phones.contains(number),
        Some(("term", id)) => known.terms.get(id).is_some(),
        Some(("https", _)) => true,
        _ => false,
    };
    let mend = "Name a page of data/pages.toml, a route, a number of data/national.csv, a term of terms.toml or an https address.";
    if found { Ok(()) } else { Err((format!("The link \"{link}\" leads nowhere."), mend.to_owned())) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read_with(markdown: &str, seen: &mut BTreeSet<String>) -> Result<Prose, Vec<ContentError>> {
        let set = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<BTreeSet<_>>();
        let (services, texts, phones) = (set(&["family_work"]), set(&["privacy"]), set(&["112"]));
        let terms = Terms::of(&[("guardian", "huoltaja", "Se, joka vastaa lapsesta & päättää.")]);
        let known =
            Known { language: Language::Fi, services: &services, texts: &texts, phones: &phones, terms: &terms };
        let place = Place { file: "a.md", lines_before: 10, first_heading: HeadingLevel::H3 };
        Prose::read(markdown, &place, &known, seen)
    }

    fn read(markdown: &str) -> Result<Prose, Vec<ContentError>> {
        read_with(markdown, &mut BTreeSet::new())
    }

    fn html(markdown: &str) -> String {
        let address = |target: Target, language: Language| format!("/{}/{target:?}", language.code());
        read(markdown).unwrap().html(&address)
    }

    #[test]
    fn links_get_their_addresses_from_the_resolver() {
        assert!(html("[a](page:family_work)").contains("href=\"/fi/Service(%22family_work%22)\""));
        assert!(html("[a](page:privacy)").contains("/fi/Text("));
        assert!(html("[a](route:contacts)").contains("/fi/Route(Contacts)"));
        assert!(html("[112](tel:112)").contains("<a href=\"tel:112\">112</a>"));
    }

    #[test]
    fn a_term_is_marked_and_explained_after_its_block_once() {
        let page = html("- [huoltaja](term:guardian)\n- [huoltajat](term:guardian)\n\nLoppu.");
        assert_eq!(page.matches("<span class=\"tuki-term__word\">").count(), 2);
        assert_eq!(page.matches("id=\"term-guardian\"").count(), 1);
        assert!(page.find("</ul>") < page.find("<details") && page.find("</details>") < page.find("Loppu"));
        assert!(page.contains("lapsesta &amp; päättää"));
    }

    #[test]
    fn a_term_that_the_page_has_explained_is_not_explained_again() {
        let mut seen = BTreeSet::from(["guardian".to_owned()]);
        let prose = read_with("[huoltaja](term:guardian)", &mut seen).unwrap();
        assert!(!prose.html(&|_, _| String::new()).contains("<details"));
    }

    #[test]
    fn faults_are_named_with_their_line() {
        for (markdown, line) in [
            ("a\n\n<script>alert(1)</script>", 13),
            ("a <b onclick=x>b</b>", 11),
            ("a\n\n[x](page:nowhere)", 13),
            ("[x](javascript:alert(1))", 11),
            ("[x](tel:123)", 11),
            ("[x](term:nothing)", 11),
            ("## Too high", 11),
            ("![x](https://example.org/x.png)", 11),
        ] {
            let errors = read(markdown).expect_err(markdown);
            assert_eq!(errors[0].line, line, "{markdown}");
        }
    }

    #[test]
    fn raw_html_is_text_even_when_it_was_not_checked() {
        let (markdown, services) = ("<img src=x onerror=y>\n\na <i>b</i>".to_owned(), BTreeSet::new());
        let prose = Prose { language: Language::Fi, markdown, services, explained: Vec::new() };
        let page = prose.html(&|_, _| String::new());
        assert!(!page.contains("<img") && !page.contains("<i>"), "{page}");
        assert!(page.contains("&lt;img"));
    }

    proptest! {
        #[test]
        fn whatever_is_written_nothing_breaks_and_no_element_of_its_own_comes_through(markdown in "[a<>/b\\[\\]():*`# \n!\"=-]{0,80}") {
            let prose = Prose { language: Language::Fi, markdown, services: BTreeSet::new(), explained: Vec::new() };
            let page = prose.html(&|_, _| "/".to_owned());
            prop_assert!(!page.contains("<b") || page.contains("<br") || page.contains("<blockquote"), "{}", page);
            prop_assert!(!page.contains("<a>") && !page.contains("<a/"), "{}", page);
        }
    }

    #[test]
    fn words_are_free_of_marks() {
        assert_eq!(read("**Soita** [112](tel:112).\n\n- a\n- b").unwrap().words(), "Soita 112.\na\nb\n");
    }
}
