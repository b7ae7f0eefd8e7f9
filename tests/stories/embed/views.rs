//! What people do inside the frames.

use std::collections::BTreeSet;

use tukipolku::domain::Language;

use super::{assert_accessible, assert_fits, choose, enter, height, leave, press, reach};
use crate::harness::{Screen, Stage, Told, wait};
use crate::words::Words;

/// Chooses a municipality, changes the language and the width, and writes to the team in a tab of its own.
pub async fn contacts(stage: &mut Stage) -> Told {
    let (fi, sv) = (Words::of(Language::Fi), Words::of(Language::Sv));
    stage.browser.client.goto(&stage.host.url("plain")).await?;
    let before = height(stage, "tuki-contacts").await?;
    assert_eq!(before % 50, 0, "{before}");
    assert_accessible(stage, "tuki-contacts").await?;
    enter(stage, "tuki-contacts").await?;
    choose(stage, &fi, "Esimerkkilä").await?;
    assert_fits(stage).await?;
    stage.browser.press_until("link", "Svenska", sv.get("embed.contacts.change")).await?;
    assert_fits(stage).await?;
    leave(stage).await?;
    assert!(height(stage, "tuki-contacts").await? > before, "the frame has grown with its content");
    assert_accessible(stage, "tuki-contacts").await?;
    for screen in [Screen::Phone, Screen::Desktop] {
        stage.browser.resize(screen).await?;
        enter(stage, "tuki-contacts").await?;
        assert_fits(stage).await?;
        leave(stage).await?;
    }
    write_to_the_team(stage, &sv).await
}

/// The link to the form opens a tab of its own with the municipality carried, and the host's page stays behind it.
async fn write_to_the_team(stage: &Stage, words: &Words) -> Told {
    let client = &stage.browser.client;
    let host = client.window().await?;
    enter(stage, "tuki-contacts").await?;
    let said = format!("{} {}", words.get("app.contact.write"), words.get("embed.new_tab"));
    press(stage, "link", &said).await?;
    let tab = wait::until("a new tab is open", async || {
        Ok(client.windows().await?.into_iter().find(|window| *window != host))
    })
    .await?;
    client.switch_to_window(tab).await?;
    stage.browser.wait_for("the form has started", "return document.documentElement.dataset.app === 'started'").await?;
    assert_eq!(stage.browser.script("return window.opener === null && document.referrer === ''", vec![]).await?, true);
    let asked = stage.proxy.requests().into_iter().any(|request| request.url.ends_with("/sv/blankett/?kunta=995"));
    assert!(asked, "the municipality was carried");
    client.switch_to_window(host).await?;
    assert_eq!(client.title().await?, "Kunnan sivu");
    assert_eq!(client.current_url().await?.as_str(), stage.host.url("plain"));
    Ok(())
}

/// Four of ours on one page, with the script there twice: each is titled, themed and as high as it must be.
pub async fn several(stage: &mut Stage) -> Told {
    let (sv, en) = (Words::of(Language::Sv), Words::of(Language::En));
    stage.browser.client.goto(&stage.host.url("several")).await?;
    for (element, title) in [
        ("#guide", sv.get("embed.frame.guide")),
        ("#contacts", sv.get("embed.frame.contacts")),
        ("#search", en.get("embed.frame.search")),
        ("#start", sv.get("embed.frame.start")),
    ] {
        reach(stage, element).await?;
        enter(stage, element).await?;
        assert_fits(stage).await?;
        stage.browser.answer_axe().await?;
        leave(stage).await?;
        let named = "return document.querySelector(arguments[0]).shadowRoot.querySelector('iframe').title";
        assert_eq!(stage.browser.script(named, vec![element.into()]).await?, title);
    }
    stage.browser.assert_accessible().await?;
    asked_for(stage).await?;
    search(stage, &en).await
}

/// Sections, heading level, fixed municipality and colours are as the host asked, except colours that cannot be read.
async fn asked_for(stage: &Stage) -> Told {
    enter(stage, "#guide").await?;
    let sections = "return [...document.querySelectorAll('section[id]')].map((section) => section.id)";
    assert_eq!(stage.browser.script(sections, vec![]).await?, serde_json::json!(["what", "do"]));
    leave(stage).await?;
    enter(stage, "#contacts").await?;
    let level = "return document.querySelector('h1').ariaLevel + document.querySelectorAll('[data-change]').length";
    assert_eq!(stage.browser.script(level, vec![]).await?, "30");
    leave(stage).await?;
    let colours = "
        const style = getComputedStyle(document.documentElement);
        return [style.backgroundColor, getComputedStyle(document.querySelector('a')).color]";
    enter(stage, "#search").await?;
    let seen = stage.browser.script(colours, vec![]).await?;
    assert_eq!(seen, serde_json::json!(["rgb(255, 255, 255)", "rgb(122, 0, 25)"]));
    leave(stage).await?;
    enter(stage, "#start").await?;
    let seen = stage.browser.script(colours, vec![]).await?.to_string();
    assert!(!seen.contains("255, 255, 0"), "yellow on white cannot be read: {seen}");
    leave(stage).await
}

/// The list is shortened by a word, a page of the guide is read, and the way on to the contacts is there.
async fn search(stage: &Stage, words: &Words) -> Told {
    reach(stage, "#search").await?;
    enter(stage, "#search").await?;
    // WebKit's driver types in a frame only where somebody has pressed.
    stage.browser.by_label(words.get("embed.search.label")).await?.click().await?;
    stage.browser.type_into(words.get("embed.search.label"), "rehabilitation").await?;
    let shown = "return [...document.querySelectorAll('#pages > li')].filter((page) => !page.hidden).length";
    let shown = stage.browser.script(shown, vec![]).await?.as_u64().unwrap_or(0);
    assert!((1..5).contains(&shown), "{shown} pages have the word");
    stage.browser.press_until("link", "Family rehabilitation", words.get("embed.guide.contacts")).await?;
    assert_fits(stage).await?;
    stage.browser.press_until("link", words.get("embed.guide.contacts"), words.get("embed.choose.label")).await?;
    choose(stage, words, "Oulu").await?;
    leave(stage).await
}

/// Without a script of the host, the frame has the height it was given and scrolls inside.
pub async fn plain_frame(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    stage.browser.client.goto(&stage.host.url("iframe")).await?;
    stage.browser.by_selector("iframe").await?.enter_frame().await?;
    stage.browser.by_words("heading", &fi.get("contacts.card.title").replace("{name}", "Esimerkkilä")).await?;
    let links = "return [...document.querySelectorAll('a[target]')].map((link) => link.rel)";
    let rels: BTreeSet<String> = serde_json::from_value(stage.browser.script(links, vec![]).await?)?;
    assert_eq!(rels, BTreeSet::from(["noopener noreferrer".to_owned()]));
    Ok(())
}
