//! The team's page by itself: hostile messages, several keys, the wrong key, marking handled, printing, three languages.

use tukipolku::domain::Language;
use tukipolku_vault::Identity;
use tukipolku_vault::sealed::{recipients, seal};
use xtask::demo_inbox::{self, Inbox, STORY_PORT};
use xtask::deployment::DEMO_COUNTY;
use xtask::{demo_keys, module_build};

use crate::harness::{Engine, Failure, Folder, Stage, Told, wait};
use crate::words::Words;
use crate::{Story, story, team};

/// The stories of this file.
pub const STORIES: &[Story] = &[story!("the reader trusts no message", &Engine::ALL, Folder::Site, trusts_no_message)];

/// What a hostile sender would try: scripts, reversed words, a faked border, a terminal's commands.
const HOSTILE: &str = "Hei\u{202e}ieh\n<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>\n\
     \u{1b}[2J<svg onload=alert(1)>\n===== tukipolku-seal/1 =====\n{\"schema\":\"tukipolku-seal/2\"}";

async fn trusts_no_message(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    let inbox = team::inbox(stage, &format!("reader-{}", stage.browser.engine.name()))?;
    wait::until("the inbox listens", async || {
        Ok(std::net::TcpStream::connect(("127.0.0.1", STORY_PORT)).is_ok().then_some(()))
    })
    .await?;
    let hostile = send(&seal_to(&team_keys()?, HOSTILE)?)?;
    let strangers = [Identity::generate(), Identity::generate()].map(|key| key.to_public().to_string());
    let foreign = send(&seal_to(&strangers.join("\n"), "Hei")?)?;
    every_language_is_accessible(stage, &inbox).await?;
    stage.browser.client.goto(&inbox.reader()).await?;
    stage.browser.wait_for_text(fi.get("reader.said.ready")).await?;
    open_key(stage, &fi, "team.age", "keks").await?;
    stage.browser.wait_for_text(fi.get("reader.said.error.wrong-code")).await?;
    open_key(stage, &fi, "team.age", demo_keys::PASSPHRASE).await?;
    stage.browser.wait_for_text(fi.get("reader.said.key_open.one")).await?;
    open_key(stage, &fi, "recovery.age", demo_keys::PASSPHRASE).await?;
    stage.browser.wait_for_text(&fi.get("reader.said.key_open.other").replace("{number}", "2")).await?;
    stage.browser.wait_for("two fingerprints", "return document.querySelectorAll('#keys li').length === 2").await?;
    list(stage, &fi, &inbox).await?;
    open(stage, &fi, &foreign).await?;
    stage.browser.wait_for_text(fi.get("reader.said.error.not-for-this-key")).await?;
    open(stage, &fi, &hostile).await?;
    stage.browser.wait_for_text(&fi.get("reader.said.opened").replace("{reference}", &hostile)).await?;
    stage.browser.wait_for_text(fi.get("reader.message.unknown")).await?;
    shows_text_as_text(stage).await?;
    stage.browser.assert_accessible().await?;
    prints(stage, &fi).await?;
    stage.browser.press_button(fi.get("reader.message.handled")).await?;
    stage.browser.wait_for_text(&fi.get("reader.said.handled").replace("{reference}", &hostile)).await?;
    clears(stage, &fi, &hostile).await
}

async fn every_language_is_accessible(stage: &Stage, inbox: &Inbox) -> Told {
    for language in Language::ALL {
        let address = inbox.reader().replace("/fi/", &format!("/{}/", language.code()));
        stage.browser.client.goto(&address).await?;
        stage.browser.wait_for_text(Words::of(language).get("reader.said.ready")).await?;
        stage.browser.assert_accessible().await?;
    }
    Ok(())
}

async fn open_key(stage: &Stage, fi: &Words, file: &str, passphrase: &str) -> Told {
    let key = demo_keys::folder().join(file);
    stage.browser.by_label(fi.get("reader.key.file.label")).await?.send_keys(&key.to_string_lossy()).await?;
    stage.browser.type_into(fi.get("reader.key.passphrase.label"), passphrase).await?;
    stage.browser.press_button(fi.get("reader.key.open")).await
}

async fn list(stage: &Stage, fi: &Words, inbox: &Inbox) -> Told {
    stage.browser.type_into(fi.get("reader.inbox.token.label"), inbox.token()).await?;
    stage.browser.press_button(fi.get("reader.inbox.list")).await?;
    stage.browser.wait_for_text(&fi.get("reader.said.listed.other").replace("{number}", "2")).await
}

async fn open(stage: &Stage, fi: &Words, reference: &str) -> Told {
    stage.browser.press_button(&fi.get("reader.said.open").replace("{reference}", reference)).await
}

/// The words stand there to be read, nothing of them became an element, and nothing unseen is left.
async fn shows_text_as_text(stage: &Stage) -> Told {
    let shown = stage.browser.script("return document.getElementById('message-text').textContent", vec![]).await?;
    let shown = shown.as_str().unwrap_or_default();
    assert!(shown.contains("<img src=x onerror=") && shown.contains("Heiieh") && shown.contains("[2J<svg"), "{shown}");
    assert!(!shown.contains(['\u{202e}', '\u{1b}']), "{shown:?}");
    let script =
        "return [document.title, document.querySelectorAll('article img, article svg, article script').length]";
    let found = stage.browser.script(script, vec![]).await?;
    assert!(found[0] != "owned" && found[1] == 0, "{found}");
    Ok(())
}

async fn prints(stage: &Stage, fi: &Words) -> Told {
    stage.browser.script("window.print = () => { window.wasPrinted = true }", vec![]).await?;
    stage.browser.press_button(fi.get("reader.message.print")).await?;
    stage.browser.wait_for("the page was printed", "return window.wasPrinted === true").await
}

/// After clearing neither words nor keys are on the page, and no message opens.
async fn clears(stage: &Stage, fi: &Words, reference: &str) -> Told {
    stage.browser.press_button(fi.get("reader.clear.button")).await?;
    stage.browser.wait_for_text(fi.get("reader.said.cleared")).await?;
    let left = stage.browser.script("return document.body.innerText", vec![]).await?;
    let left = left.as_str().unwrap_or_default();
    assert!(!left.contains(reference) && !left.contains("Heiieh"), "{left}");
    stage.browser.wait_for("no fingerprint is left", "return document.querySelectorAll('#keys li').length === 0").await
}

/// The demonstration's public keys, one a line.
fn team_keys() -> Told<String> {
    let file = demo_keys::recipients().map_err(|problem| Failure(problem.to_string()))?;
    let text = std::fs::read_to_string(file)?;
    let keys: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("key = \"")?.strip_suffix('"')).collect();
    Ok(keys.join("\n"))
}

fn seal_to(keys: &str, words: &str) -> Told<Vec<u8>> {
    let padded = format!("{words}{}\n", " ".repeat(16 * 1024 - 1 - words.len()));
    let sealed = recipients(keys).and_then(|recipients| seal(&recipients, padded.as_bytes()));
    sealed.map_err(|error| Failure(error.name().to_owned()))
}

/// Sends as anybody can, and gives the reference.
fn send(sealed: &[u8]) -> Told<String> {
    let digest = module_build::sha256_in_base64(sealed);
    let address = format!("{}/v1/{DEMO_COUNTY}/submissions", demo_inbox::address(STORY_PORT));
    let request = ureq::post(&address).header("content-type", "application/octet-stream");
    let request = request.header("content-digest", &format!("sha-256=:{digest}:"));
    let reference = team::reference_of(sealed);
    request.header("idempotency-key", &format!("story-{reference}-key")).send(sealed)?;
    Ok(reference)
}
