//! Leaving in a hurry, in three ways, while a draft is being saved and while a message is being sent: nothing of it is
//! behind Back, and the page is covered within a tenth of a second.

use std::time::Duration;

use fantoccini::key::Key;
use tukipolku::domain::Language;

use super::walk;
use crate::form;
use crate::harness::{Failure, Stage, Told, throttle, wait};
use crate::words::Words;

/// How a person leaves.
const WAYS: [&str; 3] = ["the button", "Shift three times", "the hidden link"];

/// Tells the server how long it took from the key to the first frame with the cover.
const MEASURE: &str = "
    document.querySelectorAll('a[data-exit]').forEach((link) => { link.href = '/__slow'; });
    let pressed = 0;
    document.addEventListener('keydown', (event) => { pressed = event.timeStamp; }, true);
    new MutationObserver(() => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
            const told = new XMLHttpRequest();
            told.open('POST', '/__told', false);
            told.send(String(performance.now() - pressed));
        };
        channel.port2.postMessage(0);
    })).observe(document.getElementById('tuki-cover'), { attributes: true });
    return true;";

/// Leaves in each way, in mid-save and in mid-send, and goes back as somebody who looks would.
pub async fn exit(stage: &mut Stage) -> Told {
    stage.expect_inbox_away();
    let fi = Words::of(Language::Fi);
    let (runs, mut chance) = (stage.plan.runs(1), stage.plan.chance());
    let mut left = 0;
    for _ in 0..runs {
        for way in WAYS {
            for sending in [false, true] {
                let marker = chance.canary();
                stage.open("/fi/").await?;
                write(stage, &fi, &marker, sending).await?;
                leave(stage, &fi, way).await?;
                assert_nothing_behind(stage, &fi, &marker, way).await?;
                left += 1;
            }
        }
    }
    println!(
        "figures: {}, {left} exits in {} ways, half in mid-save and half in mid-send, seed {}: 0 words, steps or addresses \
         behind Back",
        stage.browser.engine.name(),
        WAYS.len(),
        stage.plan.seed
    );
    Ok(())
}

/// Writes, and stops while the last words are being saved, or while the message is on its way to an inbox that is away.
async fn write(stage: &Stage, fi: &Words, marker: &str, sending: bool) -> Told {
    walk::begin(stage, fi).await?;
    form::go_on_to(stage, fi, fi.get("referral.own_words.label")).await?;
    form::keep_without_code(stage, fi).await?;
    if !sending {
        return stage.browser.type_into(fi.get("referral.own_words.label"), marker).await;
    }
    let marker = marker.to_owned();
    walk::to_check(stage, fi, std::slice::from_ref(&marker), 0).await?;
    stage.browser.press_button(fi.get("delivery.send")).await
}

async fn leave(stage: &Stage, fi: &Words, way: &str) -> Told {
    let target = "document.querySelectorAll('a[data-exit]').forEach((link) => { link.href = '/robots.txt'; });
        document.querySelector('a.tuki-skip[data-exit]').focus(); return true";
    match way {
        "the button" => {
            stage.browser.script(target, vec![]).await?;
            stage.browser.follow(fi.get("components.leave_page")).await?;
        }
        "the hidden link" => {
            stage.browser.script(target, vec![]).await?;
            stage.browser.press_keys(&[Key::Enter]).await?;
        }
        _ => {
            stage.browser.script(target, vec![]).await?;
            stage.browser.press_keys(&[Key::Shift, Key::Shift, Key::Shift]).await?;
        }
    }
    stage.browser.wait_for("another page is shown", "return location.pathname === '/robots.txt'").await
}

/// Goes back as far as there is anything, and looks at each page.
async fn assert_nothing_behind(stage: &Stage, fi: &Words, marker: &str, way: &str) -> Told {
    for _ in 0..3 {
        stage.browser.client.back().await?;
        stage.browser.wait_for("a page is there", "return document.readyState === 'complete'").await?;
        let script = "return [location.href, document.title, document.body.innerText,
            ...[...document.querySelectorAll('input, textarea')].map((field) => field.value)].join('\\n')";
        let seen = stage.browser.script(script, vec![]).await?;
        let seen = seen.as_str().unwrap_or_default().to_owned();
        let shown =
            [marker, fi.get("referral.own_words.label"), fi.get("forms.check.heading"), fi.get("delivery.sending")];
        if let Some(shown) = shown.iter().find(|words| seen.contains(**words)) {
            return Err(Failure(format!("After leaving by {way}, Back shows “{shown}”: {seen}")));
        }
    }
    Ok(())
}

/// How soon the page is covered, with the processor six times slower: from the third Shift to the end of that frame.
pub async fn cover(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    let runs = stage.plan.runs(5);
    let mut slowest: f64 = 0.0;
    for _ in 0..runs {
        write(stage, &fi, "Kukaan ei saa nähdä", false).await?;
        throttle(&stage.browser, 6).await?;
        stage.browser.script(MEASURE, vec![]).await?;
        let told = stage.site.told().len();
        stage.browser.press_keys(&[Key::Shift, Key::Shift, Key::Shift]).await?;
        let took = wait::until("the cover has been drawn", async || Ok(stage.site.told().get(told).cloned())).await?;
        slowest = slowest.max(took.parse().unwrap_or(f64::INFINITY));
        throttle(&stage.browser, 1).await?;
    }
    println!("figures: chromium, {runs} exits by Shift at 6 times less speed: covered after at most {slowest:.0} ms");
    if Duration::from_secs_f64(slowest / 1000.0) <= Duration::from_millis(100) {
        Ok(())
    } else {
        Err(Failure(format!("The cover came after {slowest:.0} ms.")))
    }
}
