//! Header, main, footer. Drawn anew when the language changes; the state stays.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    app::moving,
    browser::{
        clock, leaving,
        navigation::{Target, Visit},
    },
    components::{
        DemoBanner, LanguageLink, LanguageSwitch, NavLink, NotOwn, Notice, NoticeKind, QuickExit, SiteFooter,
        SiteHeader, SiteName, SkipLink, texts::t,
    },
    domain::Language,
    forms::keys,
    i18n::Texts,
    pages::{
        article::ArticlePage,
        contacts::ContactsPage,
        emergency::Emergency,
        form::{FormPage, desk::Desk, post::Post},
        keeping::{self, Keeper},
        loading,
        saved::SavedPage,
        shared::{BuildKind, Go, Shared},
    },
    routes::{Place, Route},
};

/// The whole app. `texts` follows the language of the place.
#[component]
pub fn App(shared: Shared, texts: RwSignal<Arc<Texts>>) -> impl IntoView {
    let desk = Desk::new();
    provide_context(shared);
    provide_context(desk);
    let keeper = Keeper::new(desk, shared);
    provide_context(keeper);
    let post = Post::new(desk, shared, keeper);
    provide_context(post);
    provide_context(Go(Callback::new(move |route: Route| {
        let target = Target { place: route.r#in(shared.language()), municipality: shared.chosen() };
        moving::go(shared, texts, target, Visit::Link);
    })));
    follow_answers(desk, keeper);
    keeping::follow(keeper);
    post.follow();
    rescue(shared, keeper);
    follow_choice(shared, desk);
    follow_clock(shared);
    move || {
        provide_context(texts.get());
        let language = shared.place.get_untracked().language;
        view! {
            <SkipLink/>
            {banner(shared.kind)}
            <aside class="tuki-exit-bar" aria-label=t("components.leave_page")>
                <a class="tuki-skip" href=shared.exit.get_value() rel="noreferrer" data-exit="">{t("components.leave_now")}</a>
                <QuickExit href=shared.exit.get_value()/>
            </aside>
            {header(shared, language)}
            <Emergency/>
            <main id="main" class="tuki-main tuki-stack" tabindex="-1">
                {move || shared.trouble.get().then(trouble)}
                {shared.was_rescued().then(rescued)}
                {way_back(shared, desk)}
                {screen_of_place(shared)}
            </main>
            {footer(language)}
        }
        .into_any()
    }
}

/// The screen of the present place, drawn anew only when the route changes.
fn screen_of_place(shared: Shared) -> AnyView {
    let route = Memo::new(move |_| shared.place.get().route);
    (move || screen(route.get())).into_any()
}

/// Something broke and the page was drawn again; what was written is still there.
fn rescued() -> AnyView {
    view! { <Notice kind=NoticeKind::Warning spoken=true><p>{t("app.page.rescued")}</p></Notice> }.into_any()
}

/// While something is being written, every other screen leads back to it.
fn way_back(shared: Shared, desk: Desk) -> AnyView {
    let away = Memo::new(move |_| desk.has_answers() && shared.place.get().route != Route::Form);
    let link = move || {
        let href = Route::Form.r#in(shared.language()).path();
        away.get().then(|| view! { <p><a href=href>{t(keys::CONTINUE_FORM)}</a></p> })
    };
    link.into_any()
}

/// The next page could not be had; nothing that was written is lost.
fn trouble() -> AnyView {
    view! { <Notice kind=NoticeKind::Warning spoken=true><p>{t("app.page.unavailable")}</p></Notice> }.into_any()
}

/// The screen of a route.
fn screen(route: Route) -> AnyView {
    match route {
        Route::Form => FormPage().into_any(),
        Route::Contacts | Route::Municipality(_) => ContactsPage().into_any(),
        Route::Saved => SavedPage().into_any(),
        _ => ArticlePage().into_any(),
    }
}

/// The municipality is an answer of the form too.
fn follow_choice(shared: Shared, desk: Desk) {
    Effect::new(move |_| {
        if let Some(choice) = shared.choice.get() {
            desk.set_municipality(choice.code());
        }
    });
}

/// Every change of an answer is told to the keeper, and the first one has the vault fetched in the background.
fn follow_answers(desk: Desk, keeper: Keeper) {
    Effect::new(move |before: Option<bool>| {
        let written = desk.has_answers();
        if let Some(before) = before {
            keeper.changed(before, written);
        }
        if written && before == Some(false) {
            spawn_local(async move {
                if let Ok(vault) = loading::vault(keeper.shared).await {
                    vault.prefetch();
                }
            });
        }
        written
    });
}

/// Takes up what a broken instance of the program left behind, and from then on leaves the same for the next.
fn rescue(shared: Shared, keeper: Keeper) {
    Effect::new(move |before: Option<()>| {
        if before.is_none() {
            let kept = shared.rescued.get_value();
            if !kept.is_empty() {
                keeping::rescue(keeper, &kept);
            }
        }
        keeper.desk.track();
        keeper.desk.stage.track();
        let now = clock::now_seconds();
        keeper.left_over.track();
        leaving::keep_for_rescue(&keeping::record(keeper, now, now).to_json());
    });
}

/// The real day and minute, once there is a browser to tell them; hours on the page follow the minute.
fn follow_clock(shared: Shared) {
    Effect::new(move |_| {
        clock::every_minute(move |now| {
            shared.today.set(now.date);
            shared.now.set(Some(now));
        });
    });
}

/// What this site is not, where it is not a county's own.
fn banner(kind: BuildKind) -> Option<AnyView> {
    let site = match kind {
        BuildKind::County => return None,
        BuildKind::National => NotOwn::National,
        BuildKind::Demo => NotOwn::Demo,
    };
    Some(view! { <DemoBanner site/> }.into_any())
}

fn header(shared: Shared, language: Language) -> AnyView {
    let name = SiteName { name: t("app.name"), home: Route::Home.r#in(language).path(), logo: None };
    let search = Route::content("search").unwrap_or(Route::Services);
    let links =
        [("services", Route::Services), ("contacts", Route::Contacts), ("form", Route::Form), ("search", search)]
            .map(|(key, route)| NavLink::new(route.r#in(language).path(), t(&format!("app.nav.{key}"))))
            .to_vec();
    view! {
        <SiteHeader name links>
            {move || language_switch(shared.place.get())}
        </SiteHeader>
    }
    .into_any()
}

/// This page in every language.
fn language_switch(place: Place) -> AnyView {
    let link = |language| LanguageLink {
        language,
        href: place.route.r#in(language).path(),
        current: language == place.language,
    };
    let links = Language::ALL.map(link).to_vec();
    view! { <LanguageSwitch links/> }.into_any()
}

fn footer(language: Language) -> AnyView {
    let content = ["safety", "help", "about", "feedback", "privacy", "accessibility"];
    let routes = content.into_iter().filter_map(|id| Some((id, Route::content(id)?)));
    let links = [("saved", Route::Saved)].into_iter().chain(routes).map(|(id, route)| {
        let key = if id == "help" { "app.nav.help".to_owned() } else { format!("app.foot.{id}") };
        NavLink::new(route.r#in(language).path(), t(&key))
    });
    view! { <SiteFooter links=links.collect() lines=vec![t("app.foot.data")]/> }.into_any()
}
