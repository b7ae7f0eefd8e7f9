//! Coming back to a form that was begun: one goes on with it, or starts over after being asked once more.

use tukipolku::domain::Language;

use crate::harness::{Engine, Folder, Stage, Told, wait};
use crate::words::Words;
use crate::{Story, form, story};

/// The stories of this file.
pub const STORIES: &[Story] =
    &[story!("begun: the entry offers to continue or to start over", &Engine::ALL, Folder::Site, again)];

const WORDS: &str = "Aloitin jo kerran.";

async fn again(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    stage.open("/fi/lomake/").await?;
    form::begin(stage, &fi).await?;
    form::go_on_to(stage, &fi, fi.get("referral.municipality.label")).await?;
    form::choose_municipality(stage, &fi, fi.get("referral.municipality.label")).await?;
    form::go_on_to(stage, &fi, fi.get("referral.own_words.label")).await?;
    stage.browser.type_into(fi.get("referral.own_words.label"), WORDS).await?;
    back_to_the_entry(stage, &fi).await?;
    // A way of contact is still missing, so that is where it goes on; nothing was lost.
    stage.browser.press_button(fi.get("entry.begun.continue")).await?;
    stage.browser.by_role("group", fi.get("referral.contact_way.label")).await?;
    back_to_the_entry(stage, &fi).await?;
    stage.browser.press_button(fi.get("entry.start_over.action")).await?;
    stage.browser.assert_accessible().await?;
    stage.browser.press_button(fi.get("entry.start_over.cancel")).await?;
    stage.browser.press_button(fi.get("entry.start_over.action")).await?;
    stage.browser.press_button(fi.get("entry.start_over.confirm")).await?;
    form::go_on_to(stage, &fi, fi.get("referral.own_words.label")).await?;
    form::wait_for_own_words(stage, "").await
}

/// Presses "Back" until the way into the form is shown.
async fn back_to_the_entry(stage: &Stage, words: &Words) -> Told {
    let outcome = words.get("entry.outcome.self_referral.title");
    while form::heading(stage).await? != outcome {
        let before = form::heading(stage).await?;
        stage.browser.press_button(words.get("forms.back")).await?;
        wait::until("the stage before is shown", async || Ok((form::heading(stage).await? != before).then_some(())))
            .await?;
    }
    stage.browser.wait_for_text(words.get("entry.begun.text")).await
}
