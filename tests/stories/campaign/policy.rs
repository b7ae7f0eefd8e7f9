//! The content security policy: no page of ours breaks it, and what it forbids is blocked.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tukipolku::domain::Language;

use super::walk;
use crate::harness::{Failure, Stage, Told, wait};
use crate::words::Words;

/// Forbidden acts, each with the directive that has to stop it. The script runs in a page of ours.
const ACTS: [(&str, &str); 18] = [
    ("script-src-elem", "add('script', { textContent: 'window.ran = 1' })"),
    ("script-src-elem", "add('script', { src: 'http://stranger.example/x.js' })"),
    ("script-src-elem", "add('script', { src: 'data:text/javascript,window.ran=1' })"),
    ("script-src-attr", "add('div', { innerHTML: '<b onclick=\"window.ran = 1\">x</b>' }).firstChild.click()"),
    ("script-src", "eval('window.ran = 1')"),
    ("script-src", "new Function('window.ran = 1')()"),
    ("script-src", "setTimeout('window.ran = 1')"),
    ("script-src-elem", "add('a', { href: 'javascript:window.ran=1' }).click()"),
    ("style-src-elem", "add('style', { textContent: 'main { display: none }' })"),
    ("style-src-attr", "add('p', { innerHTML: '<b style=\"color: red\">x</b>' })"),
    ("img-src", "add('img', { src: 'http://stranger.example/x.png' })"),
    ("connect-src", "fetch('http://stranger.example/words').catch(() => {})"),
    ("connect-src", "new WebSocket('ws://stranger.example/')"),
    ("frame-src", "add('iframe', { src: 'http://stranger.example/' })"),
    ("object-src", "add('object', { data: 'http://stranger.example/x.swf', type: 'text/html' })"),
    ("form-action", "add('form', { action: 'http://stranger.example/', method: 'post' }).submit()"),
    ("base-uri", "add('base', { href: 'http://stranger.example/' })"),
    ("worker-src", "new Worker(URL.createObjectURL(new Blob(['1'])))"),
];

/// Runs one act in the place of `ACT`, and gives the directives that were said to be broken within two seconds.
const TRY: &str = "
    const [wanted, done] = arguments;
    window.ran = 0;
    const add = (name, fields) => document.body.appendChild(Object.assign(document.createElement(name), fields));
    const said = [];
    const end = () => done({ said, ran: window.ran, base: document.baseURI });
    document.addEventListener('securitypolicyviolation', (event) => {
        said.push(event.effectiveDirective);
        if (event.effectiveDirective === wanted) setTimeout(end, 30);
    });
    try { ACT; } catch {}
    setTimeout(end, 2000);";

/// Every forbidden act is blocked and told of, and nobody else is asked.
pub async fn acts(stage: &mut Stage) -> Told {
    for (directive, _) in ACTS {
        stage.expect_complaint(directive);
    }
    for expected in ["stranger.example", "javascript:", "data:", "eval", "unsafe", "blob:"] {
        stage.expect_complaint(expected);
    }
    for (directive, act) in ACTS {
        walk::begin(stage, &Words::of(Language::Fi)).await?;
        let answer = stage.browser.script_async(&TRY.replace("ACT", act), vec![json!(directive)]).await?;
        assert_blocked(stage, directive, act, &answer)?;
    }
    println!("figures: {}, {} forbidden acts, {} blocked", stage.browser.engine.name(), ACTS.len(), ACTS.len());
    Ok(())
}

fn assert_blocked(stage: &Stage, directive: &str, act: &str, answer: &Value) -> Told {
    // Firefox names some directives by their elder.
    let elder = directive.rsplit_once('-').map_or(directive, |(elder, _)| elder);
    let said = answer["said"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let told = said.into_iter().any(|said| said == directive || said == elder);
    let asked = stage.proxy.requests().iter().any(|request| request.url.contains("stranger.example"));
    let moved = answer["base"].as_str().is_some_and(|base| base.contains("stranger"));
    if told && answer["ran"] == 0 && !asked && !moved {
        return Ok(());
    }
    Err(Failure(format!("Not blocked by {directive}: {act}: {answer}, asked: {asked}")))
}

/// Visits pages of the built site, in all languages, and lets the harness hear what breaks the policy.
pub async fn crawl(stage: &mut Stage) -> Told {
    let mut pages = pages(&xtask::places::dist());
    let (all, runs, mut chance) = (pages.len(), stage.plan.runs(9), stage.plan.chance());
    pages.sort();
    let mut visited = 0;
    while visited < runs && !pages.is_empty() {
        let page = pages.swap_remove(chance.below(pages.len() as u64) as usize);
        stage.open(&page).await?;
        wait::until("the page is complete", async || {
            let ready =
                "return document.readyState === 'complete' && document.documentElement.dataset.app !== 'missing'";
            Ok((stage.browser.script(ready, vec![]).await? == true).then_some(()))
        })
        .await?;
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
