//! A message on a bad day: the inbox is away and comes back, stops in the middle, lies, or refuses for good. "Received" is
//! said only when it is true, and until then every answer is still there.

use tukipolku::domain::Language;

use crate::false_inbox::{Behaviour, FalseInbox};
use crate::harness::{Engine, Folder, Stage, Told, wait};
use crate::words::Words;
use crate::{Story, form, story, team};

/// The stories of this file.
pub const STORIES: &[Story] = &[
    story!("the inbox is away and comes back", &Engine::ALL, Folder::Site, away_and_back),
    story!("the inbox stops in the middle of a message", &Engine::ALL, Folder::Site, stops_in_the_middle),
    story!("the inbox lies about the digest", &Engine::ALL, Folder::Site, lies),
    story!("the inbox refuses for good", &Engine::ALL, Folder::Site, refuses),
    story!("the inbox's clock says that the keys have expired", &Engine::ALL, Folder::Site, expired),
];

const WORDS: &str = "Viesti, joka odottaa";

/// Writes a short form and presses "send".
async fn write_and_send(stage: &mut Stage, fi: &Words) -> Told {
    stage.expect_inbox_away();
    stage.open("/fi/lomake/?kunta=995").await?;
    form::write(stage, fi, WORDS).await?;
    form::send(stage, fi).await
}

/// Other ways are offered, and the answers are all there.
async fn not_sent_yet(stage: &Stage, fi: &Words) -> Told {
    stage.browser.by_role("heading", fi.get("delivery.not_sent.title")).await?;
    stage.browser.wait_for_text(WORDS).await?;
    stage.browser.assert_accessible().await
}

/// The real inbox comes; the message is received, and is there exactly once.
async fn received_once(stage: &Stage, fi: &Words, name: &str) -> Told {
    let inbox = team::inbox(stage, &format!("{name}-{}", stage.browser.engine.name()))?;
    stage.browser.press_button(fi.get("delivery.not_sent.try_now")).await?;
    stage.browser.by_role("heading", fi.get("delivery.receipt.title")).await?;
    let reference = stage.browser.by_selector(".tuki-receipt__reference").await?.text().await?;
    let file = team::pull(&inbox, reference.trim())?;
    assert_eq!(team::reference_of(&file), reference.trim());
    assert_eq!(team::references(&inbox)?, [reference.trim()]);
    Ok(())
}

async fn away_and_back(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    write_and_send(stage, &fi).await?;
    // Somebody comes in: the way out is where the hands are, and what the message does meanwhile must not take them away.
    stage.browser.script("document.querySelector('a.tuki-skip[data-exit]').focus()", vec![]).await?;
    not_sent_yet(stage, &fi).await?;
    let kept = stage.browser.script("return document.activeElement.matches('[data-exit]')", vec![]).await?;
    assert_eq!(kept, true, "the focus is still on the way out");
    received_once(stage, &fi, "away").await
}

async fn stops_in_the_middle(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    let stopping = FalseInbox::start(Behaviour::StopsInTheMiddle).await?;
    write_and_send(stage, &fi).await?;
    not_sent_yet(stage, &fi).await?;
    assert!(stopping.messages() >= 2, "the page has tried again by itself");
    stopping.stop().await;
    received_once(stage, &fi, "stopped").await
}

async fn lies(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    let lying = FalseInbox::start(Behaviour::LiesAboutTheDigest).await?;
    write_and_send(stage, &fi).await?;
    not_sent_yet(stage, &fi).await?;
    wait::until("some more lies were told", async || Ok((lying.messages() >= 3).then_some(()))).await?;
    let page = stage.browser.script("return document.body.innerText", vec![]).await?;
    assert!(!page.as_str().unwrap_or_default().contains(fi.get("delivery.receipt.title")), "a lie was believed");
    lying.stop().await;
    received_once(stage, &fi, "lied").await
}

async fn refuses(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    let refusing = FalseInbox::start(Behaviour::Refuses).await?;
    write_and_send(stage, &fi).await?;
    stage.browser.wait_for_text(fi.get("delivery.refused.title")).await?;
    stage.browser.wait_for_text(fi.get("delivery.refused.kept")).await?;
    stage.browser.wait_for_text(WORDS).await?;
    stage.browser.assert_accessible().await?;
    refusing.stop().await;
    Ok(())
}

/// The device's clock has no say: it is said to be wrong, nothing is sealed, and every answer is there.
async fn expired(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    let later = FalseInbox::start(Behaviour::LivesLater).await?;
    write_and_send(stage, &fi).await?;
    for words in ["delivery.key_expired", "delivery.clock", "delivery.refused.kept"] {
        stage.browser.wait_for_text(fi.get(words)).await?;
    }
    stage.browser.wait_for_text(WORDS).await?;
    stage.browser.assert_accessible().await?;
    assert_eq!(later.messages(), 0, "nothing was sent");
    later.stop().await;
    Ok(())
}
