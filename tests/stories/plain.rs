//! The site without its program, with a broken program, and under strangers' hands.

use tukipolku::domain::Language;

use crate::harness::{Engine, Folder, Stage, Told};
use crate::words::Words;
use crate::{Story, form, story};

/// The stories of this file.
pub const STORIES: &[Story] = &[
    story!("scripts off: guide, contacts and advice are there", &Engine::KEEPING, Folder::Site, without_scripts),
    story!("program missing: the page stays readable", &Engine::ALL, Folder::Site, without_program),
    story!("translated before the start: the form works", &Engine::ALL, Folder::Site, translated_before),
    story!("translated after the start: the form works", &Engine::ALL, Folder::Site, translated_after),
    story!("typed before the start: every character is kept", &Engine::ALL, Folder::Site, typed_before),
    story!("a panic in mid-form loses no answer", &Engine::ALL, Folder::Site, panic_in_mid_form),
    story!("a program that breaks without a network loses nothing", &Engine::ALL, Folder::Site, panic_without_network),
    story!("quick exit leaves no form behind Back", &Engine::KEEPING, Folder::Site, quick_exit),
];

/// Puts every text of the app into a `<font>`, as browsers' translators do.
const TRANSLATE: &str = "
    const walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim()) nodes.push(walker.currentNode);
    for (const node of nodes) {
        const font = document.createElement('font');
        node.replaceWith(font);
        font.append(node);
    }
    return nodes.length > 0;";

async fn without_scripts(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    stage.browser.reopen(false).await?;
    stage.open("/fi/palvelut/lastensuojeluilmoitus/").await?;
    stage.browser.by_selector("article section#next").await?;
    stage.open("/fi/yhteystiedot/297/").await?;
    stage.browser.by_selector("a[href*='pshyvinvointialue.fi']").await?;
    stage.browser.by_selector("a[href='tel:112']").await?;
    stage.open("/fi/yhteystiedot/").await?;
    stage.browser.by_selector("a[href='/fi/yhteystiedot/297/']").await?;
    stage.open("/fi/lomake/").await?;
    let main = stage.browser.by_selector("main").await?.text().await?;
    assert!(main.contains(fi.get("forms.without_script")), "the form says what to do instead: {main}");
    Ok(())
}

async fn without_program(stage: &mut Stage) -> Told {
    stage.expect_complaint(".wasm");
    stage.expect_complaint("tukipolku");
    stage.proxy.refuse(|url| url.ends_with(".wasm"));
    stage.open("/fi/yhteystiedot/297/").await?;
    stage
        .browser
        .wait_for("the loader has given up", "return document.documentElement.dataset.app === 'missing'")
        .await?;
    stage.browser.by_selector("a[href*='pshyvinvointialue.fi']").await?;
    stage.browser.assert_accessible().await
}

async fn translated_before(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    // The program finds other nodes than it wrote, says so, and a fresh one draws the page.
    stage.expect_complaint("hydration error");
    stage.proxy.refuse(|url| url.ends_with(".wasm"));
    stage.expect_complaint(".wasm");
    stage.expect_complaint("tukipolku");
    stage.open("/fi/lomake/").await?;
    stage
        .browser
        .wait_for("the loader has given up", "return document.documentElement.dataset.app === 'missing'")
        .await?;
    assert_eq!(stage.browser.script(TRANSLATE, vec![]).await?, true);
    stage.proxy.refuse_nothing();
    stage.browser.script("window.dispatchEvent(new Event('online')); return true", vec![]).await?;
    form::begin(stage, &fi).await?;
    form::go_on_to(stage, &fi, fi.get("referral.municipality.label")).await
}

async fn translated_after(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    stage.open("/fi/lomake/?kunta=995").await?;
    form::begin(stage, &fi).await?;
    form::go_on_to(stage, &fi, fi.get("referral.own_words.label")).await?;
    assert_eq!(stage.browser.script(TRANSLATE, vec![]).await?, true);
    stage.browser.type_into(fi.get("referral.own_words.label"), "Sanat säilyvät").await?;
    form::go_on(stage, &fi).await?;
    stage.browser.press_button(fi.get("forms.back")).await?;
    form::wait_for_own_words(stage, "Sanat säilyvät").await
}

async fn typed_before(stage: &mut Stage) -> Told {
    stage.proxy.refuse(|url| url.ends_with(".wasm"));
    stage.expect_complaint(".wasm");
    stage.expect_complaint("tukipolku");
    stage.open("/fi/yhteystiedot/").await?;
    stage
        .browser
        .wait_for("the loader has given up", "return document.documentElement.dataset.app === 'missing'")
        .await?;
    let field = stage.browser.by_selector("#field-municipality").await?;
    field.send_keys("Kuop").await?;
    stage.proxy.refuse_nothing();
    stage.browser.script("window.dispatchEvent(new Event('online')); return true", vec![]).await?;
    form::started(stage).await?;
    stage
        .browser
        .wait_for("what was typed is searched for", "return !!document.querySelector('[role=option]')")
        .await?;
    assert_eq!(field.prop("value").await?.as_deref(), Some("Kuop"));
    Ok(())
}

/// The loader hears that the program has panicked (said here by the same event; a real panic is in the story of a page
/// translated before the start): a fresh one takes over with every answer.
async fn panic_in_mid_form(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    stage.open("/fi/lomake/?kunta=995").await?;
    form::write(stage, &fi, "Ennen virhettä").await?;
    let generation = "window.dispatchEvent(new CustomEvent('tuki-panic', { detail: 1 })); return true";
    stage.browser.script(generation, vec![]).await?;
    stage.browser.wait_for_text(fi.get("app.page.rescued")).await?;
    form::wait_for_own_words(stage, "Ennen virhettä").await?;
    form::go_on(stage, &fi).await
}

/// The program breaks while there is no network: what is on the page stays, and a fresh one takes over when there is.
async fn panic_without_network(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    stage.open("/fi/lomake/?kunta=995").await?;
    form::write(stage, &fi, "Ennen virhettä").await?;
    let broken = "window.network = window.fetch; window.fetch = () => Promise.reject(new TypeError());
        window.dispatchEvent(new CustomEvent('tuki-panic', { detail: 1 })); return true";
    stage.browser.script(broken, vec![]).await?;
    let missing = "return document.documentElement.dataset.app === 'missing'";
    stage.browser.wait_for("the program could not be had", missing).await?;
    form::wait_for_own_words(stage, "Ennen virhettä").await?;
    // The page can still be written in, and nobody but the page notices.
    let more = "document.querySelector('#field-own_words').value += ' ja sen jälkeen'; return true";
    stage.browser.script(more, vec![]).await?;
    let back = "window.fetch = window.network; window.dispatchEvent(new Event('online')); return true";
    stage.browser.script(back, vec![]).await?;
    stage.browser.wait_for_text(fi.get("app.page.rescued")).await?;
    form::wait_for_own_words(stage, "Ennen virhettä ja sen jälkeen").await?;
    form::go_on(stage, &fi).await
}

async fn quick_exit(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    stage.open("/fi/lomake/?kunta=995").await?;
    form::write(stage, &fi, "Kukaan ei saa nähdä").await?;
    stage
        .browser
        .script("for (const link of document.querySelectorAll('a[data-exit]')) link.href = '/fi/'; return true", vec![])
        .await?;
    stage.browser.follow(fi.get("components.leave_page")).await?;
    stage.browser.by_selector("article").await?;
    stage.browser.client.back().await?;
    let seen = stage.browser.script("return document.body.innerText", vec![]).await?;
    let seen = seen.as_str().unwrap_or_default();
    assert!(!seen.contains("Kukaan ei saa nähdä") && !seen.contains(fi.get("referral.own_words.label")), "{seen}");
    Ok(())
}
