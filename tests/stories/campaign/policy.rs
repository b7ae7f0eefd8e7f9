//! The content security policy: no page of ours breaks it, and what it forbids is blocked.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::json;
use tukipolku::domain::Language;

use super::walk;
use crate::harness::{Stage, Told, fail};
use crate::words::Words;

/// Has the page load `acts.js`, which the site serves, and gives how many acts there are.
const LOAD: &str = "
    const [done] = arguments;
    const script = document.createElement('script');
    script.src = '/__acts.js';
    script.type = 'module';
    script.onload = () => done(window.acts.count);
    document.head.append(script);";
const ATTEMPT: &str = "const [place, done] = arguments; window.acts.attempt(place).then(done)";

/// What came of an act.
#[derive(Debug, Deserialize)]
struct Attempt {
    /// The directive that has to stop it.
    wanted: String,
    /// The act, as written.
    act: String,
    /// The directives that were said to be broken.
    said: Vec<String>,
    /// 1 when a forbidden script ran.
    ran: u8,
    /// What addresses of the page are relative to.
    base: String,
}

/// Every forbidden act is blocked and told of, and nobody else is asked.
pub async fn acts(stage: &mut Stage) -> Told {
    // Told in the engines' own words; that each is told is asserted below.
    stage.expect_complaint("");
    let fi = Words::of(Language::Fi);
    let count = load(stage, &fi).await?;
    for place in 0..count {
        let attempt = stage.browser.script_async(ATTEMPT, vec![json!(place)]).await?;
        assert_blocked(stage, &serde_json::from_value(attempt)?)?;
        // The next act has a page of its own.
        load(stage, &fi).await?;
    }
    println!("figures: {}, {count} forbidden acts, {count} blocked", stage.browser.engine.name());
    if count < 12 { fail(format!("Only {count} acts were tried.")) } else { Ok(()) }
}

async fn load(stage: &Stage, words: &Words) -> Told<u64> {
    walk::begin(stage, words).await?;
    Ok(stage.browser.script_async(LOAD, vec![]).await?.as_u64().unwrap_or_default())
}

fn assert_blocked(stage: &Stage, attempt: &Attempt) -> Told {
    // Firefox names some directives by their elder.
    let elder = attempt.wanted.rsplit_once('-').map_or(attempt.wanted.as_str(), |(elder, _)| elder);
    let told = attempt.said.iter().any(|said| *said == attempt.wanted || said == elder);
    let asked = stage.proxy.requests().iter().any(|request| request.url.contains("stranger.example"));
    if told && attempt.ran == 0 && !asked && !attempt.base.contains("stranger") {
        return Ok(());
    }
    fail(format!("Not blocked: {}: {attempt:?}, asked: {asked}", attempt.act))
}

/// Loaded, and where the program starts unasked, started: what is left in the middle of its loading is said to be missing.
const COMPLETE: &str = "
    const startsNow = document.querySelector('meta[name=\"tuki-app\"]')?.dataset.start === 'now';
    return document.readyState === 'complete' && (!startsNow || document.documentElement.dataset.app === 'started')";

/// Visits pages of the built site, in all languages, and lets the harness hear what breaks the policy.
pub async fn crawl(stage: &mut Stage) -> Told {
    let mut pages = pages(&xtask::places::dist());
    let (all, runs, mut chance) = (pages.len(), stage.plan.runs(9), stage.plan.chance());
    pages.sort();
    let mut visited = 0;
    while visited < runs && !pages.is_empty() {
        let page = pages.swap_remove(chance.below(pages.len() as u64) as usize);
        stage.open(&page).await?;
        stage.browser.wait_for("the page is complete", COMPLETE).await?;
        visited += 1;
    }
    let broken = stage.site.complaints().len();
    println!(
        "figures: {}, {visited} of {all} pages, seed {}: {broken} complaints",
        stage.browser.engine.name(),
        stage.plan.seed
    );
    Ok(())
}

/// The addresses of every page below a folder.
fn pages(dist: &Path) -> Vec<String> {
    fn below(folder: PathBuf, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.path() {
                path if path.is_dir() => below(path, found),
                path if path.ends_with("index.html") => found.push(path),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    below(dist.to_owned(), &mut found);
    let address = |path: &PathBuf| {
        let folder = path.parent()?.strip_prefix(dist).ok()?.display().to_string();
        (!folder.is_empty()).then(|| format!("/{folder}/"))
    };
    found.iter().filter_map(address).collect()
}
