//! The team's side of a story: the inbox, the reader, and the stock tool.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use sha2::{Digest, Sha256};
use xtask::demo_inbox::{self, Inbox, STORY_PORT};
use xtask::demo_keys;

use crate::harness::{Failure, Stage, Told};
use crate::words::Words;

/// A fresh inbox for the site of this stage.
pub fn inbox(stage: &Stage, name: &str) -> Told<Inbox> {
    let folder = folder(name);
    // What an earlier run left would be listed beside this story's message.
    let _ = std::fs::remove_dir_all(&folder);
    demo_inbox::start(&folder, STORY_PORT, &stage.site.origin).map_err(|problem| Failure(problem.to_string()))
}

fn folder(name: &str) -> PathBuf {
    xtask::places::root().join("target/stories/inbox").join(name)
}

/// Opens the message with this reference in the staff reader and gives what is read there.
pub async fn read(stage: &Stage, inbox: &Inbox, words: &Words, reference: &str) -> Told<String> {
    let browser = &stage.browser;
    browser.client.goto(&inbox.reader()).await?;
    browser.wait_for_text(words.get("reader.said.ready")).await?;
    let key = demo_keys::folder().join("team.age");
    browser.by_label(words.get("reader.key.file.label")).await?.send_keys(&key.to_string_lossy()).await?;
    browser.type_into(words.get("reader.key.passphrase.label"), demo_keys::PASSPHRASE).await?;
    browser.press_button(words.get("reader.key.open")).await?;
    browser.type_into(words.get("reader.inbox.token.label"), inbox.token()).await?;
    browser.press_button(words.get("reader.inbox.list")).await?;
    browser.assert_accessible().await?;
    browser.press_button(&words.get("reader.said.open").replace("{reference}", reference)).await?;
    browser.wait_for_text(&words.get("reader.said.opened").replace("{reference}", reference)).await?;
    browser.assert_accessible().await?;
    let text = browser.script("return document.body.innerText", vec![]).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// Pulls the message as staff do, and gives the sealed file.
pub fn pull(inbox: &Inbox, reference: &str) -> Told<Vec<u8>> {
    let county = xtask::deployment::DEMO_COUNTY;
    let list = format!("{}/v1/{county}/submissions", demo_inbox::address(STORY_PORT));
    let mut listed = get(&list, inbox.token())?;
    let listed: serde_json::Value = serde_json::from_reader(listed.body_mut().as_reader())?;
    let messages = listed.as_array().or_else(|| listed["submissions"].as_array()).cloned().unwrap_or_default();
    let message = messages.iter().find(|message| message["reference"] == reference);
    let id = message.map(|message| message["id"].to_string().trim_matches('"').to_owned());
    let id = id.ok_or_else(|| Failure(format!("{reference} is not listed: {listed}")))?;
    Ok(get(&format!("{list}/{id}"), inbox.token())?.body_mut().read_to_vec()?)
}

/// The references of every message that staff are shown.
pub fn references(inbox: &Inbox) -> Told<Vec<String>> {
    let county = xtask::deployment::DEMO_COUNTY;
    let mut listed = get(&format!("{}/v1/{county}/submissions", demo_inbox::address(STORY_PORT)), inbox.token())?;
    let listed: serde_json::Value = serde_json::from_reader(listed.body_mut().as_reader())?;
    let messages = listed["submissions"].as_array().cloned().unwrap_or_default();
    Ok(messages.iter().filter_map(|message| message["reference"].as_str().map(str::to_owned)).collect())
}

fn get(address: &str, token: &str) -> Told<ureq::http::Response<ureq::Body>> {
    Ok(ureq::get(address).header("authorization", &format!("Bearer {token}")).call()?)
}

/// The reference that staff compute with `sha256sum`: the first twelve hex digits, in fours.
pub fn reference_of(file: &[u8]) -> String {
    let hex: String = Sha256::digest(file).iter().take(6).map(|byte| format!("{byte:02X}")).collect();
    format!("{}-{}-{}", &hex[..4], &hex[4..8], &hex[8..])
}

/// Opens a sealed file with the stock `age`, which asks for the passphrase of the key file on a terminal.
pub fn open_with_stock_age(file: &[u8], name: &str) -> Told<String> {
    let folder = folder(name);
    let (sealed, opened) = (folder.join("message.age"), folder.join("message.txt"));
    std::fs::write(&sealed, file)?;
    let key = demo_keys::folder().join("team.age");
    let age = format!("age -d -i '{}' -o '{}' '{}'", key.display(), opened.display(), sealed.display());
    // `script` gives age the terminal that it asks for.
    let mut child =
        Command::new("script").args(["-qec", &age, "/dev/null"]).stdin(Stdio::piped()).stdout(Stdio::null()).spawn()?;
    let mut terminal = child.stdin.take().ok_or_else(|| Failure("no terminal".to_owned()))?;
    writeln!(terminal, "{}", demo_keys::PASSPHRASE)?;
    let status = child.wait()?;
    drop(terminal);
    if !status.success() {
        return Err(Failure(format!("age did not open the message: {status}")));
    }
    Ok(std::fs::read_to_string(opened)?)
}
