//! A guest with manners: the host's page before and after.

use fantoccini::key::Key;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use tukipolku::domain::Language;
use url::{ParseError, Url};

use super::{choose, enter, height, leave};
use crate::harness::{Stage, Told, failure, wait};
use crate::words::Words;

/// More presses of Tab than any view has stops.
const STOPS: usize = 60;

/// Tab leads from the host's link before the frame through the frame to the link after it, and back.
pub async fn keyboard(stage: &mut Stage) -> Told {
    stage.browser.client.goto(&stage.host.url("plain")).await?;
    height(stage, "tuki-contacts").await?;
    stage.browser.script("document.querySelector('a[href=\"#a\"]').focus()", vec![]).await?;
    let tab = char::from(Key::Tab);
    walk(stage, &[tab], "#b").await?;
    walk(stage, &[char::from(Key::Shift), tab], "#a").await
}

/// Presses the keys together until the host's link with this address has the focus, and passes the frame on the way.
async fn walk(stage: &Stage, keys: &[char], target: &str) -> Told {
    let focus = "
        const active = document.activeElement;
        return [active?.getAttribute('href') ?? '', active?.tagName ?? '']";
    let mut passed = false;
    for _ in 0..STOPS {
        stage.browser.press_together(keys).await?;
        let seen = stage.browser.script(focus, vec![]).await?;
        if seen[0] == target {
            assert!(passed, "the frame was passed on the way to {target}");
            return Ok(());
        }
        passed = passed || seen[1] == "TUKI-CONTACTS";
    }
    failure::fail(format!("{target} was not reached with {STOPS} presses"))
}

/// Styles, global names, history and markup of the host's page. What holds our element differs in height by nature.
const PAGE: &str = "
    const own = [...document.querySelectorAll('body *')]
        .filter((element) => !element.closest('tuki-contacts') && !element.querySelector('tuki-contacts'));
    const style = (element) => [...getComputedStyle(element)].map((name) => getComputedStyle(element)[name]).join();
    // Chromium's driver leaves names of its own behind.
    const others = (name) => heard.before.includes(name) || name === 'heard' || /^(ret_nodes|se_|cdc_)/.test(name);
    const names = Object.keys(window).filter((name) => !others(name));
    const sheets = [document.styleSheets.length, document.adoptedStyleSheets?.length ?? 0];
    return JSON.stringify([own.map((element) => [element.tagName, style(element)]), names, sheets, history.length,
        document.title, document.documentElement.outerHTML.replace(/<tuki-contacts[^]*<.tuki-contacts>/, '')]);";

/// The page with our element used, compared with the same page whose script of ours could not be had. Only Chromium tells
/// of layout shifts; the others report none whatever happens.
pub async fn unharmed(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    stage.proxy.refuse(|url| url.ends_with("/embed/1.js"));
    stage.browser.client.goto(&stage.host.url("plain")).await?;
    let without = steady(stage).await?;
    stage.proxy.refuse_nothing();
    stage.browser.client.goto("about:blank").await?;
    stage.browser.client.goto(&stage.host.url("plain")).await?;
    height(stage, "tuki-contacts").await?;
    let shifts = stage.browser.script("return heard.shifts", vec![]).await?;
    assert_eq!(shifts.as_f64(), Some(0.0), "cumulative layout shift after the frame came");
    assert_eq!(
        stage.browser.script("return document.activeElement.tagName", vec![]).await?,
        "BODY",
        "focus was not taken"
    );
    let opened = stage.browser.script("return history.length", vec![]).await?;
    enter(stage, "tuki-contacts").await?;
    choose(stage, &fi, "Kuopio").await?;
    leave(stage).await?;
    assert_eq!(stage.browser.script("return history.length", vec![]).await?, opened, "steps in history");
    let used = steady(stage).await?;
    // The two visits are one step apart in history, which the visits themselves have made.
    let found = differences(&without_history(&without), &without_history(&used));
    assert!(found.is_empty(), "{found:?}");
    Ok(())
}

/// What differs between two looks at a page, as pairs; styles are taken apart into their values.
fn differences(before: &Value, after: &Value) -> Vec<(String, String)> {
    match (before, after) {
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            before.iter().zip(after).flat_map(|(before, after)| differences(before, after)).collect()
        }
        (Value::String(before), Value::String(after)) if before.split(',').count() == after.split(',').count() => {
            let pairs = before.split(',').zip(after.split(',')).filter(|(before, after)| before != after);
            pairs.map(|(before, after)| (before.to_owned(), after.to_owned())).collect()
        }
        _ if before == after => Vec::new(),
        _ => vec![(before.to_string(), after.to_string())],
    }
}

/// The page as it stands; heights beside our element may still be about to change, so it is looked at twice.
async fn steady(stage: &Stage) -> Told<Value> {
    wait::until("the page is steady", async || {
        let one = stage.browser.script(PAGE, vec![]).await?;
        let other = stage.browser.script(PAGE, vec![]).await?;
        Ok((one == other).then_some(one))
    })
    .await
}

/// The page without its place in history.
fn without_history(page: &Value) -> Value {
    let mut page: Value = page.as_str().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
    page[3] = Value::Null;
    page
}

/// A command of Chromium's own protocol.
#[derive(Debug)]
struct Throttle(u8);

impl WebDriverCompatibleCommand for Throttle {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        let body = json!({ "cmd": "Emulation.setCPUThrottlingRate", "params": { "rate": self.0 } });
        (Method::POST, Some(body.to_string()))
    }
}

/// With a processor four times as slow, nothing of ours holds the host's thread for 50 ms. Other work on this machine
/// can only add to what is measured, so the best of three visits counts.
pub async fn short_tasks(stage: &mut Stage) -> Told {
    stage.browser.client.issue_cmd(Throttle(4)).await?;
    let mut seen = Vec::new();
    for _ in 0..3 {
        stage.browser.client.goto(&stage.host.url("plain")).await?;
        height(stage, "tuki-contacts").await?;
        let tasks = stage.browser.script("return heard.tasks", vec![]).await?;
        if tasks == json!([]) {
            return Ok(());
        }
        seen.push(tasks);
    }
    failure::fail(format!("tasks over 50 ms on the host's thread, in milliseconds: {seen:?}"))
}
