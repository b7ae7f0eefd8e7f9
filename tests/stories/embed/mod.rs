//! Our views on somebody else's page: they behave, tell nothing, and leave the page as it was.

mod builder;
mod hostile;
mod manners;
mod secrecy;
mod views;

use fantoccini::elements::Element;
use serde_json::Value;

use crate::harness::{Engine, Folder, Stage, Told, wait};
use crate::words::Words;
use crate::{Story, story};

/// The stories of this folder.
pub const STORIES: &[Story] = &[
    story!("embed: a municipality is chosen inside the frame", &Engine::ALL, Folder::Site, views::contacts),
    story!("embed: guide, search and start go on inside the frame", &Engine::ALL, Folder::Site, views::several),
    story!("embed: a plain frame on a page without scripts", &Engine::ALL, Folder::Site, views::plain_frame),
    story!("embed: keys lead in and out again", &Engine::ALL, Folder::Site, manners::keyboard),
    story!("embed: the host's page stays as it was", &Engine::ALL, Folder::Site, manners::unharmed),
    story!("embed: nothing long on the host's thread", &[Engine::Chromium], Folder::Site, manners::short_tasks),
    story!("embed: hostile pages do no harm", &Engine::ALL, Folder::Site, hostile::pages),
    story!("embed: a host that is not listed keeps the link", &Engine::ALL, Folder::Site, hostile::unlisted),
    story!("embed: a listening host learns nothing", &Engine::ALL, Folder::Site, secrecy::listening),
    story!("embed: ten thousand false messages have no effect", &Engine::ALL, Folder::Site, secrecy::false_messages),
    story!("embed: a form refuses to be framed", &Engine::ALL, Folder::Site, hostile::framed_form),
    story!("embed: a snippet is made and tested", &Engine::ALL, Folder::Site, builder::snippet),
];

/// The frame that the first element with this selector holds.
const FRAME: &str = "return document.querySelector(arguments[0])?.shadowRoot?.querySelector('iframe') ?? null";

/// The height of the frame, once its element shows it.
const HEIGHT: &str = "
    const frame = document.querySelector(arguments[0])?.shadowRoot?.querySelector('iframe');
    return frame && getComputedStyle(frame).visibility === 'visible' ? frame.clientHeight : 0";

/// Waits until the element shows its frame, and gives the height in CSS pixels.
async fn height(stage: &Stage, element: &str) -> Told<u64> {
    wait::until(&format!("{element} shows its frame"), async || {
        let height = stage.browser.script(HEIGHT, vec![element.into()]).await?.as_u64().unwrap_or(0);
        Ok((height > 0).then_some(height))
    })
    .await
}

/// Brings the element into view, as people scroll to it, and waits for its frame.
async fn reach(stage: &Stage, element: &str) -> Told<u64> {
    stage.browser.by_selector(element).await?;
    let scroll = "document.querySelector(arguments[0]).scrollIntoView({ block: 'start', behavior: 'instant' })";
    stage.browser.script(scroll, vec![element.into()]).await?;
    height(stage, element).await
}

/// Steps into the frame of this element.
async fn enter(stage: &Stage, element: &str) -> Told {
    let frame = stage.browser.script(FRAME, vec![element.into()]).await?;
    let frame = Element::from_element_id(stage.browser.client.clone(), id_of(&frame).into());
    Ok(frame.enter_frame().await?)
}

/// Steps back to the host's page.
async fn leave(stage: &Stage) -> Told {
    Ok(stage.browser.client.enter_parent_frame().await?)
}

fn id_of(element: &Value) -> String {
    let id = element.as_object().and_then(|element| element.values().next()).and_then(Value::as_str);
    id.expect("the page has this element").to_owned()
}

/// Fails unless axe finds nothing, in the page and in the frame.
async fn assert_accessible(stage: &Stage, element: &str) -> Told {
    enter(stage, element).await?;
    stage.browser.answer_axe().await?;
    leave(stage).await?;
    stage.browser.assert_accessible().await
}

/// Presses what has this role and name.
async fn press(stage: &Stage, role: &str, name: &str) -> Told {
    let found = stage.browser.by_words(role, name).await?;
    stage.browser.press_in_frame(&found).await
}

/// Chooses a municipality in the frame as people do: from the list, then the button.
async fn choose(stage: &Stage, words: &Words, name: &str) -> Told {
    let list = stage.browser.by_label(words.get("embed.choose.label")).await?;
    list.select_by_label(name).await?;
    let title = words.get("contacts.card.title").replace("{name}", name);
    stage.browser.press_until("button", words.get("embed.choose.show"), &title).await
}

/// Fails while the view one is in would scroll inside its frame.
async fn assert_fits(stage: &Stage) -> Told {
    let fits = "
        const page = document.scrollingElement;
        return page.scrollHeight <= innerHeight && page.scrollWidth <= innerWidth";
    stage.browser.wait_for("the frame is as large as its content", fits).await
}
