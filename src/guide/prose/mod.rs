//! Markdown that has been checked, and the HTML it becomes. Links name places, not addresses; raw HTML never passes.

mod check;

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
    /// The line of the file, counted from one, in which the Markdown begins.
    first_line: usize,
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
            let found = check::event(&event, &markdown[range.clone()], place, known);
            if let Err((what, mend)) = found {
                let line = place.lines_before + line_at(markdown, range.start);
                errors.push(ContentError::new(place.file, line, what, mend));
            }
            if let Some(id) = term_of(&event).filter(|id| seen.insert((*id).to_owned())) {
                explained.extend(known.terms.get(id).map(|term| (id.to_owned(), term.clone())));
            }
        }
        let (language, services) = (known.language, known.services.clone());
        let begin = markdown.len() - markdown.trim_start().len();
        let first_line = place.lines_before + line_at(markdown, begin);
        let prose = Self { language, markdown: markdown.trim().to_owned(), first_line, services, explained };
        if errors.is_empty() { Ok(prose) } else { Err(errors) }
    }

    /// The Markdown as it was written.
    pub fn markdown(&self) -> &str {
        &self.markdown
    }

    /// The lines of the Markdown with their numbers in the file.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.markdown.lines().enumerate().map(|(place, line)| (self.first_line + place, line))
    }

    /// The line of the file in which the Markdown begins.
    pub fn first_line(&self) -> usize {
        self.first_line
    }

    /// The words alone, without marks and links: for search and for checks.
    pub fn words(&self) -> String {
        words_of(&self.markdown)
    }

    /// The words without headings: what a reader reads in sentences.
    pub fn running_words(&self) -> String {
        let lines: Vec<&str> = self.markdown.lines().filter(|line| !line.starts_with('#')).collect();
        words_of(&lines.join("\n"))
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

/// The words of Markdown, a line for each paragraph, heading and item.
pub(super) fn words_of(markdown: &str) -> String {
    let mut words = String::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => words.push('\n'),
            _ => {}
        }
    }
    words
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

#[cfg(test)]
mod tests;
