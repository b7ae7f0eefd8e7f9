//! What a press and a key bring about on the page, and what they leave alone.

use serde_json::json;
use tukipolku::domain::Language;

use crate::harness::{Engine, Folder, Stage, Told, wait};
use crate::words::Words;
use crate::{Story, form, story};

/// The stories of this file.
pub const STORIES: &[Story] = &[
    story!("focus: it moves before the next press, not a frame later", &Engine::ALL, Folder::Site, at_once),
    story!("focus: the link to the text moves nothing", &Engine::ALL, Folder::Site, skip_link),
    story!("typing: a key changes nothing but its field", &Engine::ALL, Folder::Site, quiet),
];

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

/// Who goes on with a finger after the Tab key presses what they see.
async fn skip_link(stage: &mut Stage) -> Told {
    stage.open("/fi/lomake/").await?;
    form::started(stage).await?;
    let place = "return document.querySelector('#main').getBoundingClientRect().top";
    let before = stage.browser.script(place, vec![]).await?;
    for link in ["a.tuki-skip[href='#main']", "a.tuki-skip[data-exit]"] {
        let focus = "document.querySelector(arguments[0]).focus(); return document.activeElement.matches(arguments[0])";
        assert_eq!(stage.browser.script(focus, vec![json!(link)]).await?, json!(true), "{link} has the focus");
        assert_eq!(stage.browser.script(place, vec![]).await?, before, "{link} moved the page");
    }
    Ok(())
}

async fn focus_is_on(stage: &Stage, wanted: &str) -> Told {
    let focused = "return document.activeElement.id || document.activeElement.tagName";
    wait::until(&format!("the focus is on {wanted}"), async || {
        Ok((stage.browser.script(focused, vec![]).await? == wanted).then_some(()))
    })
    .await
}

/// Collects every change of the document outside of the field itself, whose style Firefox sets on its own.
const WATCH: &str = "
    window.changes = [];
    const name = ({ type, target, attributeName }) => [type, target.nodeName, target.className, attributeName].join(' ');
    const others = (seen) => seen.filter(({ target }) => target.nodeName !== 'TEXTAREA');
    new MutationObserver((seen) => window.changes.push(...others(seen).map(name)))
        .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });";

/// A page that is styled and laid out anew with every key is slow on a slow phone.
async fn quiet(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    stage.open("/fi/lomake/?kunta=995").await?;
    form::begin(stage, &fi).await?;
    let label = fi.get("referral.own_words.label");
    form::go_on_to(stage, &fi, label).await?;
    stage.browser.type_into(label, "A").await?;
    stage.browser.script(WATCH, vec![]).await?;
    stage.browser.type_into(label, "rki on raskas, en jaksa.").await?;
    form::wait_for_own_words(stage, "Arki on raskas, en jaksa.").await?;
    let changes = stage.browser.script("return window.changes", vec![]).await?;
    assert_eq!(changes, json!([]), "changes of the document");
    Ok(())
}
