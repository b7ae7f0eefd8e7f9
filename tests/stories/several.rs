//! More than one thing on the desk: a second message, a draft that was not opened, an open draft asked for again, everything
//! erased while a message waits. What belongs to one must not touch the other.

use tukipolku::domain::Language;
use tukipolku::routes::{Place, Route};

use crate::harness::{Engine, Folder, Stage, Told, wait};
use crate::words::Words;
use crate::{Story, form, story, team};

/// The stories of this file.
pub const STORIES: &[Story] = &[
    story!("several: a second message is one of its own", &Engine::ALL, Folder::Site, second_message),
    story!("several: a message leaves a draft alone that was not opened", &Engine::ALL, Folder::Site, draft_left_alone),
    story!("several: an open draft asked for again stays open", &Engine::ALL, Folder::Site, asked_for_again),
    story!("several: erasing stops a message that has not left", &Engine::ALL, Folder::Site, erased_while_waiting),
    story!("several: a waiting message takes no other words", &Engine::ALL, Folder::Site, other_words),
    story!("several: what was taken out is out of the draft too", &Engine::ALL, Folder::Site, taken_out),
    story!("several: leaving in a hurry erases, where that was chosen", &Engine::ALL, Folder::Site, erased_on_exit),
    story!("several: the only person of a list is removed", &Engine::ALL, Folder::Site, only_row),
];

const FIRST: &str = "Ensimmäinen asia";
const SECOND: &str = "Toinen asia";

fn saved_page() -> String {
    Place { language: Language::Fi, route: Route::Saved }.path()
}

/// The reference of a receipt, other than those seen before.
async fn reference(stage: &Stage, before: &[String]) -> Told<String> {
    wait::until("a receipt with a reference of its own", async || {
        let script = "return document.querySelector('.tuki-receipt__reference')?.innerText ?? ''";
        let seen = stage.browser.script(script, vec![]).await?;
        let seen = seen.as_str().unwrap_or_default().trim().to_owned();
        Ok((!seen.is_empty() && !before.contains(&seen)).then_some(seen))
    })
    .await
}

/// The page behind the neutral link, without leaving the document.
async fn go_to_saved(stage: &Stage, fi: &Words) -> Told {
    stage.browser.follow(fi.get("app.foot.saved")).await?;
    stage.browser.by_role("heading", fi.get("drafts.page.title")).await.map(|_| ())
}

async fn second_message(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    let inbox = team::inbox(stage, &format!("several-{}", stage.browser.engine.name()))?;
    stage.open("/fi/lomake/?kunta=995").await?;
    form::write(stage, &fi, FIRST).await?;
    form::send(stage, &fi).await?;
    let first = reference(stage, &[]).await?;
    stage.browser.press_button(fi.get("delivery.receipt.copy")).await?;
    stage.browser.wait_for("something is said of copying", COPIED).await?;
    // Looking away and back draws the receipt again, and sends nothing again.
    stage.browser.follow(fi.get("app.nav.services")).await?;
    stage.browser.follow(fi.get("app.nav.form")).await?;
    assert_eq!(reference(stage, &[]).await?, first);
    stage.browser.assert_accessible().await?;
    stage.browser.press_button(fi.get("delivery.receipt.another")).await?;
    form::write(stage, &fi, SECOND).await?;
    form::send(stage, &fi).await?;
    let second = reference(stage, std::slice::from_ref(&first)).await?;
    let mut wanted = vec![first, second.clone()];
    let mut received = team::references(&inbox)?;
    wanted.sort();
    received.sort();
    assert_eq!(received, wanted, "each message once");
    let read = team::read(stage, &inbox, &fi, &second).await?;
    assert!(read.contains(SECOND) && !read.contains(FIRST), "{read}");
    Ok(())
}

const COPIED: &str =
    "return [...document.querySelectorAll('main [role=status]')].some((said) => said.innerText.trim())";

/// Words are kept; other words, in memory only, are sent. The kept ones are still there.
async fn draft_left_alone(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    let inbox = team::inbox(stage, &format!("alone-{}", stage.browser.engine.name()))?;
    stage.open("/fi/lomake/?kunta=995").await?;
    form::write(stage, &fi, FIRST).await?;
    form::keep_without_code(stage, &fi).await?;
    stage.open("/fi/lomake/?kunta=995").await?;
    form::write(stage, &fi, SECOND).await?;
    go_to_saved(stage, &fi).await?;
    stage.browser.press_button(fi.get("drafts.page.resume")).await?;
    stage.browser.wait_for_text(fi.get("drafts.message.would_replace")).await?;
    stage.browser.press_button(fi.get("drafts.replace.stay")).await?;
    form::wait_for_own_words(stage, SECOND).await?;
    form::send(stage, &fi).await?;
    let sent = reference(stage, &[]).await?;
    assert_eq!(team::references(&inbox)?, [sent]);
    go_to_saved(stage, &fi).await?;
    stage.browser.press_button(fi.get("drafts.page.resume")).await?;
    form::wait_for_own_words(stage, FIRST).await
}

async fn asked_for_again(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    stage.open("/fi/lomake/?kunta=995").await?;
    form::write(stage, &fi, FIRST).await?;
    form::keep_without_code(stage, &fi).await?;
    go_to_saved(stage, &fi).await?;
    stage.browser.press_button(fi.get("drafts.page.resume")).await?;
    form::wait_for_own_words(stage, FIRST).await?;
    stage.browser.type_into(fi.get("referral.own_words.label"), " ja lisää").await?;
    form::saved(stage, &fi).await?;
    let seen = stage.browser.script("return document.body.innerText", vec![]).await?;
    assert!(!seen.as_str().unwrap_or_default().contains(fi.get("drafts.message.taken_over")), "{seen}");
    stage.open(&saved_page()).await?;
    form::started(stage).await?;
    stage.browser.press_button(fi.get("drafts.page.resume")).await?;
    form::wait_for_own_words(stage, &format!("{FIRST} ja lisää")).await
}

/// The inbox is away; what waited is erased. When the inbox is there, only what was sent afterwards comes.
async fn erased_while_waiting(stage: &mut Stage) -> Told {
    stage.expect_inbox_away();
    let fi = Words::of(Language::Fi);
    stage.open("/fi/lomake/?kunta=995").await?;
    form::write(stage, &fi, FIRST).await?;
    form::send(stage, &fi).await?;
    stage.browser.by_role("heading", fi.get("delivery.not_sent.title")).await?;
    go_to_saved(stage, &fi).await?;
    stage.browser.press_button(fi.get("drafts.erase.action")).await?;
    stage.browser.press_button(fi.get("drafts.erase.confirm")).await?;
    stage.browser.wait_for_text(fi.get("drafts.message.erased")).await?;
    let inbox = team::inbox(stage, &format!("erased-{}", stage.browser.engine.name()))?;
    stage.browser.script("window.dispatchEvent(new Event('online')); return true", vec![]).await?;
    stage.browser.follow(fi.get("app.nav.form")).await?;
    form::write(stage, &fi, SECOND).await?;
    form::send(stage, &fi).await?;
    let sent = reference(stage, &[]).await?;
    assert_eq!(team::references(&inbox)?, [sent]);
    Ok(())
}

/// A message waits; meanwhile a draft of the same form is opened in place of its words. The message arrives, the draft's words stay.
async fn other_words(stage: &mut Stage) -> Told {
    stage.expect_inbox_away();
    let fi = Words::of(Language::Fi);
    stage.open("/fi/lomake/?kunta=995").await?;
    form::write(stage, &fi, FIRST).await?;
    form::keep_without_code(stage, &fi).await?;
    stage.open("/fi/lomake/?kunta=995").await?;
    form::write(stage, &fi, SECOND).await?;
    form::send(stage, &fi).await?;
    stage.browser.by_role("heading", fi.get("delivery.not_sent.title")).await?;
    go_to_saved(stage, &fi).await?;
    stage.browser.press_button(fi.get("drafts.page.resume")).await?;
    stage.browser.press_button(fi.get("drafts.replace.open")).await?;
    form::wait_for_own_words(stage, FIRST).await?;
    form::send(stage, &fi).await?;
    stage.browser.wait_for_text(fi.get("delivery.busy")).await?;
    let inbox = team::inbox(stage, &format!("other-{}", stage.browser.engine.name()))?;
    stage.browser.press_button(fi.get("delivery.not_sent.try_now")).await?;
    let first = reference(stage, &[]).await?;
    stage.browser.press_button(fi.get("delivery.receipt.another")).await?;
    go_to_saved(stage, &fi).await?;
    stage.browser.press_button(fi.get("drafts.page.resume")).await?;
    stage.browser.by_role("heading", fi.get("forms.check.heading")).await?;
    stage.browser.press_button(fi.get("delivery.send")).await?;
    let second = reference(stage, std::slice::from_ref(&first)).await?;
    let read = team::read(stage, &inbox, &fi, &second).await?;
    assert!(read.contains(FIRST) && !read.contains(SECOND), "{read}");
    Ok(())
}

async fn taken_out(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    stage.open("/fi/lomake/?kunta=995").await?;
    form::write(stage, &fi, FIRST).await?;
    form::keep_without_code(stage, &fi).await?;
    let unsaved = "const field = document.querySelector('#field-own_words'); field.value = '';
        field.dispatchEvent(new Event('input', { bubbles: true })); return true";
    stage.browser.script(unsaved, vec![]).await?;
    stage
        .browser
        .wait_for(
            "the change is noticed",
            "return !document.querySelector('.tuki-keeping__saved').textContent.match(/\\d/)",
        )
        .await?;
    form::saved(stage, &fi).await?;
    stage.open(&saved_page()).await?;
    form::started(stage).await?;
    stage.browser.press_button(fi.get("drafts.page.resume")).await?;
    stage.browser.wait_for("the draft is open", "return !!document.querySelector('.tuki-keeping__saved')").await?;
    assert_eq!(form::own_words(stage).await?, "");
    Ok(())
}

async fn erased_on_exit(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    stage.open("/fi/lomake/?kunta=995").await?;
    form::write(stage, &fi, FIRST).await?;
    form::keep_without_code(stage, &fi).await?;
    go_to_saved(stage, &fi).await?;
    stage.browser.press_button(fi.get("drafts.exit.erase")).await?;
    stage.browser.wait_for_text(fi.get("drafts.exit.erases")).await?;
    stage.browser.script(STAY_HERE, vec![]).await?;
    stage
        .browser
        .script("document.querySelector('.tuki-exit-bar a:last-of-type').click(); return true", vec![])
        .await?;
    stage.browser.wait_for("another page is shown", "return location.pathname === '/sv/'").await?;
    stage.open(&saved_page()).await?;
    form::started(stage).await?;
    stage.browser.wait_for_text(fi.get("drafts.page.nothing")).await?;
    stage.browser.wait_for_text(fi.get("drafts.exit.keeps")).await
}

/// The way out leads to a page of our own, because no other may be asked in a story.
const STAY_HERE: &str =
    "document.querySelectorAll('a[data-exit]').forEach((link) => (link.href = '/sv/')); return true";

async fn only_row(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    stage.open("/fi/lomake/?kunta=995").await?;
    form::write(stage, &fi, FIRST).await?;
    form::go_on_to(stage, &fi, fi.get("referral.family.label")).await?;
    let name = fi.get("referral.family.name.label");
    stage.browser.type_into(name, "Aino").await?;
    let remove = fi.get("components.remove").replace("{what}", &format!("{} 1", fi.get("forms.row.one")));
    stage.browser.press_button(&remove).await?;
    let empty = "return document.querySelector('.tuki-group__row input').value === ''";
    stage.browser.wait_for("the row is empty", empty).await?;
    stage.browser.type_into(name, "Eino").await?;
    form::check(stage, &fi).await?;
    let seen = stage.browser.script("return document.querySelector('main').innerText", vec![]).await?;
    let seen = seen.as_str().unwrap_or_default();
    assert!(seen.contains("Eino") && !seen.contains("Aino"), "{seen}");
    Ok(())
}
