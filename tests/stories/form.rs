//! Steps through the form that several stories share.

use fantoccini::key::Key;
use serde_json::json;

use crate::harness::{Stage, Told, wait};
use crate::words::Words;

/// The invented municipality that every story chooses, by its beginning.
pub const TYPED: &str = "Esimerk";

/// Waits until the program has taken the page over.
pub async fn started(stage: &Stage) -> Told {
    stage.browser.wait_for("the program has started", "return document.documentElement.dataset.app === 'started'").await
}

/// Presses "Continue" and waits for another heading.
pub async fn go_on(stage: &Stage, words: &Words) -> Told {
    let before = heading(stage).await?;
    stage.browser.press_button(words.get("forms.continue")).await?;
    wait::until("the next step is shown", async || Ok((heading(stage).await? != before).then_some(()))).await
}

/// The heading of the page.
pub async fn heading(stage: &Stage) -> Told<String> {
    let text = stage.browser.script("return document.querySelector('h1')?.innerText ?? ''", vec![]).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// Goes on until the step with this heading.
pub async fn go_on_to(stage: &Stage, words: &Words, wanted: &str) -> Told {
    while heading(stage).await? != wanted {
        go_on(stage, words).await?;
    }
    Ok(())
}

/// From the first entry question to the first step of the self-referral.
pub async fn begin(stage: &Stage, words: &Words) -> Told {
    started(stage).await?;
    stage.browser.pick(words.get("entry.danger.not_now")).await?;
    go_on(stage, words).await?;
    stage.browser.pick(words.get("entry.about.own_family")).await?;
    go_on(stage, words).await?;
    stage.browser.press_button(words.get("entry.begin")).await
}

/// From the entry questions to the big box, with these words in it.
pub async fn write(stage: &Stage, words: &Words, text: &str) -> Told {
    begin(stage, words).await?;
    go_on_to(stage, words, words.get("referral.own_words.label")).await?;
    stage.browser.type_into(words.get("referral.own_words.label"), text).await
}

/// From the big box to the check page, with the least that can be sent.
pub async fn check(stage: &Stage, words: &Words) -> Told {
    go_on_to(stage, words, words.get("referral.contact_way.label")).await?;
    stage.browser.pick(words.get("referral.contact_way.own_call")).await?;
    go_on_to(stage, words, words.get("forms.check.heading")).await
}

/// From the big box to "send", which is pressed.
pub async fn send(stage: &Stage, words: &Words) -> Told {
    check(stage, words).await?;
    stage.browser.press_button(words.get("delivery.send")).await
}

/// Chooses the invented municipality by typing its beginning, with the keyboard.
pub async fn choose_municipality(stage: &Stage, words: &Words, label: &str) -> Told {
    stage.browser.type_into(label, TYPED).await?;
    stage.browser.wait_for("a municipality is offered", "return !!document.querySelector('[role=option]')").await?;
    stage.browser.press_keys(&[Key::Down]).await?;
    // On a slow machine the list may still be drawn anew; Enter chooses what is marked.
    let marked = "return !!document.querySelector('[role=combobox]').getAttribute('aria-activedescendant')";
    stage.browser.wait_for("an option is marked", marked).await?;
    stage.browser.press_keys(&[Key::Enter]).await?;
    stage.browser.wait_for_text(words.before_gap("contacts.find.chosen")).await
}

/// What stands in the big box.
pub async fn own_words(stage: &Stage) -> Told<String> {
    let value = stage.browser.script("return document.querySelector('#field-own_words')?.value ?? ''", vec![]).await?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

/// Waits until the big box holds exactly these words.
pub async fn wait_for_own_words(stage: &Stage, wanted: &str) -> Told {
    wait::until("the words are back", async || Ok((own_words(stage).await? == wanted).then_some(()))).await
}

/// Waits until everything typed is acknowledged as stored.
pub async fn saved(stage: &Stage, words: &Words) -> Told {
    let wanted = words.before_gap("drafts.status.saved");
    let script = "return (document.querySelector('.tuki-keeping__saved')?.textContent ?? '').startsWith(arguments[0])";
    wait::until("the draft is stored", async || {
        Ok((stage.browser.script(script, vec![json!(wanted)]).await? == true).then_some(()))
    })
    .await
}

/// Chooses to keep the draft under the offered code, and gives the code.
pub async fn keep_with_code(stage: &Stage, words: &Words) -> Told<String> {
    stage.browser.press_button(words.get("drafts.choice.title")).await?;
    stage.browser.pick(words.get("drafts.choice.with_code.label")).await?;
    let code = offered_code(stage).await?;
    stage.browser.assert_accessible().await?;
    stage.browser.press_button(words.get("drafts.choice.actions.keep")).await?;
    saved(stage, words).await?;
    Ok(code)
}

/// Chooses to keep the draft on this device, without a code.
pub async fn keep_without_code(stage: &Stage, words: &Words) -> Told {
    stage.browser.press_button(words.get("drafts.choice.title")).await?;
    stage.browser.pick(words.get("drafts.choice.without_code.label")).await?;
    stage.browser.press_button(words.get("drafts.choice.actions.keep")).await?;
    saved(stage, words).await
}

/// Forgets the draft that is open, and waits until it is told that it is gone.
pub async fn forget(stage: &Stage, words: &Words) -> Told {
    stage.browser.press_button(words.get("drafts.forget.action")).await?;
    stage.browser.press_button(words.get("drafts.forget.confirm")).await?;
    stage.browser.wait_for_text(words.get("drafts.message.forgotten")).await
}

/// Waits for the four words of an offered code.
pub async fn offered_code(stage: &Stage) -> Told<String> {
    wait::until("a code is offered", async || {
        let code =
            stage.browser.script("return document.querySelector('.tuki-code__words')?.innerText ?? ''", vec![]).await?;
        Ok(code.as_str().filter(|code| !code.trim().is_empty()).map(|code| code.trim().to_owned()))
    })
    .await
}
