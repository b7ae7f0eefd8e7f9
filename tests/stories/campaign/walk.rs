//! Filling whole forms quickly: the page fills itself by a script, through the same events that fingers cause.

use serde::Deserialize;
use serde_json::json;

use crate::form;
use crate::harness::{Stage, Told, fail, wait};
use crate::words::Words;

/// What a walk through a form has done.
#[derive(Debug, Deserialize)]
pub struct Walk {
    /// The heading where it could not go on, if so.
    stuck: Option<String>,
    /// What was said there.
    #[serde(default)]
    said: String,
    /// The words that were put into text fields, in order.
    pub given: Vec<String>,
    /// How many text fields were filled.
    #[serde(default)]
    pub fields: usize,
}

/// Opens a fresh form and goes through its entry questions.
pub async fn begin(stage: &Stage, words: &Words) -> Told {
    stage.open("/fi/lomake/?kunta=995").await?;
    form::begin(stage, words).await?;
    stage.browser.by_selector(".tuki-step__why").await.map(drop)
}

/// Fills everything from the present step to the check page with these texts in turn; `turn` says which choices are made.
pub async fn to_check(stage: &Stage, words: &Words, texts: &[String], turn: usize) -> Told<Walk> {
    let asked = json!({ "texts": texts, "turn": turn, "check": words.get("forms.check.heading") });
    let walk = stage.browser.script_async(include_str!("walk.js"), vec![asked]).await?;
    let walk: Walk = serde_json::from_value(walk)?;
    match &walk.stuck {
        None => Ok(walk),
        Some(at) => fail(format!("The walk is stuck at “{at}”: {}", walk.said)),
    }
}

/// Sends what has been filled in, and gives the reference of the receipt.
pub async fn send(stage: &Stage, words: &Words) -> Told<String> {
    stage.browser.press_button(words.get("delivery.send")).await?;
    let reference = wait::until("a receipt is shown", async || {
        let script = "return document.querySelector('.tuki-receipt__reference')?.innerText ?? null";
        Ok(stage.browser.script(script, vec![]).await?.as_str().map(str::to_owned))
    });
    Ok(reference.await?.trim().to_owned())
}
