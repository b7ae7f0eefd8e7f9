//! What the design relies on, shown in each engine on the small pages in `pages/`; and that the harness itself would
//! notice what it is there to notice.

use fantoccini::key::Key;

use crate::harness::{Engine, Folder, Screen, Stage, Told};
use crate::{Story, story};

/// The stories of this file.
pub const STORIES: &[Story] = &[
    story!("a worker starts a program under the strict policy", &Engine::ALL, Folder::Proofs, worker),
    story!("the store keeps strictly and forgets on request", &Engine::ALL, Folder::Proofs, store_and_forget),
    story!("a killed browser keeps what was acknowledged", &Engine::KEEPING, Folder::Proofs, kill),
    story!("a frame without origin runs a program and keeps nothing", &Engine::ALL, Folder::Proofs, frame),
    story!("people find fields and buttons by their words", &Engine::ALL, Folder::Proofs, people),
    story!("a page is readable without scripts", &Engine::KEEPING, Folder::Proofs, without_scripts),
    story!("faults of a page are noticed", &Engine::ALL, Folder::Proofs, faults),
    story!("a stranger is refused and noted", &Engine::ALL, Folder::Proofs, strangers),
    story!("a missing file is like a dead network", &Engine::ALL, Folder::Proofs, missing_file),
];

/// The vault is a module worker with its own WebAssembly, and can send nothing anywhere but to its own site.
async fn worker(stage: &mut Stage) -> Told {
    stage.open("/fi/worker/").await?;
    stage.browser.wait_for_text("sum 5, kept").await
}

/// Drafts are kept with `durability: "strict"`; the clearing address takes them away.
async fn store_and_forget(stage: &mut Stage) -> Told {
    stage.open("/fi/store/").await?;
    stage.browser.wait_for_text("Nothing is kept.").await?;
    stage.browser.type_into("Your words", "äiti").await?;
    stage.browser.wait_for_text("Kept 4 characters, strict.").await?;
    stage.open("/fi/store/").await?;
    stage.browser.wait_for_text("Found: äiti").await?;
    stage.browser.press_button("Forget everything").await?;
    stage.browser.wait_for_text("Forgotten: 204").await?;
    stage.open("/fi/store/").await?;
    stage.browser.wait_for_text("Nothing is kept.").await
}

/// What a page has called kept is there after the browser was killed.
async fn kill(stage: &mut Stage) -> Told {
    stage.open("/fi/store/").await?;
    stage.browser.wait_for_text("Nothing is kept.").await?;
    stage.browser.type_into("Your words", "kirjoitin tämän illalla").await?;
    stage.browser.wait_for_text("Kept 23 characters, strict.").await?;
    stage.browser.kill_and_reopen().await?;
    stage.open("/fi/store/").await?;
    stage.browser.wait_for_text("Found: kirjoitin tämän illalla").await
}

/// A framed view runs its program and can store nothing. WebKit refuses it history calls to another path; Chromium and
/// Firefox allow them, as the standard now does, so the rule that framed views make none is ours to keep.
async fn frame(stage: &mut Stage) -> Told {
    stage.open("/__host").await?;
    stage.browser.by_selector("iframe").await?.enter_frame().await?;
    stage.browser.wait_for_text("sum 5").await?;
    let history = stage.browser.by_selector("#history").await?.text().await?;
    let refused = stage.browser.engine == Engine::WebKit;
    assert_eq!(history, if refused { "refused: SecurityError" } else { "moved to /embed/elsewhere/" });
    assert_eq!(stage.browser.by_selector("#storage").await?.text().await?, "refused: SecurityError");
    Ok(())
}

/// Labels, roles, names, keys and axe work as stories use them.
async fn people(stage: &mut Stage) -> Told {
    stage.open("/fi/people/").await?;
    stage.browser.resize(Screen::Phone).await?;
    stage.browser.assert_accessible().await?;
    stage.browser.type_into("Your name", "Aino").await?;
    stage.browser.pick("No, I will call").await?;
    stage.browser.press_keys(&[Key::Tab]).await?;
    assert_eq!(stage.browser.focused_name().await?, "Continue");
    stage.browser.press_keys(&[Key::Enter]).await?;
    stage.browser.wait_for_text("Aino said no").await?;
    stage.browser.by_role("heading", "A small form").await?;
    stage.browser.picture("proof-phone").await
}

/// Scripts off is really off, and the words stay.
async fn without_scripts(stage: &mut Stage) -> Told {
    stage.open("/fi/people/").await?;
    stage.browser.wait_for_text("Scripts have run.").await?;
    stage.browser.reopen(false).await?;
    stage.open("/fi/people/").await?;
    assert_eq!(stage.browser.by_selector("#told").await?.text().await?, "Scripts have not run.");
    Ok(())
}

/// An uncaught error, a rejected promise, a word to the console, a missing picture, a broken policy, a fault that axe
/// knows: each is heard.
async fn faults(stage: &mut Stage) -> Told {
    for expected in ["a quiet", "nobody caught", "a loud", "nowhere.png", "connect-src", "script-src"] {
        stage.expect_complaint(expected);
    }
    stage.open("/fi/faults/").await?;
    stage.wait_for_expected_complaints().await?;
    let axe = stage.browser.assert_accessible().await.expect_err("a picture without words is a fault");
    assert!(axe.to_string().contains("image-alt"), "{axe}");
    assert_eq!(stage.browser.client.title().await?, "Faults on purpose");
    Ok(())
}

/// No host but this machine answers a browser of ours, and each attempt is written down.
async fn strangers(stage: &mut Stage) -> Told {
    let away = stage.browser.client.goto("http://stranger.example/words").await;
    let noted = stage.proxy.requests().into_iter().find(|request| request.url.contains("stranger.example"));
    let noted = noted.expect("the attempt went through the proxy");
    assert!(!noted.allowed && noted.method == "GET", "{noted:?} {away:?}");
    stage.proxy.forget();
    Ok(())
}

/// A file that cannot be had is noticed as missing; the next visit has it again.
async fn missing_file(stage: &mut Stage) -> Told {
    stage.expect_complaint("people.js");
    stage.proxy.refuse(|url| url.ends_with("/people.js"));
    stage.open("/fi/people/").await?;
    stage.wait_for_expected_complaints().await?;
    stage.browser.wait_for_text("Scripts have not run.").await?;
    stage.proxy.refuse_nothing();
    stage.open("/fi/people/").await?;
    stage.browser.wait_for_text("Scripts have run.").await
}
