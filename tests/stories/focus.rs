//! Where the focus stands after a press, told to whoever listens or uses a keyboard.

use tukipolku::domain::Language;

use crate::harness::{Engine, Folder, Stage, Told, wait};
use crate::words::Words;
use crate::{Story, form, story};

/// The stories of this file.
pub const STORIES: &[Story] =
    &[story!("focus: it moves before the next press, not a frame later", &Engine::ALL, Folder::Site, at_once)];

/// A machine too busy to draw: no frame ever comes.
const NO_FRAMES: &str = "window.requestAnimationFrame = () => 0";

async fn at_once(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    stage.open("/fi/lomake/").await?;
    form::started(stage).await?;
    stage.browser.script(NO_FRAMES, vec![]).await?;
    form::begin(stage, &fi).await?;
    form::go_on_to(stage, &fi, fi.get("referral.municipality.label")).await?;
    focus_is_on(stage, "H1").await?;
    // Nothing is chosen yet; the list of problems is where one goes on.
    stage.browser.press_button(fi.get("forms.continue")).await?;
    focus_is_on(stage, "problems").await
}

async fn focus_is_on(stage: &Stage, wanted: &str) -> Told {
    let focused = "return document.activeElement.id || document.activeElement.tagName";
    wait::until(&format!("the focus is on {wanted}"), async || {
        Ok((stage.browser.script(focused, vec![]).await? == wanted).then_some(()))
    })
    .await
}
