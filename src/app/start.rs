//! The first moments in the browser: read what the loader hands over, adopt the page, begin to listen.

use std::{collections::BTreeMap, sync::Arc};

use js_sys::{Object, Reflect};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortSignal, HtmlElement};

use crate::{
    app::{frame::App, moving},
    browser::{
        alive,
        navigation::{self, Target},
        page,
        preferences::Preference,
    },
    domain::{MunicipalityCode, SourceDate},
    i18n::Texts,
    pages::{
        choice::Choice,
        loading,
        shared::{BuildKind, Shared, Start},
    },
    routes::{Place, Route},
};

/// Adopts the page, or draws it afresh when the loader rescued something from a broken instance.
pub fn start(texts: &str, build: &Object) {
    alive::report_panics(field(build, "generation").as_f64().unwrap_or_default() as u32);
    let (Some(target), Ok(texts)) = (navigation::current(), Texts::from_lines(texts)) else { return };
    let Some(root) = page::find("#app") else { return };
    let Ok(signal) = field(build, "signal").dyn_into::<AbortSignal>() else { return };
    let rescued = field(build, "rescued");
    let shared = Shared::new(beginning(target.place, build));
    let slot = |name: &str| field(&field(&rescued, "slots"), name).as_string().unwrap_or_default();
    shared.article.set(slot("article"));
    shared.municipalities.set(slot("municipalities"));
    shared.rescued.set_value(field(&rescued, "kept").as_string().unwrap_or_default());
    shared.typed.set_value(typed(&field(&rescued, "typed")));
    let texts = RwSignal::new(Arc::new(texts));
    show(root, rescued.is_object(), shared, texts);
    carry_municipality(shared, target);
    navigation::listen(&signal, move |target, visit| moving::go(shared, texts, target, visit));
}

fn beginning(place: Place, build: &Object) -> Start {
    let word = |name: &str| field(build, name).as_string().unwrap_or_default();
    let block = |id: &str| page::text_of(id);
    Start {
        place,
        kind: BuildKind::from_word(&word("kind")),
        built: SourceDate::parse(&word("built")).and_then(SourceDate::earliest).unwrap_or_default(),
        exit: word("exit"),
        files: word("files"),
        choice: block("tuki-names")
            .zip(block("tuki-county"))
            .and_then(|(names, county)| Choice::from_blocks(&names, &county)),
    }
}

/// Name → text of the controls that somebody had typed into.
fn typed(rescued: &JsValue) -> BTreeMap<String, String> {
    let Some(object) = rescued.dyn_ref::<Object>() else { return BTreeMap::new() };
    let entries = Object::entries(object);
    let pairs = entries.iter().filter_map(|pair| {
        let pair: js_sys::Array = pair.dyn_into().ok()?;
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    });
    pairs.collect()
}

fn show(root: HtmlElement, afresh: bool, shared: Shared, texts: RwSignal<Arc<Texts>>) {
    let app = move || view! { <App shared texts/> };
    if afresh {
        leptos::mount::mount_to(root, app).forget();
    } else {
        leptos::mount::hydrate_from(root, app).forget();
    }
}

/// `?kunta=` is read once, and counts before what the person had remembered here. On the form it then leaves the address,
/// which says nothing there.
///
/// A name instead of a code is looked up first: others write links by hand.
fn carry_municipality(shared: Shared, target: Target) {
    let name = navigation::municipality_by_name();
    let remembered = || Preference::Municipality.read().filter(|_| shared.chosen().is_none() && name.is_none());
    let code = target.municipality.or_else(|| MunicipalityCode::parse(&remembered()?));
    let carried = target.municipality.is_some() || name.is_some();
    if carried && target.place.route == Route::Form {
        navigation::replace(Target { place: target.place, municipality: None });
    }
    spawn_local(async move {
        match (code, name) {
            (Some(code), _) => loading::choose(shared, code).await,
            (None, Some(name)) => loading::choose_named(shared, &name).await,
            (None, None) => None,
        };
    });
}

/// A field of an object from the loader; undefined when it is not there.
fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}
