//! What is kept on this device, behind a neutral link that stands on every page. Nothing here names a form.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser::{page, shelf::IndexedDbShelf},
    components::{texts, texts::t},
    drafts::{Event, Kept, Shelf, ShelfError, Trouble},
    pages::{
        keeping::{Carried, ErasedOnExit, Erasing, Keeper, KeptDraft, RememberedPlace, ToldLast},
        shared::Shared,
    },
};

/// The page behind "Saved on this device".
#[component]
pub fn SavedPage() -> AnyView {
    let keeper = Keeper::here();
    let language = Shared::here().language();
    let title = t("app.title.saved");
    Effect::new(move |_| page::set_head(&title, language));
    let kept = RwSignal::new(None::<Result<Vec<Kept>, ShelfError>>);
    Effect::new(move |_| {
        // Looked again whenever the draft of this window has changed its state or something was told: forgotten, opened,
        // saved first. What is the same is not drawn anew: a code that is being typed stays.
        keeper.state.track();
        keeper.told.track();
        spawn_local(async move {
            let found = Some(IndexedDbShelf.list().await);
            // The page may have been left meanwhile.
            if kept.try_with_untracked(|before| *before != found) == Some(true) {
                kept.set(found);
            }
        });
    });
    // Whoever goes on without the code may write anew. Within an effect, because there is a keeper in a browser only.
    Effect::new(move |_| on_cleanup(move || keeper.feed(Event::StopOpening)));
    view! {
        <h1>{t("drafts.page.title")}</h1>
        <p>{t("drafts.page.intro")}</p>
        <noscript inner_html=t("drafts.page.without_script")></noscript>
        <ToldLast/>
        {move || list(kept.get())}
        <Carried/>
        <RememberedPlace/>
        <ErasedOnExit/>
        <Erasing/>
    }
    .into_any()
}

fn list(kept: Option<Result<Vec<Kept>, ShelfError>>) -> AnyView {
    match kept {
        None => view! { <p class="tuki-quiet">{t("drafts.page.looking")}</p> }.into_any(),
        Some(Err(error)) => view! { <p>{texts::t(&Trouble::from(error).what_key())}</p> }.into_any(),
        Some(Ok(kept)) if kept.is_empty() => view! { <p>{t("drafts.page.nothing")}</p> }.into_any(),
        Some(Ok(kept)) => {
            let drafts: Vec<AnyView> = kept
                .into_iter()
                .enumerate()
                .map(|(place, kept)| view! { <KeptDraft kept number=place + 1/> }.into_any())
                .collect();
            drafts.into_any()
        }
    }
}
