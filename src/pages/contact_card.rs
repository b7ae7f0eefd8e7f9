//! Who answers in the chosen municipality for one kind of matter.

use leptos::prelude::*;

use crate::{
    components::{
        ContactKind, ContactLine, ContactValues, Details, Freshness as FreshnessWords, LinkButton, texts,
        texts::{t, t_fill},
    },
    contacts::{Channel, ContactPoint, Exception, Hours, OpenStatus, Opening, Way, card_for, social_emergency},
    domain::{ContactService, Freshness, Language, calendar::HelsinkiTime},
    i18n::{Texts, dates},
    pages::{choice::Choice, emergency::bare, shared::Shared},
    routes::Route,
};

/// The contacts of the chosen municipality for a service, or the way to choose one.
#[component]
pub fn ChosenContacts(
    /// The kind of matter.
    service: ContactService,
) -> AnyView {
    let shared = Shared::here();
    let view = move || match shared.choice.get() {
        Some(choice) => card(&choice, service, shared),
        None => invitation(shared.language()),
    };
    view! { <section class="tuki-card" id="contact">{view}</section> }.into_any()
}

fn invitation(language: Language) -> AnyView {
    view! {
        <h2 class="tuki-card__title">{t("app.contact.title")}</h2>
        <p>{t("contacts.find.intro")}</p>
        <LinkButton words=t("app.contact.choose_link") href=Route::Contacts.r#in(language).path()/>
    }
    .into_any()
}

/// The card of one service.
pub fn card(choice: &Choice, service: ContactService, shared: Shared) -> AnyView {
    let card = card_for(&choice.county, choice.code(), service, shared.today.get());
    let note = match (card.has_number(), card.has_confirmed_number()) {
        (false, _) => Some(t("contacts.card.no_number")),
        (true, false) => Some(t("contacts.card.site_first")),
        (true, true) => None,
    };
    let unanswered = card.has_number().then(|| unanswered(choice, service, shared));
    let lines: Vec<AnyView> = card.ways.into_iter().map(|way| line(way, choice, shared)).collect();
    view! {
        <h2 class="tuki-card__title">{t(&format!("contacts.service.{}", service.id()))}</h2>
        {note.map(|note| view! { <p>{note}</p> })}
        <ul class="tuki-contacts">{lines}</ul>
        {unanswered}
    }
    .into_any()
}

/// What else to try when a number does not answer: the social emergency service's number is at hand.
fn unanswered(choice: &Choice, service: ContactService, shared: Shared) -> AnyView {
    let emergency = (service != ContactService::SocialEmergency)
        .then(|| social_emergency(&choice.county, choice.code(), shared.today.get()))
        .filter(|way| way.phone().is_some())
        .map(|way| view! { <ul class="tuki-contacts">{line(way, choice, shared)}</ul> });
    view! {
        <Details summary=t("contacts.unanswered.title")>
            <p>{t("contacts.unanswered.help")}</p>
            {emergency}
        </Details>
    }
    .into_any()
}

fn line(way: Way, choice: &Choice, shared: Shared) -> AnyView {
    let values = match way {
        Way::CountySite { url } => ContactValues {
            kind: ContactKind::Web,
            label: in_languages(
                t_fill("contacts.card.site", &[("name", choice.county_name(shared.language()))]),
                &choice.county.languages,
                shared.language(),
            ),
            text: bare(&url),
            href: Some(url),
            hours: Vec::new(),
            freshness: None,
        },
        Way::Contact { contact, freshness } => contact_values(&contact, freshness, shared),
    };
    view! { <ContactLine values/> }.into_any()
}

fn contact_values(contact: &ContactPoint, freshness: Freshness, shared: Shared) -> ContactValues {
    let language = shared.language();
    let (text, href) = link_of(&contact.channel);
    ContactValues {
        kind: kind(&contact.channel),
        label: label(contact, language),
        text,
        href,
        hours: notes(contact, shared, language),
        freshness: Some(freshness_words(contact, freshness)),
    }
}

fn label(contact: &ContactPoint, language: Language) -> String {
    let label = contact.label.in_language(language).to_owned();
    if matches!(contact.channel, Channel::Web(_)) { in_languages(label, &contact.languages, language) } else { label }
}

/// Says the languages of a page before its link, when the reader's own is not among them.
fn in_languages(label: String, codes: &[String], language: Language) -> String {
    let names = language_names(codes);
    if names.is_empty() || codes.iter().any(|code| code == language.code()) {
        return label;
    }
    t_fill("contacts.card.in_languages", &[("label", &label), ("languages", &names)])
}

/// Languages by name, as far as we have a word for them.
fn language_names(codes: &[String]) -> String {
    let words = texts::texts();
    let names: Vec<&str> = codes.iter().filter_map(|code| words.find(&format!("contacts.language.{code}"))).collect();
    names.join(", ")
}

fn kind(channel: &Channel) -> ContactKind {
    match channel {
        Channel::Phone(_) => ContactKind::Phone,
        Channel::Web(_) => ContactKind::Web,
        Channel::Visit(_) | Channel::Address(_) => ContactKind::Place,
        Channel::Email(_) => ContactKind::Mail,
    }
}

/// What is shown for a channel, and where it leads.
pub fn link_of(channel: &Channel) -> (String, Option<String>) {
    match channel {
        Channel::Phone(number) => (number.to_string(), number.tel()),
        Channel::Web(url) => (bare(url), Some(url.clone())),
        Channel::Visit(place) | Channel::Address(place) => (place.clone(), None),
        Channel::Email(address) => (address.clone(), Some(format!("mailto:{address}"))),
    }
}

/// Lines under a contact: open now or not (once the browser has told the time), the week, cost, what to beware of.
fn notes(contact: &ContactPoint, shared: Shared, language: Language) -> Vec<String> {
    let words = texts::texts();
    let mut lines = Vec::new();
    if let Some(hours) = &contact.hours {
        let status = shared.now.get().map(|now| (now, hours.status(now)));
        lines.extend(status.and_then(|(now, status)| open_words(status, now, &words)));
        let closed = matches!(status, Some((_, OpenStatus::OpensAt(_))));
        if closed && contact.service != ContactService::SocialEmergency {
            lines.push(t("contacts.hours.meanwhile"));
        }
        lines.extend(hours_lines(hours, &words));
        lines.extend(hours.exceptions_from(shared.today.get()).map(|exception| exception_line(exception, &words)));
    }
    let cost = contact.call_cost.as_ref();
    lines.extend(cost.map(|cost| t_fill("contacts.card.cost", &[("cost", cost.in_language(language))])));
    let languages = language_names(&contact.languages);
    if !languages.is_empty() && !matches!(contact.channel, Channel::Web(_)) {
        lines.push(t_fill("contacts.card.languages", &[("languages", &languages)]));
    }
    if contact.source.contains("://") {
        lines.push(t_fill("contacts.card.source", &[("name", &bare(&contact.source))]));
    }
    match &contact.channel {
        Channel::Phone(number) if number.is_demo() => lines.push(t("contacts.card.demo_number")),
        Channel::Email(_) => lines.push(t("contacts.card.email_warning")),
        _ => {}
    }
    lines
}

fn open_words(status: OpenStatus, now: HelsinkiTime, words: &Texts) -> Option<String> {
    let time = |then| dates::moment(words, now, then);
    match status {
        // The line of hours says it already, or nothing is known.
        OpenStatus::AlwaysOpen | OpenStatus::Unknown => None,
        OpenStatus::OpenUntil(end) => Some(words.fill("contacts.hours.open_until", &[("time", &time(end))])),
        OpenStatus::OpensAt(start) => Some(words.fill("contacts.hours.opens", &[("time", &time(start))])),
    }
}

/// The week in words, a line for each run of days.
fn hours_lines(hours: &Hours, words: &Texts) -> Vec<String> {
    if matches!(hours, Hours::Always) {
        return vec![words.get("contacts.hours.always").to_owned()];
    }
    let line = |opening: &Opening| {
        let days = dates::weekdays(words, opening.first, opening.last);
        let times = dates::times(words, opening.span.from, opening.span.to);
        words.fill("contacts.hours.line", &[("days", &days), ("times", &times)])
    };
    hours.openings().iter().map(line).collect()
}

/// A day that differs from its weekday: open at other times, or closed.
fn exception_line(exception: &Exception, words: &Texts) -> String {
    let date = dates::date_with_weekday(words, exception.date);
    match exception.span {
        Some(span) => {
            let times = dates::times(words, span.from, span.to);
            words.fill("contacts.hours.exception_open", &[("date", &date), ("times", &times)])
        }
        None => words.fill("contacts.hours.exception_closed", &[("date", &date)]),
    }
}

fn freshness_words(contact: &ContactPoint, freshness: Freshness) -> FreshnessWords {
    let words = texts::texts();
    let date = dates::source_date(&words, contact.checked).unwrap_or_default();
    let unconfirmed = if contact.channel.phone().is_some() { "number_unconfirmed" } else { "page_unconfirmed" };
    let key = match freshness {
        Freshness::Fresh => "checked",
        Freshness::Amber => "amber",
        Freshness::Unconfirmed => unconfirmed,
    };
    let words = words.fill(&format!("contacts.card.{key}"), &[("date", &date)]);
    FreshnessWords { words, fresh: freshness == Freshness::Fresh }
}
