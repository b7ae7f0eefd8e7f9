//! The stage of one story: site, proxy and browser together, and what must hold when the story is over.

use std::any::Any;
use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;

use super::browser::Browser;
use super::failure::fail;
use super::proxy::Proxy;
use super::site::{self, Site};
use super::{Engine, Host, Told, profile, wait};
use crate::Story;
use crate::campaign::Plan;

/// Hosts that browsers and their makers' start pages ask by themselves, whatever page is open. The proxy refuses them
/// too. A page of ours that asked them would break its policy, and that complaint is heard.
const BROWSERS_OWN: [&str; 7] =
    ["googleapis.com", "google.com", "gvt1.com", "duckduckgo.com", "mozilla.org", "mozilla.com", "firefox.com"];

/// What a story acts on.
pub struct Stage {
    /// The site it visits.
    pub site: Site,
    /// Somebody else's site, which may frame what can be framed.
    pub host: Host,
    /// Everything the browser asks for goes through here.
    pub proxy: Proxy,
    /// The visitor's browser.
    pub browser: Browser,
    /// How far a campaign goes.
    pub plan: Plan,
    expected: Vec<String>,
}

impl Stage {
    async fn set(engine: Engine, story: &Story, plan: Plan) -> Told<Self> {
        if !site::is_built(story.folder) {
            return fail("There is no site in dist/; run `cargo xtask build --demo` first.");
        }
        let proxy = Proxy::start().await?;
        let endpoint = format!("http://127.0.0.1:{}", xtask::demo_inbox::STORY_PORT);
        let mut host = Host::listen().await?;
        let site = Site::start(story.folder, Some(endpoint), &host.origin).await?;
        host.serve(&site.origin);
        let browser = Browser::open(engine, profile::fresh(engine, story.name)?, proxy.port(), true).await?;
        Ok(Self { site, host, proxy, browser, plan, expected: Vec::new() })
    }

    /// Opens a page of the site.
    pub async fn open(&self, path: &str) -> Told {
        Ok(self.browser.client.goto(&self.site.url(path)).await?)
    }

    /// Says that a complaint with these words in it belongs to the story and is no failure.
    pub fn expect_complaint(&mut self, words: &str) {
        self.expected.push(words.to_owned());
    }

    /// Expects what a browser says to the console by itself of each try that the inbox does not answer.
    pub fn expect_inbox_away(&mut self) {
        for words in ["8481", "Failed to load", "NetworkError", "fetch", "connect"] {
            self.expect_complaint(words);
        }
    }

    /// Waits until each expected complaint has been heard.
    pub async fn wait_for_expected_complaints(&self) -> Told {
        wait::until("every expected complaint is heard", async || {
            let heard = self.site.complaints();
            let missed = self.expected.iter().find(|words| !heard.iter().any(|one| one.text.contains(words.as_str())));
            missed.map_or(Ok(Some(())), |words| fail(format!("“{words}” is not among {heard:?}")))
        })
        .await
    }

    /// Fails when a page complained or asked somebody else, other than the story expects.
    pub fn assert_calm(&self) -> Told {
        let mut complaints = self.site.complaints();
        complaints.retain(|complaint| !self.expected.iter().any(|words| complaint.text.contains(words)));
        if !complaints.is_empty() {
            return fail(format!("Pages complained: {complaints:#?}"));
        }
        let strangers: Vec<String> =
            self.proxy.requests().into_iter().map(|request| request.url).filter(|url| is_strange(url)).collect();
        if strangers.is_empty() { Ok(()) } else { fail(format!("Somebody else was asked: {strangers:?}")) }
    }
}

/// Whether an address is neither ours nor one that browsers ask by themselves.
fn is_strange(url: &str) -> bool {
    let host = url.trim_start_matches("http://").split(['/', ':']).next().unwrap_or_default();
    !["127.0.0.1", "localhost"].contains(&host)
        && !BROWSERS_OWN.iter().any(|own| host == *own || host.ends_with(&format!(".{own}")))
}

/// Plays one story in one engine.
pub async fn perform(engine: Engine, story: &'static Story, plan: Plan) -> Told {
    let mut stage = Stage::set(engine, story, plan).await?;
    // An assertion that fails ends the story and not the run.
    let played = AssertUnwindSafe((story.tell)(&mut stage)).catch_unwind().await;
    let told = played.unwrap_or_else(|panic| fail(words_of(&*panic))).and_then(|()| stage.assert_calm());
    if told.is_err() {
        let _ = stage.browser.picture(&format!("failed-{}", story.name.replace(' ', "-"))).await;
        let words = stage.browser.script("return document.querySelector('main')?.innerText ?? ''", vec![]).await;
        println!(
            "On the page stood: {}",
            words.ok().and_then(|words| words.as_str().map(str::to_owned)).unwrap_or_default()
        );
    }
    told
}

/// What an assertion said.
fn words_of(panic: &(dyn Any + Send)) -> String {
    let words = panic.downcast_ref::<String>().cloned();
    words.or_else(|| panic.downcast_ref::<&str>().map(|words| (*words).to_owned())).unwrap_or_default()
}
