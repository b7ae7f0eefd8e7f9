//! The verbs of `cargo xtask`, one file each.

mod bench;
mod build;
mod campaign;
mod check;
mod contacts;
mod content;
mod keys;
mod later;
mod serve;
mod stories;
mod test;

use clap::Subcommand;

use crate::{Result, finish, styles};

/// What can be asked for. The first line of each is what `cargo xtask` lists.
#[derive(Subcommand)]
pub enum Verb {
    /// Build the demonstration and serve it: the site, an inbox and the staff reader, on this machine only.
    Serve(serve::Options),
    /// Run everything we check, in three browsers too. Long; `.ci/run` calls it.
    Test,
    /// Run what a commit needs, in under a minute once warm: format, lints, pure tests, component tests.
    Check,
    /// Build the site for publishing into `dist/`, and the header rules for its host.
    Build(build::Options),
    /// Measure what pages weigh; with `--check`, fail when a page is over its budget.
    Bench(bench::Options),
    /// Run the stories: the product used from outside, in real browsers.
    Stories(stories::Options),
    /// Run one gate of safety or reliability as often as one likes: drafts and inbox under kills, residue, hostile texts, load.
    Campaign(campaign::Options),
    /// A county's keys, one for the team and one for the safe: make, list and change them, and try whether they open.
    Keys(keys::Options),
    /// Check every word, fact and county folder, and say in plain words what is missing.
    Content(content::Options),
    /// Contacts of the counties: import from the national register, check, export, coverage. `cargo xtask contacts --help` tells more.
    Contacts(contacts::Options),
    /// County folders: `cargo xtask county new <id>` begins one.
    County(contacts::Options),
    /// Find out anew which functions of the program may come later, by watching two browsers on the first screens.
    Later,
    /// Join and shrink the style sheets. Trunk calls this before each build.
    #[command(hide = true)]
    Styles,
    /// Make the program small and write the pages. Trunk calls this at the end of each build.
    #[command(hide = true)]
    Finish,
}

/// Does what was asked for.
pub fn run(verb: Verb) -> Result<()> {
    match verb {
        Verb::Serve(options) => serve::run(&options),
        Verb::Test => test::run(),
        Verb::Check => check::run(),
        Verb::Build(options) => build::run(&options),
        Verb::Bench(options) => bench::run(&options),
        Verb::Stories(options) => stories::run(&options),
        Verb::Campaign(options) => campaign::run(&options),
        Verb::Keys(options) => keys::run(&options),
        Verb::Content(options) => content::run(&options),
        Verb::Contacts(options) => contacts::run("contacts", &options),
        Verb::County(options) => contacts::run("county", &options),
        Verb::Later => later::run(),
        Verb::Finish => finish::run(),
        Verb::Styles => styles::write(std::env::var("TUKI_COUNTY").ok().as_deref()).map(drop),
    }
}
