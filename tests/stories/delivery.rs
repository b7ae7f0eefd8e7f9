//! A message on a bad day: the inbox is away, comes back, and has the message exactly once.

use tukipolku::domain::Language;

use crate::harness::{Engine, Folder, Stage, Told};
use crate::words::Words;
use crate::{Story, form, story, team};

/// The stories of this file.
pub const STORIES: &[Story] = &[story!("the inbox is away and comes back", &Engine::ALL, Folder::Site, away_and_back)];

async fn away_and_back(stage: &mut Stage) -> Told {
    // Each try that finds nobody is told to the console by the browser itself.
    for expected in ["8481", "Failed to load", "NetworkError", "fetch", "connect"] {
        stage.expect_complaint(expected);
    }
    let fi = Words::of(Language::Fi);
    stage.open("/fi/lomake/?kunta=995").await?;
    form::begin(stage, &fi).await?;
    form::go_on_to(stage, &fi, fi.get("referral.own_words.label")).await?;
    stage.browser.type_into(fi.get("referral.own_words.label"), "Viesti, joka odottaa").await?;
    form::go_on_to(stage, &fi, fi.get("referral.contact_way.label")).await?;
    stage.browser.pick(fi.get("referral.contact_way.own_call")).await?;
    form::go_on_to(stage, &fi, fi.get("forms.check.heading")).await?;
    stage.browser.press_button(fi.get("delivery.send")).await?;
    stage.browser.by_role("heading", fi.get("delivery.not_sent.title")).await?;
    stage.browser.wait_for_text("Viesti, joka odottaa").await?;
    stage.browser.assert_accessible().await?;
    let inbox = team::inbox(stage, &format!("away-{}", stage.browser.engine.name()))?;
    stage.browser.press_button(fi.get("delivery.not_sent.try_now")).await?;
    stage.browser.by_role("heading", fi.get("delivery.receipt.title")).await?;
    let reference = stage.browser.by_selector(".tuki-receipt__reference").await?.text().await?;
    let file = team::pull(&inbox, reference.trim())?;
    assert_eq!(team::reference_of(&file), reference.trim());
    Ok(())
}
