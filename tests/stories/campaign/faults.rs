//! Bad luck of every kind while a draft is kept: nothing is lost in silence, nothing newer is gone over, nothing breaks.

use serde_json::json;
use tukipolku::domain::Language;
use tukipolku::routes::{Place, Route};

use super::Chance;
use crate::form;
use crate::harness::{Engine, Stage, Told, fail, wait};
use crate::words::Words;

/// What stands in the older slot, and what is added in the newer.
const FIRST: &str = "Ensin tämä.";
const SECOND: &str = " Sitten tämä.";

/// A fault, and what is to be seen after it: what is told, and which words are back.
struct Fault {
    name: &'static str,
    /// How far the device's clock goes wrong after the draft was kept; without it the kept draft itself is harmed.
    seconds_ahead: Option<i64>,
    told: Option<&'static str>,
    back: Option<&'static str>,
}

const YEAR: i64 = 365 * 24 * 60 * 60;

const fn harmed(name: &'static str, told: Option<&'static str>, back: Option<&'static str>) -> Fault {
    Fault { name, seconds_ahead: None, told, back }
}

const fn wrong_clock(name: &'static str, seconds_ahead: i64) -> Fault {
    Fault { name, seconds_ahead: Some(seconds_ahead), told: None, back: Some("Ensin tämä. Sitten tämä.") }
}

/// A newest slot that is gone altogether leaves nothing to tell it by: the save before it opens.
const FAULTS: [Fault; 6] = [
    harmed("flipped", Some("drafts.message.older_save"), Some(FIRST)),
    harmed("cut", Some("drafts.message.older_save"), Some(FIRST)),
    harmed("gone", None, Some(FIRST)),
    harmed("both", Some("drafts.trouble.damaged.what"), None),
    wrong_clock("a year ahead", YEAR),
    wrong_clock("a year behind", -YEAR),
];

/// Has the page run `fill.js`.
const FILL: &str = "
    const [done] = arguments;
    const script = document.createElement('script');
    script.src = '/__fill.js';
    script.onload = () => window.filled.then(done);
    document.head.append(script);";

/// A store without room, and one with room again.
const FULL: &str = "
    window.put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError') };";
const ROOM_AGAIN: &str = "
    const [done] = arguments;
    if (window.put) IDBObjectStore.prototype.put = window.put;
    const gone = indexedDB.deleteDatabase('filler');
    gone.onsuccess = gone.onerror = done;";

/// Every fault, as many times as there are runs.
pub async fn faults(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    let (runs, mut chance) = (stage.plan.runs(1), stage.plan.chance());
    for _ in 0..runs {
        for fault in &FAULTS {
            suffer(stage, &fi, fault, &mut chance).await?;
        }
        wrong_code(stage, &fi).await?;
        switched_off(stage, &fi).await?;
        two_windows(stage, &fi).await?;
        no_room(stage, &fi).await?;
    }
    println!(
        "figures: {}, {runs} times each, seed {}: bit flip, cut, slot gone, both slots broken, clock a year ahead and behind, \
         wrong code, storage switched off, two windows, no room: 0 panics, 0 words lost in silence, 0 newer saves gone over",
        stage.browser.engine.name(),
        stage.plan.seed,
    );
    Ok(())
}

fn saved_page() -> String {
    Place { language: Language::Fi, route: Route::Saved }.path()
}

/// A form with nothing kept on the device.
async fn fresh(stage: &Stage, fi: &Words) -> Told {
    stage.open("/fi/").await?;
    stage.browser.script_async("fetch('/forget', { method: 'POST' }).then(arguments[0], arguments[0])", vec![]).await?;
    stage.open("/fi/lomake/?kunta=995").await?;
    form::begin(stage, fi).await?;
    form::go_on_to(stage, fi, fi.get("referral.own_words.label")).await
}

/// Two saves, one in each slot at least.
async fn write(stage: &Stage, fi: &Words) -> Told {
    stage.browser.type_into(fi.get("referral.own_words.label"), FIRST).await?;
    form::saved(stage, fi).await?;
    stage.browser.type_into(fi.get("referral.own_words.label"), SECOND).await?;
    form::saved(stage, fi).await
}

/// Keeps a draft, harms it, opens it, and looks.
async fn suffer(stage: &Stage, fi: &Words, fault: &Fault, chance: &mut Chance) -> Told {
    fresh(stage, fi).await?;
    // Kept first, with the first words typed at one go: the saves before the last two hold nothing else.
    stage.browser.type_into(fi.get("referral.own_words.label"), FIRST).await?;
    form::keep_without_code(stage, fi).await?;
    stage.browser.script(&put(SECOND), vec![]).await?;
    form::saved(stage, fi).await?;
    // A page of the site that does not start the program, which would be left in the middle of its start.
    stage.open("/fi/").await?;
    if let Some(seconds_ahead) = fault.seconds_ahead {
        stage.site.set_device_clock(seconds_ahead);
    } else {
        harm(stage, fault.name, chance).await?;
    }
    let told = open_again(stage, fi, fault).await;
    stage.site.set_device_clock(0);
    told
}

async fn harm(stage: &Stage, how: &str, chance: &mut Chance) -> Told {
    let harm = vec![json!(how), json!(chance.below(4_000))];
    let rows = stage.browser.script_async(include_str!("faults.js"), harm).await?;
    if rows == 2 { Ok(()) } else { fail(format!("{how}: {rows} slots were there, not two")) }
}

async fn open_again(stage: &Stage, fi: &Words, fault: &Fault) -> Told {
    stage.open(&saved_page()).await?;
    if fault.seconds_ahead.is_some() {
        // Said before it is opened, and nothing has been deleted.
        stage.browser.wait_for_text(fi.get("drafts.message.clock_doubtful")).await?;
    }
    stage.browser.press_button(fi.get("drafts.page.resume")).await?;
    if let Some(back) = fault.back {
        form::wait_for_own_words(stage, back).await?;
    }
    match fault.told {
        Some(told) => stage.browser.wait_for_text(fi.get(told)).await,
        None => Ok(()),
    }
}

/// Puts words after those in the field at one go, so that they are one save.
fn put(words: &str) -> String {
    format!(
        "const field = document.querySelector('#field-own_words'); field.value += '{words}';
        field.dispatchEvent(new Event('input', {{ bubbles: true }})); return true"
    )
}

async fn wrong_code(stage: &Stage, fi: &Words) -> Told {
    fresh(stage, fi).await?;
    let code = form::keep_with_code(stage, fi).await?;
    write(stage, fi).await?;
    stage.open(&saved_page()).await?;
    stage.browser.type_into(fi.get("drafts.unlock.label"), "aivan muut sanat tässä").await?;
    stage.browser.press_button(fi.get("drafts.page.resume")).await?;
    stage.browser.wait_for_text(fi.get("drafts.message.wrong_code")).await?;
    stage.open(&saved_page()).await?;
    stage.browser.type_into(fi.get("drafts.unlock.label"), &code).await?;
    stage.browser.press_button(fi.get("drafts.page.resume")).await?;
    form::wait_for_own_words(stage, &format!("{FIRST}{SECOND}")).await
}

/// The words stay in the form, and it is said that they are only there.
async fn switched_off(stage: &Stage, fi: &Words) -> Told {
    fresh(stage, fi).await?;
    let off = "IDBFactory.prototype.open = () => { throw new DOMException('', 'SecurityError') }; return true";
    stage.browser.script(off, vec![]).await?;
    stage.browser.type_into(fi.get("referral.own_words.label"), FIRST).await?;
    stage.browser.press_button(fi.get("drafts.choice.title")).await?;
    stage.browser.pick(fi.get("drafts.choice.without_code.label")).await?;
    stage.browser.press_button(fi.get("drafts.choice.actions.keep")).await?;
    stage.browser.wait_for_text(fi.get("drafts.trouble.disabled.what")).await?;
    form::wait_for_own_words(stage, FIRST).await
}

/// The second window reads, takes over and writes; the first says so and goes over nothing.
async fn two_windows(stage: &Stage, fi: &Words) -> Told {
    fresh(stage, fi).await?;
    form::keep_without_code(stage, fi).await?;
    write(stage, fi).await?;
    let first = stage.browser.client.window().await?;
    let second = stage.browser.client.new_window(false).await?.handle;
    stage.browser.client.switch_to_window(second).await?;
    stage.open(&saved_page()).await?;
    stage.browser.press_button(fi.get("drafts.page.resume")).await?;
    stage.browser.wait_for_text(fi.get("drafts.message.other_tab")).await?;
    stage.browser.press_button(fi.get("drafts.take_over.action")).await?;
    stage.browser.by_selector(".tuki-keeping__saved").await?;
    form::wait_for_own_words(stage, &format!("{FIRST}{SECOND}")).await?;
    let page = stage.browser.script("return document.body.innerText", vec![]).await?;
    assert!(!page.to_string().contains(fi.get("drafts.message.other_tab")), "it is said to be read-only: {page}");
    // What the first window saved last may still be drawn, with a new field in the place of this one.
    wait::until("the second window takes words", async || {
        stage.browser.type_into(fi.get("referral.own_words.label"), " Toisesta ikkunasta.").await.map(Some)
    })
    .await?;
    form::saved(stage, fi).await?;
    stage.browser.client.switch_to_window(first.clone()).await?;
    stage.browser.wait_for_text(fi.get("drafts.message.taken_over")).await?;
    stage.open(&saved_page()).await?;
    stage.browser.press_button(fi.get("drafts.page.resume")).await?;
    form::wait_for_own_words(stage, &format!("{FIRST}{SECOND} Toisesta ikkunasta.")).await?;
    for window in stage.browser.client.windows().await?.into_iter().filter(|window| *window != first) {
        stage.browser.client.switch_to_window(window).await?;
        stage.browser.client.close_window().await?;
    }
    Ok(stage.browser.client.switch_to_window(first).await?)
}

/// No room any more: it is said, nothing is lost, and it is tried until there is room. In Firefox the site's share of the disk
/// is really full when the draft is to be kept; Chromium has ten gigabytes and no way to limit them, so there the store plays it
/// with the error it would give, when the draft is kept already.
async fn no_room(stage: &Stage, fi: &Words) -> Told {
    fresh(stage, fi).await?;
    stage.browser.type_into(fi.get("referral.own_words.label"), FIRST).await?;
    if stage.browser.engine == Engine::Firefox {
        let pieces = stage.browser.script_async(FILL, vec![]).await?;
        assert!(pieces.as_u64() > Some(0), "something was stored before the disk was full: {pieces}");
        stage.browser.press_button(fi.get("drafts.choice.title")).await?;
        stage.browser.pick(fi.get("drafts.choice.without_code.label")).await?;
        stage.browser.press_button(fi.get("drafts.choice.actions.keep")).await?;
    } else {
        form::keep_without_code(stage, fi).await?;
        stage.browser.script(FULL, vec![]).await?;
    }
    stage.browser.type_into(fi.get("referral.own_words.label"), SECOND).await?;
    stage.browser.wait_for_text(fi.get("drafts.trouble.full.what")).await?;
    form::wait_for_own_words(stage, &format!("{FIRST}{SECOND}")).await?;
    // A draft that is kept already goes on being saved by itself; one that could not be begun is asked for again.
    let begun = stage.browser.engine != Engine::Firefox;
    let next = if begun { "drafts.trouble.tries_again" } else { "drafts.trouble.choose_again" };
    stage.browser.wait_for_text(fi.get(next)).await?;
    stage.browser.script_async(ROOM_AGAIN, vec![]).await?;
    if begun {
        form::saved(stage, fi).await?
    } else {
        form::keep_without_code(stage, fi).await?
    }
    stage.open(&saved_page()).await?;
    stage.browser.press_button(fi.get("drafts.page.resume")).await?;
    form::wait_for_own_words(stage, &format!("{FIRST}{SECOND}")).await
}
