//! The browser is killed (signal 9) at a random moment while somebody types: nothing that was called saved may be lost.
//!
//! "Called saved" is what the storage has called complete: at that event the page tells the test server, synchronously
//! and thus before anything else can happen in it, which text that save holds.

use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use tokio::time::{sleep, timeout};
use tukipolku::domain::Language;
use tukipolku::routes::{Place, Route};

use super::Chance;
use crate::form;
use crate::harness::{Failure, Stage, Told, wait};
use crate::words::Words;

/// Tells the server which text each finished save holds: what went to the vault to be sealed is told when the storage
/// says that the transaction is complete. Saves follow one another, so the last text sealed is the one stored.
const LISTEN: &str = "
    let sealed = '';
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) {
        if (message.op === 'save') {
            sealed = JSON.parse(new TextDecoder().decode(message.bytes)).a?.own_words?.t ?? '';
        }
        return post.call(this, message, ...rest);
    };
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...row) {
        const text = sealed;
        if (this.name === 's') this.transaction.addEventListener('complete', () => {
            const told = new XMLHttpRequest();
            told.open('POST', '/__told', false);
            told.send(text);
        });
        return put.apply(this, row);
    };
    return true;";

/// Above this many characters the field is emptied, well below what it takes.
const LONGEST: usize = 1_500;

/// What a campaign has come to.
#[derive(Default)]
struct Tally {
    kills: usize,
    acknowledged: usize,
    lost: usize,
    corrupt: usize,
    /// Characters typed more than two seconds before a kill, and how many of them had been acknowledged.
    older: usize,
    older_acknowledged: usize,
}

/// What was typed in one run, up to the kill.
struct Typed {
    /// The text after each burst, with the moment when it stood in the field.
    bursts: Vec<(Instant, usize)>,
    /// What stood in the field, with the burst that was under way.
    text: String,
    killed: Instant,
}

/// Types, kills, opens, compares; again and again with the same draft.
pub async fn kill(stage: &mut Stage) -> Told {
    let fi = Words::of(Language::Fi);
    let (runs, mut chance) = (stage.plan.runs(10), stage.plan.chance());
    let code = begin(stage, &fi, chance.below(2) == 0).await?;
    let mut tally = Tally::default();
    let mut text = String::new();
    while tally.kills < runs {
        text = emptied(stage, &fi, text).await?;
        let told = stage.site.told().len();
        stage.browser.script(LISTEN, vec![]).await?;
        let typed = type_until_killed(stage, &mut chance, &text).await?;
        stage.browser.kill_and_reopen().await?;
        let found = open(stage, &fi, code.as_deref()).await?;
        let acknowledged = stage.site.told().into_iter().skip(told).next_back().unwrap_or_else(|| text.clone());
        tally.add(&typed, text.chars().count(), &acknowledged, &found);
        text = found;
    }
    tally.close(stage, code.is_some())
}

async fn begin(stage: &mut Stage, fi: &Words, with_code: bool) -> Told<Option<String>> {
    stage.open("/fi/lomake/?kunta=995").await?;
    form::begin(stage, fi).await?;
    form::go_on_to(stage, fi, fi.get("referral.own_words.label")).await?;
    if with_code {
        return form::keep_with_code(stage, fi).await.map(Some);
    }
    form::keep_without_code(stage, fi).await.map(|()| None)
}

/// Empties a field that is nearly full, and waits until that is saved.
async fn emptied(stage: &Stage, fi: &Words, text: String) -> Told<String> {
    if text.chars().count() < LONGEST {
        return Ok(text);
    }
    let empty = "const field = document.querySelector('#field-own_words'); field.value = '-';
        field.dispatchEvent(new Event('input', { bubbles: true })); return true";
    stage.browser.script(empty, vec![]).await?;
    form::saved(stage, fi).await?;
    Ok("-".to_owned())
}

/// Types in bursts with pauses, until the moment that chance has named; then the browser is killed.
async fn type_until_killed(stage: &Stage, chance: &mut Chance, before: &str) -> Told<Typed> {
    let field = stage.browser.by_selector("#field-own_words").await?;
    let moment = Duration::from_millis(300 + chance.below(5_000));
    let mut typed = Typed { bursts: Vec::new(), text: before.to_owned(), killed: Instant::now() };
    let ended = timeout(moment, type_on(&field, chance, &mut typed)).await;
    stage.browser.kill();
    typed.killed = Instant::now();
    // Typing ends by itself only when the browser refuses it, and that is not what is tested here.
    if let Ok(Err(failure)) = ended { Err(failure) } else { Ok(typed) }
}

async fn type_on(field: &Element, chance: &mut Chance, typed: &mut Typed) -> Told {
    loop {
        let burst = chance.burst();
        typed.text.push_str(&burst);
        field.send_keys(&burst).await?;
        // What the page has got is what counts: a burst that the driver loses on a busy machine was never written.
        typed.text = field.prop("value").await?.unwrap_or_default();
        typed.bursts.push((Instant::now(), typed.text.chars().count()));
        // A typist's pause: mostly short, now and then long enough for a save in between.
        sleep(Duration::from_millis(if chance.below(5) == 0 { chance.below(900) } else { chance.below(120) })).await;
    }
}

/// Opens the kept draft as its writer would, and gives what stands in the field.
async fn open(stage: &Stage, fi: &Words, code: Option<&str>) -> Told<String> {
    stage.open(&Place { language: Language::Fi, route: Route::Saved }.path()).await?;
    if let Some(code) = code {
        stage.browser.type_into(fi.get("drafts.unlock.label"), code).await?;
    }
    stage.browser.press_button(fi.get("drafts.page.resume")).await?;
    wait::until("the draft is open", async || {
        let there =
            "return !!document.querySelector('#field-own_words') && !!document.querySelector('.tuki-keeping__saved')";
        Ok((stage.browser.script(there, vec![]).await? == true).then_some(()))
    })
    .await?;
    form::own_words(stage).await
}

impl Tally {
    fn add(&mut self, typed: &Typed, before: usize, acknowledged: &str, found: &str) {
        let kept = acknowledged.chars().zip(found.chars()).take_while(|(one, other)| one == other).count();
        if !typed.text.starts_with(found) {
            println!("A draft is not what was typed: typed {:?}, found {found:?}", typed.text);
        }
        let acknowledged = acknowledged.chars().count();
        let old = |(moment, _): &&(Instant, usize)| typed.killed.duration_since(*moment) > Duration::from_secs(2);
        let older = typed.bursts.iter().rfind(old).map_or(before, |(_, length)| *length);
        self.kills += 1;
        self.acknowledged += acknowledged - before;
        self.lost += acknowledged - kept;
        self.corrupt += usize::from(!typed.text.starts_with(found));
        self.older += older - before;
        self.older_acknowledged += acknowledged.min(older) - before;
    }

    fn close(&self, stage: &Stage, with_code: bool) -> Told {
        // Nothing is that old in a short run with early kills.
        let percent = if self.older == 0 { 100.0 } else { self.older_acknowledged as f64 * 100.0 / self.older as f64 };
        println!(
            "figures: {}, {} kills, seed {}, {}: {} characters acknowledged, {} of them lost, {} drafts corrupt; \
             {percent:.1} % of {} characters typed more than 2 s before were acknowledged",
            stage.browser.engine.name(),
            self.kills,
            stage.plan.seed,
            if with_code { "with a code" } else { "without a code" },
            self.acknowledged,
            self.lost,
            self.corrupt,
            self.older
        );
        let whole = self.lost == 0 && self.corrupt == 0 && percent >= 95.0;
        if whole {
            Ok(())
        } else {
            Err(Failure("Words that had been called saved were lost, or too few were saved.".into()))
        }
    }
}
