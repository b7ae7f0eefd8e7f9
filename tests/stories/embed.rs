//! Our views on somebody else's page: they behave, tell nothing, and leave the page as it was.

use fantoccini::elements::Element;
use serde_json::Value;
use tukipolku::domain::Language;

use crate::harness::{Engine, Folder, Stage, Told, wait};
use crate::words::Words;
use crate::{Story, story};

/// The stories of this file.
pub const STORIES: &[Story] =
    &[story!("embed: a municipality is chosen inside the frame", &Engine::ALL, Folder::Site, contacts)];

/// The frame that the first element with this selector holds.
const FRAME: &str = "return document.querySelector(arguments[0])?.shadowRoot?.querySelector('iframe') ?? null";

/// The height of the frame, and whether its element shows it.
const HEIGHT: &str = "
    const frame = document.querySelector(arguments[0])?.shadowRoot?.querySelector('iframe');
    return frame && getComputedStyle(frame).visibility === 'visible' ? frame.getBoundingClientRect().height : 0";

/// Waits until the element shows its frame, and gives the height.
async fn height(stage: &Stage, element: &str) -> Told<u64> {
    wait::until("the frame is shown", async || {
        let height = stage.browser.script(HEIGHT, vec![element.into()]).await?.as_f64().unwrap_or(0.0);
        Ok((height > 0.0).then_some(height as u64))
    })
    .await
}

/// Steps into the frame of this element.
async fn enter(stage: &Stage, element: &str) -> Told {
    let frame = stage.browser.script(FRAME, vec![element.into()]).await?;
    let frame: Element = Element::from_element_id(stage.browser.client.clone(), id_of(&frame).into());
    Ok(frame.enter_frame().await?)
}

/// Steps back to the host's page.
async fn leave(stage: &Stage) -> Told {
    Ok(stage.browser.client.enter_parent_frame().await?)
}

/// Fails unless axe finds nothing, in the page and in the frame.
async fn assert_accessible(stage: &Stage, element: &str) -> Told {
    enter(stage, element).await?;
    stage.browser.answer_axe().await?;
    leave(stage).await?;
    stage.browser.assert_accessible().await
}

fn id_of(element: &Value) -> String {
    let id = element.as_object().and_then(|element| element.values().next()).and_then(Value::as_str);
    id.expect("the page has this element").to_owned()
}

/// Chooses a municipality in the frame as people do: from the list, then the button.
async fn choose(stage: &Stage, words: &Words, name: &str) -> Told {
    let list = stage.browser.by_label(words.get("embed.choose.label")).await?;
    list.select_by_label(name).await?;
    stage.browser.press_button(words.get("embed.choose.show")).await
}

async fn contacts(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    stage.browser.client.goto(&stage.host.url("plain")).await?;
    let before = height(stage, "tuki-contacts").await?;
    assert_eq!(before % 50, 0, "{before}");
    assert_accessible(stage, "tuki-contacts").await?;
    enter(stage, "tuki-contacts").await?;
    choose(stage, &fi, "Kuopio").await?;
    stage.browser.by_role("heading", &fi.get("contacts.card.title").replace("{name}", "Kuopio")).await?;
    leave(stage).await?;
    assert_accessible(stage, "tuki-contacts").await?;
    wait::until("the frame has grown with its content", async || {
        Ok((height(stage, "tuki-contacts").await? > before).then_some(()))
    })
    .await
}
