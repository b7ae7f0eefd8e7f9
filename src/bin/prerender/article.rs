//! The words of guide and text pages as finished HTML.

use tukipolku::{
    contacts::HelpLine,
    domain::Language,
    guide::{LawReference, Library, Resolver, RouteTarget, Section, ServicePage, Target, TextPage, Way},
    i18n::{Texts, dates},
    routes::{Place, Route},
};

use crate::{
    county::CountyGuide,
    glossary, help,
    html::{element, escape, item, link},
    ticks,
};

/// Where a guide page is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// On our own site: with a list of contents, ticks and tools.
    OnSite,
    /// In a frame on somebody else's page. There a step within the page would be a step in the host's history, and what is
    /// ticked would have nowhere to go.
    InFrame,
}

/// The address of whatever content links to.
pub fn resolve(target: Target, language: Language) -> String {
    let route = match target {
        Target::Service(id) | Target::Text(id) => Route::content(&id),
        Target::Route(RouteTarget::Contacts) => Some(Route::Contacts),
        Target::Route(RouteTarget::Form) => Some(Route::Form),
        Target::Route(RouteTarget::Saved) => Some(Route::Saved),
        Target::Route(RouteTarget::Safety) => Route::content("safety"),
        Target::Route(RouteTarget::Services) => Some(Route::Services),
    };
    route.map_or_else(|| "/404.html".to_owned(), |route| Place { language, route }.path())
}

/// A guide page: title, summary, contents, sections, laws, who answers for it.
pub fn service(
    page: &ServicePage,
    texts: &Texts,
    help_lines: &[HelpLine],
    county: Option<&CountyGuide>,
    stands: Stands,
) -> String {
    let here = |words: fn(&ServicePage, &Texts) -> String| match stands {
        Stands::OnSite => words(page, texts),
        Stands::InFrame => String::new(),
    };
    let lines = if page.entry.safety { help::at_the_top(help_lines, page.language, texts) } else { String::new() };
    let parts = page.sections.iter().map(|part| {
        let ticks = if part.kind.name() == "do" { here(ticks::draw) } else { String::new() };
        section(part, page, texts, county, &ticks)
    });
    let sections: String = parts.collect();
    format!(
        "{}{}<p class=\"tuki-lead\">{}</p>{lines}{}{sections}{}{}{}",
        title(page, stands),
        easy_note(page, texts),
        escape(&page.summary),
        here(contents),
        contact(page, texts),
        here(|_, texts| tools(texts)),
        about_text(page, texts),
    )
}

/// The heading; in a frame the script moves the focus to it when a view takes the place of another.
fn title(page: &ServicePage, stands: Stands) -> String {
    match stands {
        Stands::OnSite => element("h1", &page.title),
        Stands::InFrame => format!("<h1 tabindex=\"-1\">{}</h1>", escape(&page.title)),
    }
}

/// A text page: title, then its words. The page of help lines ends with all of them, the glossary with all terms.
pub fn text(page: &TextPage, texts: &Texts, help_lines: &[HelpLine], library: &Library) -> String {
    let lines = match page.id.as_str() {
        "help" => help::all(help_lines, page.language, texts),
        "glossary" => glossary::all(library, page.language),
        _ => String::new(),
    };
    let words = page.html(&|target, language| resolve(target, language));
    format!("{}{words}{lines}", element("h1", &page.title))
}

/// The list of guide pages, those in easy language apart, and the way to the glossary.
pub fn services(library: &Library, language: Language, texts: &Texts) -> String {
    let cards = |easy: bool| {
        let pages = library.pages(language).iter().filter(|page| page.entry.easy == easy);
        let cards: String = pages.map(|page| service_card(page, language)).collect();
        format!("<ul class=\"tuki-cards\">{cards}</ul>")
    };
    let head = format!(
        "{}<p class=\"tuki-lead\">{}</p>",
        element("h1", texts.get("app.services.title")),
        escape(texts.get("app.services.lead"))
    );
    let easy = element("h2", texts.get("app.services.easy"));
    format!("{head}{}{easy}{}{}", cards(false), cards(true), glossary_link(library, language))
}

fn glossary_link(library: &Library, language: Language) -> String {
    let href = resolve(Target::Text("glossary".to_owned()), language);
    let page = library.text_page("glossary", language);
    page.map_or_else(String::new, |page| format!("<p>{}: {}</p>", link(&href, &page.title), escape(&page.summary)))
}

fn service_card(page: &ServicePage, language: Language) -> String {
    let href = resolve(Target::Service(page.id().to_owned()), language);
    format!(
        "<li class=\"tuki-cards__item\"><a class=\"tuki-cards__link\" href=\"{href}\">{}</a><p class=\"tuki-cards__text\">{}</p></li>",
        escape(&page.title),
        escape(&page.summary)
    )
}

/// What an easy page is, and that nobody from outside has reviewed it.
fn easy_note(page: &ServicePage, texts: &Texts) -> String {
    let note = || format!("<p class=\"tuki-quiet\">{}</p>", escape(texts.get("guide.easy")));
    if page.entry.easy { note() } else { String::new() }
}

/// Who answers: the way to the contacts of the chosen municipality, and what to look for there.
fn contact(page: &ServicePage, texts: &Texts) -> String {
    let service = texts.find(&format!("contacts.service.{}", page.entry.leads_to.id())).unwrap_or_default();
    let lead = texts.fill("guide.contact", &[("service", service)]);
    let href = resolve(Target::Route(RouteTarget::Contacts), page.language);
    format!(
        "<section id=\"contact\">{}<p>{}</p><p>{}</p></section>",
        element("h2", texts.get("guide.section.contact")),
        escape(&lead),
        link(&href, texts.get("app.contact.choose_link"))
    )
}

fn contents(page: &ServicePage, texts: &Texts) -> String {
    let heading = texts.get("guide.on_this_page");
    let items: String = page
        .sections
        .iter()
        .map(|part| (part.kind.name(), heading_of(part, texts)))
        .chain([("contact", texts.get("guide.section.contact"))])
        .map(|(id, words)| item(&link(&format!("#{id}"), words)))
        .collect();
    format!("<nav class=\"tuki-toc\" aria-label=\"{}\"><ul>{items}</ul></nav>", escape(heading))
}

fn heading_of<'a>(part: &Section, texts: &'a Texts) -> &'a str {
    let key = format!("guide.section.{}", part.kind.name());
    texts.find(&key).unwrap_or_default()
}

/// A section; `ticks` is what stands at its end.
fn section(part: &Section, page: &ServicePage, texts: &Texts, county: Option<&CountyGuide>, ticks: &str) -> String {
    let resolver: &Resolver<'_> = &|target, language| resolve(target, language);
    let national = part.html(resolver);
    let words = match county.and_then(|county| county.part(page, part.kind, texts)) {
        Some((Way::Replaces, own)) => own,
        Some((Way::Adds, own)) => national + &own,
        None => national,
    };
    let laws = if part.kind.name() == "background" { laws(page, texts) } else { String::new() };
    format!(
        "<section id=\"{}\">{}{}{laws}{ticks}</section>",
        part.kind.name(),
        element("h2", heading_of(part, texts)),
        words
    )
}

/// Acts and sections as data: name, sections, link to the statute, date checked.
fn laws(page: &ServicePage, texts: &Texts) -> String {
    let items: String = page.entry.laws.iter().map(|law| item(&law_line(law, page.language, texts))).collect();
    format!("<ul class=\"tuki-laws\">{items}</ul><p class=\"tuki-quiet\">{}</p>", escape(texts.get("guide.law_change")))
}

fn law_line(law: &LawReference, language: Language, texts: &Texts) -> String {
    let act = format!("{} ({})", law.act.name(language), law.act.number);
    let name = match law.sections.as_slice() {
        [] => act,
        [one] => texts.fill("guide.law_section.one", &[("act", &act), ("section", one)]),
        several => texts.fill("guide.law_section.other", &[("act", &act), ("section", &several.join(", "))]),
    };
    let checked = texts.fill("guide.law_checked", &[("date", &dates::date(texts, law.act.checked))]);
    let note = texts.get("guide.law_language");
    let address = law.act.address(language).unwrap_or_default();
    format!("{} <small>{} {}</small>", link(&address, &name), escape(note), escape(&checked))
}

/// Print and share. The loader does both, so that no program is needed; the style sheet hides them where there is no script.
fn tools(texts: &Texts) -> String {
    let button = |tool: &str| {
        let words = escape(texts.find(&format!("guide.tools.{tool}")).unwrap_or_default());
        format!(
            "<button type=\"button\" class=\"tuki-button tuki-button--secondary\" data-tool=\"{tool}\">{words}</button> "
        )
    };
    let said = escape(texts.get("guide.tools.shared"));
    let buttons = ["print", "share"].map(button).concat();
    format!("<div class=\"tuki-tools\">{buttons}<span role=\"status\" data-said=\"{said}\"></span></div>")
}

/// Who answers for the text, and when it was last read against its facts.
fn about_text(page: &ServicePage, texts: &Texts) -> String {
    let owner = texts.find(&format!("guide.owner.{}", page.entry.owner)).unwrap_or_default();
    let checked = texts.fill("guide.checked", &[("date", &dates::date(texts, page.checked))]);
    format!(
        "<footer class=\"tuki-quiet\">{}<p>{}<br>{}</p></footer>",
        element("h2", texts.get("guide.owner.label")),
        escape(owner),
        escape(&checked)
    )
}
