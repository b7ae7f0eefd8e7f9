//! What can be done before the first answer, with the first part of the program only. One walk, twice: to see that nothing of it
//! waits for the second part, and, with marks in the program, to see which functions it needs.

use serde_json::Value;
use tukipolku::domain::Language;

use crate::form;
use crate::harness::{Engine, Folder, Stage, Told, fail};
use crate::words::Words;
use crate::{Story, story};

pub const STORIES: &[Story] = &[
    story!("first screens: nothing waits for the second part", &Engine::ALL, Folder::Site, nothing_waits),
    story!("first screens: without the second part nothing is lost", &Engine::ALL, Folder::Site, nothing_lost),
];

/// What runs only when `cargo xtask later` asks for it: the site is built with marks for it.
pub const ON_REQUEST: &[Story] = &[story!("mark first screens", &MARKED, Folder::Site, mark)];

/// Firefox does not let a driver look into the program.
const MARKED: [Engine; 2] = [Engine::Chromium, Engine::WebKit];

async fn nothing_waits(stage: &mut Stage) -> Told {
    walk(stage, did_not_wait).await?;
    travel(stage).await?;
    did_not_wait(stage, "other pages").await?;
    stage.open("/fi/lomake/?kunta=995").await?;
    form::started(stage).await?;
    let fetched = "return performance.getEntriesByType('resource').some((one) => one.name.includes('/later-'))";
    if stage.browser.script(fetched, vec![]).await? == Value::Bool(true) {
        return fail("The second part of the program was fetched before anything was answered.");
    }
    let fi = Words::of(Language::Fi);
    stage.browser.pick(fi.get("entry.danger.not_now")).await?;
    form::go_on(stage, &fi).await?;
    did_not_wait(stage, "the second question").await?;
    stage.browser.wait_for("the second part is fetched with the first answer", fetched).await?;
    what_is_kept(stage).await
}

/// Who keeps something on the device has both parts at the start: it is looked at, or erased on leaving.
async fn what_is_kept(stage: &Stage) -> Told {
    for keep in [DATABASE, "localStorage.setItem('exit', '1'); arguments[0]()"] {
        stage.browser.script_async(keep, vec![]).await?;
        stage.open("/fi/lomake/").await?;
        form::started(stage).await?;
        let whole = stage.browser.script("return window.tukiWhole", vec![]).await?;
        assert_eq!(whole, Value::Bool(true), "both parts are here after {keep}");
        did_not_wait(stage, "a form where something is kept").await?;
        stage.browser.script_async(EMPTY, vec![]).await?;
    }
    Ok(())
}

/// The network goes away between the first part of the program and the second.
async fn nothing_lost(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    stage.open("/fi/lomake/?kunta=995").await?;
    form::started(stage).await?;
    without_second(stage);
    stage.browser.pick(fi.get("entry.danger.not_now")).await?;
    stage.browser.press_button(fi.get("forms.continue")).await?;
    stage.browser.wait_for_text(fi.get("app.page.unavailable")).await?;
    stage.browser.wait_for("the answer is kept", "return document.querySelector('#field-danger-2').checked").await?;
    // Whatever else may need it: the page stays, and what takes over waits for the network.
    stage.browser.script("try { window.tukiLater(true) } catch {}", vec![]).await?;
    stage.browser.wait_for("it is given up", "return document.documentElement.dataset.app === 'missing'").await?;
    stage.browser.wait_for_text(fi.get("entry.danger.label")).await?;
    stage.proxy.refuse_nothing();
    stage.browser.script("window.dispatchEvent(new Event('online'))", vec![]).await?;
    form::begin(stage, &fi).await?;
    form::go_on_to(stage, &fi, fi.get("referral.own_words.label")).await
}

fn without_second(stage: &mut Stage) {
    stage.proxy.refuse(|address| address.contains("/later-"));
    // Browsers say it in their own ways.
    for words in ["/later-", "Failed to load", "NetworkError", "network error", "Load failed", "XMLHttpRequest"] {
        stage.expect_complaint(words);
    }
}

async fn did_not_wait(stage: &Stage, place: &str) -> Told {
    let waited = stage.browser.script("return performance.getEntriesByName('tuki-waited').length", vec![]).await?;
    if waited.as_u64() == Some(0) {
        return Ok(());
    }
    fail(format!("{place}: something had to wait for the second part of the program."))
}

/// From the form, before anything is answered, to another language and another page, and back.
async fn travel(stage: &Stage) -> Told {
    let (fi, sv) = (Words::of(Language::Fi), Words::of(Language::Sv));
    stage.open("/fi/lomake/").await?;
    form::started(stage).await?;
    stage.browser.follow("Svenska").await?;
    stage.browser.wait_for_text(sv.get("entry.danger.label")).await?;
    stage.browser.follow("Suomi").await?;
    stage.browser.wait_for_text(fi.get("entry.danger.label")).await?;
    stage.browser.follow(fi.get("app.nav.contacts")).await?;
    stage.browser.wait_for("the contacts are shown", "return location.pathname === '/fi/yhteystiedot/'").await?;
    stage.browser.script("history.back()", vec![]).await?;
    stage.browser.wait_for_text(fi.get("entry.danger.label")).await
}

/// Writes down which functions have run, beside those of the engines before.
async fn mark(stage: &mut Stage) -> Told {
    let functions = std::fs::read_to_string(xtask::places::made().join(xtask::finish::FUNCTIONS))?;
    let from: u64 = functions.lines().next().and_then(|line| line.parse().ok()).unwrap_or_default();
    let count = functions.lines().count() - 1;
    let mut ran = vec![false; count];
    walk(stage, async |stage, _| {
        let marks = stage.browser.script_async(MARKS, vec![from.into(), count.into()]).await?;
        let marks = marks.as_str().unwrap_or_default().bytes().map(|mark| mark == b'1');
        ran.iter_mut().zip(marks).for_each(|(ran, mark)| *ran |= mark);
        Ok(())
    })
    .await?;
    let name = format!("{}.{}", xtask::later::RAN, stage.browser.engine.name());
    let list: String = ran.iter().map(|ran| if *ran { '1' } else { '0' }).collect();
    Ok(std::fs::write(xtask::places::made().join(name), list)?)
}

/// What can happen before the first answer, and with it; looks at each end. A page that is loaded anew begins a new instance.
async fn walk(stage: &mut Stage, mut look: impl AsyncFnMut(&Stage, &str) -> Told) -> Told {
    let fi = Words::of(Language::Fi);
    // First, while no browser has it in its cache. Without the second part nobody gets on, and it is said.
    without_second(stage);
    for (role, words) in [("link", "Svenska"), ("button", fi.get("forms.continue"))] {
        stage.open("/fi/lomake/").await?;
        form::started(stage).await?;
        stage.browser.by_role(role, words).await?.click().await?;
        stage.browser.wait_for_text(fi.get("app.page.unavailable")).await?;
        look(stage, words).await?;
    }
    stage.proxy.refuse_nothing();

    // The invented county, real ones with and without an emergency number, Helsinki, Åland, and a name.
    for municipality in ["995", "609", "837", "091", "478", "Pori"] {
        stage.open(&format!("/fi/lomake/?kunta={municipality}")).await?;
        form::started(stage).await?;
        stage.browser.wait_for("the county's data are here", COUNTY).await?;
        stage.browser.script_async(DRAWN, vec![]).await?;
        look(stage, municipality).await?;
    }
    stage.browser.script(HAPPENS, vec![]).await?;
    stage.browser.pick(fi.get("entry.danger.not_now")).await?;
    look(stage, "the first answer").await?;

    // Leaving in a hurry must never wait for anything.
    stage.open("/fi/lomake/").await?;
    form::started(stage).await?;
    let leave = "const done = arguments[0]; Promise.resolve(window.tukiLeave?.()).then(done, done)";
    stage.browser.script_async(leave, vec![]).await?;
    look(stage, "leaving in a hurry").await
}

/// A database, as a kept draft has one.
const DATABASE: &str = "
    const done = arguments[0];
    const open = indexedDB.open('kept');
    open.onsuccess = () => (open.result.close(), done())";

/// Nothing is kept any more.
const EMPTY: &str = "
    const done = arguments[0];
    localStorage.clear();
    indexedDB.deleteDatabase('kept').onsuccess = () => done()";

/// The record of the municipality's county has been fetched.
const COUNTY: &str = "return performance.getEntriesByType('resource').some(({ name }) => name.includes('/county.'))";

/// Two frames later: what was fetched is shown.
const DRAWN: &str = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))";

/// What happens to every page by itself: the network goes and comes, the window is put away and taken up.
const HAPPENS: &str = "
    for (const kind of ['offline', 'online', 'focus', 'blur']) window.dispatchEvent(new Event(kind));
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    for (const kind of ['pagehide', 'pageshow']) window.dispatchEvent(new PageTransitionEvent(kind, { persisted: true }));";

/// The marks of this page's program, as a row of `0` and `1`.
const MARKS: &str = "
    const [from, count, done] = arguments;
    import(document.querySelector('meta[name=\"tuki-app\"]').dataset.js)
        .then((program) => program.default())
        .then(({ memory }) => done(new Uint8Array(memory.buffer, from, count).join('')), () => done(''));";
