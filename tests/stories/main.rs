//! Stories: the product used from outside, in three real browsers, through WebDriver.
//!
//! `cargo xtask stories` runs them. Each story gets a fresh browser and a [`Stage`] to act on; when it ends, the runner
//! also asserts that no page complained, no policy was broken and nothing but our own servers was asked.

mod begun;
mod campaign;
mod contacts;
mod delivery;
mod drafts;
mod embed;
mod engines;
mod false_inbox;
mod first_screens;
mod focus;
mod form;
mod harness;
mod paths;
mod plain;
mod reader;
mod referral;
mod search;
mod several;
mod team;
mod walk;
mod wishes;
mod words;

use std::future::Future;
use std::pin::Pin;
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use tokio::signal::unix::{SignalKind, signal};

use campaign::Plan;
use harness::{Engine, Folder, Stage, Told};

/// One story: what happens, where it can happen, and how it goes.
pub struct Story {
    /// The story in a few words; `--story` looks in it.
    pub name: &'static str,
    /// The engines that can run it. What the others cannot do is told in `docs/decisions/stories-in-three-engines.md`.
    pub engines: &'static [Engine],
    /// The site it visits.
    pub folder: Folder,
    /// How it goes.
    pub tell: for<'a> fn(&'a mut Stage) -> Pin<Box<dyn Future<Output = Told> + 'a>>,
}

/// A line of the table of stories: name, engines, site, function.
macro_rules! story {
    ($name:literal, $engines:expr, $folder:expr, $tell:path) => {
        $crate::Story { name: $name, engines: $engines, folder: $folder, tell: |stage| Box::pin($tell(stage)) }
    };
}
pub(crate) use story;

/// Which stories to run.
#[derive(Parser)]
struct Options {
    /// Only this engine: chromium, firefox or webkit.
    #[arg(long)]
    engine: Option<String>,
    /// Only stories whose name contains this.
    #[arg(long, default_value = "")]
    story: String,
    /// How far a campaign goes.
    #[command(flatten)]
    plan: Plan,
}

fn stories() -> impl Iterator<Item = &'static Story> {
    let all = [
        engines::STORIES,
        plain::STORIES,
        first_screens::STORIES,
        contacts::STORIES,
        referral::STORIES,
        delivery::STORIES,
        paths::STORIES,
        search::STORIES,
        wishes::STORIES,
        begun::STORIES,
        several::STORIES,
        focus::STORIES,
        embed::STORIES,
        drafts::STORIES,
        campaign::STORIES,
        reader::STORIES,
    ];
    all.into_iter().flatten()
}

fn main() -> ExitCode {
    let options = Options::parse();
    let runtime = tokio::runtime::Runtime::new().expect("threads can be started");
    let told = runtime.block_on(async {
        tokio::select! {
            counts = run(&options) => Some(counts),
            () = asked_to_stop() => None,
        }
    });
    // The story in hand was dropped, and its browser and driver with it: nothing is left running.
    let Some((passed, failed)) = told else { return ExitCode::FAILURE };
    let word = if failed == 0 { "ok" } else { "FAILED" };
    println!("\ntest result: {word}. {passed} passed; {failed} failed");
    // A name that fits nothing is a mistake in the asking, not a success.
    if failed == 0 && passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

async fn asked_to_stop() {
    let mut end = signal(SignalKind::terminate()).expect("a program may listen for SIGTERM");
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = end.recv() => {}
    }
}

async fn run(options: &Options) -> (usize, usize) {
    let (mut passed, mut failed) = (0, 0);
    for engine in
        Engine::ALL.into_iter().filter(|engine| options.engine.as_ref().is_none_or(|name| engine.name() == name))
    {
        // Without a name, only what is known to pass; a name asks for all that it fits.
        let asked = campaign::ON_REQUEST.iter().chain(first_screens::ON_REQUEST).filter(|_| !options.story.is_empty());
        let fits = |story: &&Story| story.engines.contains(&engine) && story.name.contains(&options.story);
        for story in stories().chain(asked).filter(fits) {
            match one(engine, story, options.plan).await || once_more(engine, story, options.plan).await {
                true => passed += 1,
                false => failed += 1,
            }
        }
    }
    (passed, failed)
}

/// Three browsers and a virtual screen on a busy machine stumble now and then. What fails twice is ours; what was well only the
/// second time is said, so that nobody takes it for sound.
async fn once_more(engine: Engine, story: &'static Story, plan: Plan) -> bool {
    println!("story {} ({}): once more", story.name, engine.name());
    let well = one(engine, story, plan).await;
    if well {
        println!("story {} ({}) was well only at the second try", story.name, engine.name());
    }
    well
}

/// Runs one story in one engine, and says how it went.
async fn one(engine: Engine, story: &'static Story, plan: Plan) -> bool {
    let began = Instant::now();
    let told = harness::perform(engine, story, plan).await;
    let took = began.elapsed().as_secs_f64();
    let ok = told.is_ok();
    match told {
        Ok(()) => println!("story {} ({}) ... ok, {took:.1} s", story.name, engine.name()),
        Err(failure) => println!("story {} ({}) ... FAILED after {took:.1} s\n{failure}\n", story.name, engine.name()),
    }
    ok
}
