//! Finding the right page: by one's own words, by the lists, by questions; with the keyboard, and without script.

use fantoccini::key::Key;
use serde_json::{Value, json};
use tukipolku::domain::Language;

use crate::harness::{Engine, Folder, Stage, Told, throttle};
use crate::words::Words;
use crate::{Story, story};

/// The stories of this file.
pub const STORIES: &[Story] = &[
    story!("search: words lead to the page and leave no trace", &Engine::ALL, Folder::Site, found_without_trace),
    story!("search: nothing found leads to people", &Engine::ALL, Folder::Site, nothing_found),
    story!("search: missing, the lists stay and the next letter tries again", &Engine::ALL, Folder::Site, missing),
    story!("search: without script every page is listed", &Engine::KEEPING, Folder::Site, without_script),
    story!("where do I start: questions lead to the page", &Engine::ALL, Folder::Site, start),
    story!("where do I start: works without script", &Engine::KEEPING, Folder::Site, start_without_script),
    story!("search: every letter is answered within a frame", &[Engine::Chromium], Folder::Site, quick),
];

const FI: &str = "/fi/haku/";

/// Waits until a result leads to this address.
async fn wait_for_result(stage: &Stage, address: &str) -> Told {
    stage.browser.by_selector(&format!("[data-results] a[href^='{address}']")).await.map(drop)
}

/// Everything that could keep or carry what was typed: addresses, history, both storages, cookies, databases.
const TRACES: &str = "
    const done = arguments[arguments.length - 1];
    const kept = [location.href, document.cookie, document.title, JSON.stringify(history.state)];
    for (const storage of [localStorage, sessionStorage])
        for (let at = 0; at < storage.length; at += 1) kept.push(storage.key(at) + storage.getItem(storage.key(at)));
    const names = indexedDB.databases ? indexedDB.databases() : Promise.resolve([]);
    names.then((found) => done(kept.concat(found.map((one) => one.name)).join('\\n')), (error) => done(String(error)));";

async fn found_without_trace(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    stage.open(FI).await?;
    stage.browser.type_into(fi.get("search.label"), "perhekuntoutuksesa").await?;
    wait_for_result(stage, "/fi/palvelut/perhekuntoutus/").await?;
    let status = stage.browser.by_selector("[role=search] [role=status]").await?.text().await?;
    assert!(status.chars().any(|letter| letter.is_ascii_digit()), "the number of results is announced: {status}");
    stage.browser.assert_accessible().await?;
    let traces = stage.browser.script_async(TRACES, vec![]).await?.as_str().unwrap_or_default().to_owned();
    assert!(!traces.contains("kuntoutuks"), "what was typed stays in the field: {traces}");
    let asked = stage.proxy.requests().into_iter().map(|request| format!("{} {}", request.url, request.head));
    let told: Vec<String> = asked.filter(|request| request.contains("kuntoutuks")).collect();
    assert!(told.is_empty(), "no request carries what was typed: {told:?}");
    stage.browser.press_keys(&[Key::Down, Key::Up, Key::Down, Key::Enter]).await?;
    stage
        .browser
        .wait_for("the first result opens", "return location.pathname === '/fi/palvelut/perhekuntoutus/'")
        .await
}

async fn nothing_found(stage: &mut Stage) -> Told {
    let sv = Words::of(Language::Sv);
    stage.open("/sv/sok/").await?;
    stage.browser.type_into(sv.get("search.label"), "qqqqzzzz").await?;
    stage.browser.wait_for_text(sv.get("search.nothing.title")).await?;
    stage.browser.by_selector("[data-nothing] a[href='tel:112']").await?;
    stage.browser.assert_accessible().await?;
    // Escape empties the field; the lists were there all the time.
    stage.browser.press_keys(&[Key::Escape]).await?;
    stage
        .browser
        .wait_for(
            "the field is empty",
            "return document.querySelector('[data-nothing]').hidden && !document.getElementById('finder').value",
        )
        .await
}

async fn missing(stage: &mut Stage) -> Told {
    let en = Words::of(Language::En);
    stage.expect_complaint("search.en");
    stage.proxy.refuse(|url| url.contains("search.en"));
    stage.open("/en/search/").await?;
    stage.browser.type_into(en.get("search.label"), "divorc").await?;
    stage.browser.wait_for_text(en.get("search.failed")).await?;
    stage.proxy.refuse_nothing();
    stage.browser.type_into(en.get("search.label"), "e").await?;
    wait_for_result(stage, "/en/services/").await?;
    stage
        .browser
        .wait_for("nothing is said to have failed", "return document.querySelector('[data-failed]').hidden")
        .await
}

async fn without_script(stage: &mut Stage) -> Told {
    stage.browser.reopen(false).await?;
    stage.open("/fi/").await?;
    stage.browser.by_selector("header a[href='/fi/haku/']").await?.click().await?;
    let field = stage.browser.by_selector("#finder").await?;
    assert!(!field.is_displayed().await?, "a field that nothing answers is not shown");
    stage.browser.by_selector("main ul a[href='/fi/palvelut/perhetyo/']").await?;
    stage.browser.by_selector("main details summary").await?.click().await?;
    stage.browser.by_selector("main details[open] li a").await?.click().await?;
    stage.browser.by_selector("article section#what").await.map(drop)
}

async fn start(stage: &mut Stage) -> Told {
    for (address, answer) in [
        ("/fi/mista-aloitan/", "En jaksa enää"),
        ("/sv/var-borjar-jag/", "Jag orkar inte längre"),
        ("/en/where-to-start/", "I cannot cope any more"),
    ] {
        stage.open(address).await?;
        let first = stage.browser.by_selector("main details summary").await?;
        first.click().await?;
        stage.browser.wait_for_text(answer).await?;
        stage.browser.assert_accessible().await?;
    }
    Ok(())
}

async fn start_without_script(stage: &mut Stage) -> Told {
    stage.browser.reopen(false).await?;
    stage.open("/fi/").await?;
    stage.browser.by_selector("main a[href='/fi/mista-aloitan/']").await?.click().await?;
    stage.browser.by_selector("main details summary").await?.click().await?;
    stage.browser.by_selector("main details details:nth-of-type(2) > summary").await?.click().await?;
    let page = stage
        .browser
        .by_selector("main details details[open] a[href='/fi/palvelut/palvelutarpeen-arviointi/']")
        .await?;
    page.click().await?;
    stage.browser.by_selector("article section#next").await.map(drop)
}

/// Types each search letter by letter and gives the longest time in milliseconds from a letter to its laid-out results.
const TYPE_ALL: &str = "
    const field = document.getElementById('finder');
    const times = [];
    for (const typed of arguments[0]) {
        for (let length = 1; length <= typed.length; length += 1) {
            field.value = typed.slice(0, length);
            const began = performance.now();
            field.dispatchEvent(new Event('input', { bubbles: true }));
            document.body.offsetHeight;
            times.push(performance.now() - began);
        }
    }
    times.sort((one, other) => one - other);
    return [times.length, times[Math.floor(times.length / 2)], times[Math.floor(times.length * 0.98)], times.at(-1)];";

/// One frame at sixty a second.
const FRAME: f64 = 16.0;

async fn quick(stage: &mut Stage) -> Told {
    for (language, address, letter) in
        [(Language::Fi, FI, "a"), (Language::Sv, "/sv/sok/", "a"), (Language::En, "/en/search/", "a")]
    {
        stage.open(address).await?;
        stage.browser.type_into(Words::of(language).get("search.label"), letter).await?;
        stage
            .browser
            .wait_for("the search answers", "return !!document.querySelector('[role=status]').textContent")
            .await?;
        let [count, median, p98, most] = quickest(stage, language).await?;
        println!("{}: {count} letters, median {median:.1} ms, p98 {p98:.1} ms, longest {most:.1} ms", language.code());
        assert!(p98 <= FRAME, "{}: p98 {p98} ms, longest {most} ms", language.code());
    }
    Ok(())
}

/// Letters, median, p98 and longest with the processor four times slower. Other work on the machine can only add to them, so the
/// best of three rounds counts.
async fn quickest(stage: &Stage, language: Language) -> Told<[f64; 4]> {
    let mut best = [f64::MAX; 4];
    for _ in 0..3 {
        throttle(&stage.browser, 4).await?;
        let told = stage.browser.script(TYPE_ALL, vec![json!(queries(language))]).await?;
        throttle(&stage.browser, 1).await?;
        let round = [0, 1, 2, 3].map(|place| told.get(place).and_then(Value::as_f64).unwrap_or(f64::MAX));
        if round[2] < best[2] {
            best = round;
        }
        if best[2] <= FRAME {
            break;
        }
    }
    Ok(best)
}

/// The forty everyday searches of a language.
fn queries(language: Language) -> Vec<String> {
    let file = xtask::places::root().join("tests/suite/queries").join(format!("{}.csv", language.code()));
    let text = std::fs::read_to_string(file).expect("the searches");
    text.lines().skip(1).filter_map(|line| Some(line.rsplit_once(',')?.0.to_owned())).collect()
}
