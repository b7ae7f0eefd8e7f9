//! What a browser's files hold after somebody wrote in confidence: searched as a person with tools would, after a kill.

mod files;
mod leveldb;
mod search;
mod snappy;

use std::time::SystemTime;

use serde_json::json;
use tukipolku::domain::Language;

use super::walk;
use crate::form;
use crate::harness::{Engine, Failure, Stage, Told, wait};
use crate::team;
use crate::words::Words;
use search::Hits;

/// Nothing was kept: the words were in memory only.
pub async fn memory_only(stage: &mut Stage) -> Told {
    let (fi, marker) = begin(stage).await?;
    write(stage, &fi, &marker).await?;
    close(stage, "memory only, killed", &marker, Keys::None).await
}

/// Kept under a code.
pub async fn with_code(stage: &mut Stage) -> Told {
    let (fi, marker) = begin(stage).await?;
    form::keep_with_code(stage, &fi).await?;
    write(stage, &fi, &marker).await?;
    form::saved(stage, &fi).await?;
    close(stage, "kept with a code", &marker, Keys::None).await
}

/// Kept without a code: the key stands beside the draft, as the choice says, but no word does.
pub async fn without_code(stage: &mut Stage) -> Told {
    let (fi, marker) = begin(stage).await?;
    form::keep_without_code(stage, &fi).await?;
    write(stage, &fi, &marker).await?;
    form::saved(stage, &fi).await?;
    close(stage, "kept without a code", &marker, Keys::BesideTheDraft).await
}

/// Kept without a code, then forgotten: the key is to be gone from the files too.
pub async fn forgotten(stage: &mut Stage) -> Told {
    let (fi, marker) = begin(stage).await?;
    form::keep_without_code(stage, &fi).await?;
    write(stage, &fi, &marker).await?;
    form::saved(stage, &fi).await?;
    form::forget(stage, &fi).await?;
    close(stage, "forgotten", &marker, Keys::None).await
}

/// Kept without a code, then sent and received.
pub async fn sent(stage: &mut Stage) -> Told {
    let _inbox = team::inbox(stage, &format!("residue-{}", stage.browser.engine.name()))?;
    let (fi, marker) = begin(stage).await?;
    form::keep_without_code(stage, &fi).await?;
    write(stage, &fi, &marker).await?;
    form::saved(stage, &fi).await?;
    walk::to_check(stage, &fi, std::slice::from_ref(&marker), 0).await?;
    walk::send(stage, &fi).await?;
    stage.browser.wait_for("the draft is gone", NOTHING_KEPT).await?;
    close(stage, "sent", &marker, Keys::None).await
}

/// Left in a hurry, with a draft kept under a code.
pub async fn exited(stage: &mut Stage) -> Told {
    let (fi, marker) = begin(stage).await?;
    form::keep_with_code(stage, &fi).await?;
    write(stage, &fi, &marker).await?;
    // Every way out: Chromium connects to where a link leads as soon as it is touched.
    let target =
        "document.querySelectorAll('a[data-exit]').forEach((link) => { link.href = '/robots.txt'; }); return true";
    stage.browser.script(target, vec![]).await?;
    stage.browser.follow(fi.get("components.leave_page")).await?;
    stage.browser.wait_for("another page is shown", "return location.pathname === '/robots.txt'").await?;
    close(stage, "left by quick exit", &marker, Keys::None).await
}

/// The same search finds a marker that was put on purpose where browsers keep things.
pub async fn control(stage: &mut Stage) -> Told {
    let mut found = Vec::new();
    for place in ["local", "database", "field", "cache"] {
        let marker = stage.plan.chance().canary() + place;
        stage.open("/fi/control/").await?;
        stage.browser.script_async(include_str!("control.js"), vec![json!(place), json!(marker)]).await?;
        if place == "field" {
            stage.browser.type_into("Your words", &marker).await?;
        }
        // Firefox notes what stands in the fields of the open page, Chromium when the page is left.
        if place != "field" || stage.browser.engine == Engine::Chromium {
            stage.open("/fi/people/").await?;
        }
        let hits = wait::until(&format!("the marker in {place} is in the files"), async || {
            let hits = search::search(stage.browser.profile(), &marker)?;
            Ok((!hits.words.is_empty()).then_some(hits))
        })
        .await?;
        found.push(format!("{place}: {}", hits.words.join(", ")));
    }
    println!("figures: {}, control: {}", stage.browser.engine.name(), found.join("; "));
    Ok(())
}

const NOTHING_KEPT: &str = "return indexedDB.databases().then((all) => all.length === 0)";

/// Whether a bare key may be in the files.
#[derive(PartialEq)]
enum Keys {
    None,
    BesideTheDraft,
}

async fn begin(stage: &Stage) -> Told<(Words, String)> {
    let fi = Words::of(Language::Fi);
    stage.open("/fi/lomake/?kunta=995").await?;
    form::begin(stage, &fi).await?;
    form::go_on_to(stage, &fi, fi.get("referral.own_words.label")).await?;
    Ok((fi, stage.plan.chance().canary()))
}

async fn write(stage: &Stage, fi: &Words, marker: &str) -> Told {
    stage.browser.type_into(fi.get("referral.own_words.label"), &format!("Kukaan ei saa lukea: {marker}.")).await
}

/// Gives the browser the time to write down what it remembers of open pages, kills it, and searches.
async fn close(stage: &Stage, what: &str, marker: &str, keys: Keys) -> Told {
    if stage.browser.engine == Engine::Firefox {
        let now = SystemTime::now();
        let session = stage.browser.profile().join("sessionstore-backups/recovery.jsonlz4");
        stage.browser.script("document.title += ' '; location.hash = 'main'; return true", vec![]).await?;
        wait::until("Firefox has noted its open pages", async || {
            Ok((session.metadata()?.modified()? > now).then_some(()))
        })
        .await?;
    }
    stage.browser.kill();
    let hits = search::search(stage.browser.profile(), marker)?;
    report(stage, what, &hits);
    let wrong = !hits.words.is_empty() || (keys == Keys::None && !hits.keys.is_empty());
    if wrong { Err(Failure(format!("Something was left behind: {hits:?}"))) } else { Ok(()) }
}

fn report(stage: &Stage, what: &str, hits: &Hits) {
    println!(
        "figures: {}, {what}: {} files, {} views, {} bytes searched; words found {}, bare keys found {}",
        stage.browser.engine.name(),
        hits.files,
        hits.views,
        hits.bytes,
        hits.words.len(),
        hits.keys.len()
    );
}
