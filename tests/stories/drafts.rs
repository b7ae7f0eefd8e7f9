//! Drafts on their ways: carried to another browser, with a message that has not left, in a frame that may not have them,
//! through a change of municipality.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use tukipolku::domain::Language;
use tukipolku::routes::{Place, Route};

use crate::harness::{Engine, Folder, Stage, Told, wait};
use crate::words::Words;
use crate::{Story, form, story, team};

/// The stories of this file.
pub const STORIES: &[Story] = &[
    story!("drafts: one is carried away and opened again", &Engine::ALL, Folder::Site, carried),
    story!("drafts: a framed form does not run", &Engine::ALL, Folder::Site, framed),
    story!("drafts: an unsent message waits beside its draft", &Engine::KEEPING, Folder::Site, unsent),
    story!("drafts: another municipality keeps every answer", &Engine::ALL, Folder::Site, moved),
];

const WORDS: &str = "Kannan tämän mukanani: ääkköset, 12 € ja \"lainaus\".";

/// Keeps what the page offers for saving, so that the story can save it: automated browsers save nothing by themselves.
const CATCH: &str = "
    URL.createObjectURL = (blob) => {
        blob.arrayBuffer().then((bytes) => {
            window.caught = btoa(String.fromCharCode(...new Uint8Array(bytes)));
        });
        return 'blob:caught';
    };
    HTMLAnchorElement.prototype.click = function () { window.caughtName = this.download; };
    return true;";

async fn write(stage: &Stage, fi: &Words) -> Told {
    stage.open("/fi/lomake/?kunta=995").await?;
    form::write(stage, fi, WORDS).await
}

fn saved_page() -> String {
    Place { language: Language::Fi, route: Route::Saved }.path()
}

async fn carried(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    write(stage, &fi).await?;
    stage.browser.script(CATCH, vec![]).await?;
    stage.browser.press_button(fi.get("drafts.carry.action")).await?;
    let code = form::offered_code(stage).await?;
    stage.browser.assert_accessible().await?;
    stage.browser.press_button(fi.get("drafts.carry.save")).await?;
    let file = caught(stage).await?;
    // Another visit, as on another device: nothing is there but the file.
    stage.browser.script("window.onbeforeunload = null; return true", vec![]).await?;
    stage.open(&saved_page()).await?;
    form::started(stage).await?;
    stage.browser.by_selector("#carried-file").await?.send_keys(&file).await?;
    stage.browser.assert_accessible().await?;
    stage.browser.type_into(fi.get("drafts.carry.code"), "aivan muut sanat").await?;
    stage.browser.press_button(fi.get("drafts.carry.open")).await?;
    stage.browser.wait_for_text(fi.get("drafts.message.wrong_code")).await?;
    stage
        .browser
        .script("const field = document.querySelector('[name=carried_code]'); field.value = ''; return true", vec![])
        .await?;
    stage.browser.type_into(fi.get("drafts.carry.code"), &code).await?;
    stage.browser.press_button(fi.get("drafts.carry.open")).await?;
    form::wait_for_own_words(stage, WORDS).await
}

/// Writes the file that the page offered, and gives its path.
async fn caught(stage: &Stage) -> Told<String> {
    let bytes = wait::until("a file is offered", async || {
        Ok(stage.browser.script("return window.caught ?? null", vec![]).await?.as_str().map(str::to_owned))
    })
    .await?;
    assert_eq!(stage.browser.script("return window.caughtName", vec![]).await?, json!("tukipolku.age"));
    let file = xtask::places::root().join(format!("target/stories/carried-{}.age", stage.browser.engine.name()));
    let bytes = STANDARD.decode(bytes)?;
    assert!(bytes.starts_with(b"age-encryption.org/v1\n-> scrypt "), "one age file under a code");
    std::fs::write(&file, bytes)?;
    Ok(file.display().to_string())
}

async fn unsent(stage: &mut Stage) -> Told {
    stage.expect_inbox_away();
    let fi = Words::of(Language::Fi);
    write(stage, &fi).await?;
    let code = form::keep_with_code(stage, &fi).await?;
    form::send(stage, &fi).await?;
    stage.browser.by_role("heading", fi.get("delivery.not_sent.title")).await?;
    stage.browser.wait_for_text(fi.get("delivery.not_sent.stored")).await?;
    stage.browser.kill_and_reopen().await?;
    let inbox = team::inbox(stage, &format!("unsent-{}", stage.browser.engine.name()))?;
    stage.open(&saved_page()).await?;
    // Before it is unlocked, nothing tells that a message waits.
    stage.browser.type_into(fi.get("drafts.unlock.label"), &code).await?;
    let seen = stage.browser.script("return document.body.innerText", vec![]).await?;
    assert!(!seen.as_str().unwrap_or_default().contains(fi.get("delivery.not_sent.title")), "{seen}");
    stage.browser.press_button(fi.get("drafts.page.resume")).await?;
    stage.browser.by_role("heading", fi.get("delivery.receipt.title")).await?;
    let reference = stage.browser.by_selector(".tuki-receipt__reference").await?.text().await?;
    let file = team::pull(&inbox, reference.trim())?;
    assert_eq!(team::reference_of(&file), reference.trim());
    Ok(())
}

/// The headers forbid framing; here they are left out, so that the form's own refusal is seen.
async fn framed(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    stage.site.drop_policy();
    stage.open("/__framed").await?;
    stage.browser.by_selector("iframe").await?.enter_frame().await?;
    stage.browser.wait_for_text(fi.get("forms.framed")).await?;
    stage.browser.wait_for("no question is asked", "return !document.querySelector('main form')").await
}

/// The municipality is changed on another page, in another county; the words in the form stay.
async fn moved(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    write(stage, &fi).await?;
    stage.browser.follow(fi.get("app.nav.contacts")).await?;
    let field = stage.browser.by_selector("#field-municipality").await?;
    field.clear().await?;
    field.send_keys("Kuopio").await?;
    stage.browser.wait_for("a municipality is offered", "return !!document.querySelector('[role=option]')").await?;
    stage.browser.press_keys(&[fantoccini::key::Key::Down, fantoccini::key::Key::Enter]).await?;
    stage.browser.wait_for_text("Pohjois-Savo").await?;
    stage.browser.follow(fi.get("forms.continue_form")).await?;
    form::wait_for_own_words(stage, WORDS).await
}
