//! Going from place to place: fetch what the next page needs, then show it, then set title, language and focus.

use std::{pin::Pin, sync::Arc};

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{
        files::{FetchedPage, fetch_page},
        later,
        navigation::{self, Target, Visit},
        page,
    },
    i18n::Texts,
    pages::{loading, shared::Shared},
    routes::{Place, Route},
};

/// Follows a link or the history. Nothing changes on the screen before the next page is there.
pub fn go(shared: Shared, texts: RwSignal<Arc<Texts>>, target: Target, visit: Visit) {
    let number = shared.visits.try_update_value(|visits| {
        *visits += 1;
        *visits
    });
    spawn_local(async move {
        if later::is_ready().await {
            // Boxed, or all of it would stand in the first part of the program with this.
            let moving: Pin<Box<dyn Future<Output = ()>>> =
                Box::pin(when_fetched(shared, texts, (target, visit), number));
            moving.await;
        } else {
            shared.trouble.set(true);
        }
    });
}

async fn when_fetched(
    shared: Shared,
    texts: RwSignal<Arc<Texts>>,
    (target, visit): (Target, Visit),
    number: Option<u32>,
) {
    let fetched = fetch(shared, target).await;
    // Somebody who follows two links quickly arrives at the second, however slow the first is.
    if shared.visits.try_get_value() != number {
        return;
    }
    match fetched {
        Some(fetched) => arrive(shared, texts, (target, visit), fetched),
        None => shared.trouble.set(true),
    }
}

/// What a place needs before it can be shown.
struct Fetched {
    page: Option<FetchedPage>,
    texts: Option<Arc<Texts>>,
}

/// `None` when something the place needs could not be had; then the person stays where they are.
async fn fetch(shared: Shared, target: Target) -> Option<Fetched> {
    let place = target.place;
    let before = shared.place.get_untracked();
    let page = if place.route.is_article() { Some(fetch_page(&place.path()).await.ok()?) } else { None };
    let texts =
        if before.language == place.language { None } else { Some(loading::texts(shared, place.language).await?) };
    if let Some(code) = wanted_municipality(target).filter(|code| shared.chosen() != Some(*code)) {
        loading::choose(shared, code).await?;
    }
    Some(Fetched { page, texts })
}

fn arrive(shared: Shared, texts: RwSignal<Arc<Texts>>, (target, visit): (Target, Visit), fetched: Fetched) {
    let place = target.place;
    let before = shared.place.get_untracked();
    shared.trouble.set(false);
    write_address(shared, target, visit);
    show(shared, place, fetched.page.as_ref().map(|page| page.article.clone()), fetched.texts, texts);
    if let Some(page) = fetched.page {
        page::set_head(&page.title, place.language);
    }
    page::after_drawing(move || {
        if before.route != place.route {
            page::scroll_to_top();
        }
        page::focus("h1");
    });
}

fn wanted_municipality(target: Target) -> Option<crate::domain::MunicipalityCode> {
    match target.place.route {
        Route::Municipality(code) => Some(code),
        _ => target.municipality,
    }
}

/// The address carries the chosen municipality, except on the form, whose address says nothing at all.
fn write_address(shared: Shared, target: Target, visit: Visit) {
    let place = target.place;
    let carries = !matches!(place.route, Route::Form | Route::Saved | Route::Municipality(_));
    let full = Target { place, municipality: shared.chosen().filter(|_| carries) };
    let stays_in_form = shared.place.get_untracked().route == Route::Form && place.route == Route::Form;
    match visit {
        // A change of language inside the form leaves no trace of how long somebody stayed there.
        Visit::Link if stays_in_form => navigation::replace(full),
        Visit::Link => navigation::push(full),
        Visit::History => {}
    }
}

/// Texts first: what is drawn for the new place is drawn in its language.
fn show(
    shared: Shared,
    place: Place,
    article: Option<String>,
    next_texts: Option<Arc<Texts>>,
    texts: RwSignal<Arc<Texts>>,
) {
    if let Some(article) = article {
        shared.article.set(article);
    }
    shared.place.set(place);
    if let Some(next) = next_texts {
        texts.set(next);
    }
}
