//! What Markdown of a page may hold: no HTML, no pictures, links that lead somewhere, block quotes that tell what changed.

use pulldown_cmark::{Event, Tag};

use super::{
    super::{changed, target::RouteTarget},
    Known, Place,
};

/// What is wrong, and how to mend it.
pub(super) type Fault = (String, String);

/// Checks one event of Markdown, whose source is `markdown`.
pub(super) fn event(event: &Event<'_>, markdown: &str, place: &Place<'_>, known: &Known<'_>) -> Result<(), Fault> {
    match event {
        Event::Html(text) | Event::InlineHtml(text) => {
            Err((format!("Raw HTML: {}", text.trim()), "Write it in Markdown.".to_owned()))
        }
        Event::Start(Tag::Image { .. }) => Err(("A picture.".to_owned(), "Content is words only.".to_owned())),
        Event::Start(Tag::Heading { level, .. }) if *level < place.first_heading => {
            Err((format!("A heading of level {level}."), format!("Begin with level {}.", place.first_heading)))
        }
        Event::Start(Tag::Link { dest_url, .. }) => link(dest_url, known),
        Event::Start(Tag::BlockQuote(_)) => changed_block(markdown, known),
        _ => Ok(()),
    }
}

/// A block quote tells what changed, and says so first: it is the only place where a name that no longer holds may stand.
fn changed_block(markdown: &str, known: &Known<'_>) -> Result<(), Fault> {
    let marker = changed::marker(known.language);
    if markdown.trim_start_matches(['>', ' ']).starts_with(marker) {
        return Ok(());
    }
    Err(("A block quote that does not say what changed.".to_owned(), format!("Begin it with {marker}")))
}

fn link(link: &str, known: &Known<'_>) -> Result<(), Fault> {
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
