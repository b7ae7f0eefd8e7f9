//! "We would like to hear about this": ticked while reading, there in the form.

use serde_json::json;
use tukipolku::domain::Language;

use crate::harness::{Engine, Folder, Stage, Told};
use crate::words::Words;
use crate::{Story, form, story};

/// The stories of this file.
pub const STORIES: &[Story] = &[
    story!("wishes: ticked in the guide, there in the form", &Engine::ALL, Folder::Site, ticked),
    story!("wishes: without script there is nothing to tick", &Engine::KEEPING, Folder::Site, without_script),
];

const PAGE: &str = "/sv/tjanster/stodfamilj-och-stodperson/";
/// The codes of the ticked boxes on this page.
const TICKED: &str = "return [...document.querySelectorAll('input[type=checkbox]:checked')].map((box) => box.value)";

async fn ticked(stage: &mut Stage) -> Told {
    let sv = Words::of(Language::Sv);
    stage.open(PAGE).await?;
    // The first tick is made before the program is there, and starts it.
    stage.browser.pick(sv.get("referral.wishes.support_family")).await?;
    stage.browser.wait_for_text(sv.get("guide.tick.done")).await?;
    stage.browser.pick(sv.get("referral.wishes.support_person")).await?;
    stage.browser.assert_accessible().await?;
    stage.browser.picture("wishes").await?;
    // Another page and back: what was ticked stands ticked, and can be taken back.
    stage.browser.follow(sv.get("app.nav.services")).await?;
    stage.browser.by_role("heading", sv.get("app.services.title")).await?;
    stage.browser.client.back().await?;
    stage.browser.wait_for("both are ticked", "return document.querySelectorAll('input:checked').length === 2").await?;
    let words = stage.browser.by_selector("label[for=tick-support_person]").await?;
    stage.browser.bring_into_view(&words).await?;
    words.click().await?;
    stage.browser.follow(sv.get("app.nav.form")).await?;
    form::begin(stage, &sv).await?;
    form::go_on_to(stage, &sv, sv.get("referral.municipality.label")).await?;
    form::choose_municipality(stage, &sv, sv.get("referral.municipality.label")).await?;
    form::go_on_to(stage, &sv, sv.get("referral.own_words.label")).await?;
    stage.browser.type_into(sv.get("referral.own_words.label"), "Vi behöver vila.").await?;
    form::go_on_to(stage, &sv, sv.get("referral.wishes.label")).await?;
    let found = stage.browser.script(TICKED, vec![]).await?;
    assert_eq!(found, json!(["support_family"]));
    Ok(())
}

async fn without_script(stage: &mut Stage) -> Told {
    stage.browser.reopen(false).await?;
    stage.open(PAGE).await?;
    let ticks = stage.browser.by_selector("#ticks").await?;
    assert!(!ticks.is_displayed().await?, "a box that nothing carries is not shown");
    Ok(())
}
