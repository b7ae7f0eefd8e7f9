//! A web editor makes a snippet, sees it, copies it and tests it.

use tukipolku::domain::Language;

use super::{enter, leave, reach};
use crate::harness::{Stage, Told, wait};
use crate::words::Words;

/// The value of a control.
const VALUE: &str = "return document.getElementById(arguments[0]).value";

/// Chooses municipality, language and colours; the snippet follows, unreadable colours are named, the test passes.
pub async fn snippet(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    stage.open("/builder/fi/").await?;
    reach(stage, "#preview > *").await?;
    choose(stage, fi.get("embed.builder.municipality"), "Esimerkkilä").await?;
    choose(stage, fi.get("embed.builder.language"), "English").await?;
    stage.browser.pick(fi.get("embed.builder.narrow")).await?;
    // The preview may still be loading, and grow.
    let code = wait::until("the snippet reserves the preview's height", async || {
        let told = reach(stage, "#preview > *").await?;
        let expected = format!("<tuki-contacts municipality=\"995\" lang=\"en\" height=\"{told}\">");
        Ok(Some(text(stage, "code").await?).filter(|code| code.contains(&expected)))
    })
    .await?;
    assert!(code.contains(&format!("src=\"{}/embed/1.js\"", stage.site.origin)), "{code}");
    assert!(text(stage, "frame").await?.contains("sandbox=\"allow-scripts allow-popups"), "a frame without script");
    enter(stage, "#preview > *").await?;
    stage.browser.answer_axe().await?;
    leave(stage).await?;
    stage.browser.assert_accessible().await?;
    colours(stage, &fi).await?;
    tested(stage, &fi, &code).await
}

/// Yellow on white is named as what cannot be read.
async fn colours(stage: &Stage, words: &Words) -> Told {
    stage.browser.pick(words.get("embed.builder.own")).await?;
    stage.browser.wait_for_text(words.before_gap("embed.builder.contrast_good")).await?;
    let yellow = "
        const colour = document.getElementById('accent');
        colour.value = '#ffee00';
        colour.dispatchEvent(new Event('change', { bubbles: true }))";
    stage.browser.script(yellow, vec![]).await?;
    stage.browser.wait_for_text(words.before_gap("embed.builder.contrast_bad")).await
}

/// The copied code passes the test; a host that is not listed is told so.
async fn tested(stage: &Stage, words: &Words, code: &str) -> Told {
    // The preview above may still change its height and move the link away from under the press.
    stage.browser.press_until("link", words.get("embed.builder.test"), words.get("embed.tester.host")).await?;
    stage.browser.by_role("heading", words.get("embed.tester.title")).await?;
    let paste = "document.getElementById('code').value = arguments[0]";
    stage.browser.script(paste, vec![code.into()]).await?;
    stage.browser.type_into(words.get("embed.tester.host"), "https://somewhere.example/page").await?;
    stage.browser.press_button(words.get("embed.tester.run")).await?;
    for key in ["height_good", "language_good", "contrast_good"] {
        stage.browser.wait_for_text(words.before_gap(&format!("embed.tester.{key}"))).await?;
    }
    stage.browser.wait_for_text(Words::of(Language::En).before_gap("contacts.card.organiser")).await?;
    stage
        .browser
        .wait_for_text(&words.get("embed.tester.allowed_bad").replace("{what}", "https://somewhere.example"))
        .await?;
    enter(stage, "#preview > *").await?;
    stage.browser.answer_axe().await?;
    leave(stage).await?;
    stage.browser.assert_accessible().await
}

async fn choose(stage: &Stage, label: &str, words: &str) -> Told {
    Ok(stage.browser.by_label(label).await?.select_by_label(words).await?)
}

async fn text(stage: &Stage, id: &str) -> Told<String> {
    let value = stage.browser.script(VALUE, vec![id.into()]).await?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}
