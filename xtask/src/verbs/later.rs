//! Making the list of what may come later anew.

use crate::deployment::Kind;
use crate::headers::Deployment;
use crate::setup::{self, Purpose};
use crate::site_build::{self, Plan};
use crate::stages::Stages;
use crate::verbs::check;
use crate::{Result, finish, later};

/// Builds the demonstration with marks, has two browsers go through the first screens, and writes the list.
pub fn run() -> Result<()> {
    setup::prepare(Purpose::Tests)?;
    let deployment = Deployment { endpoint: Some("http://127.0.0.1:8481".to_owned()), ..Deployment::default() };
    site_build::build(&Plan { kind: Kind::Demo, deployment, small: true, marked: true })?;
    let mut stages = Stages::default();
    let mut stories = check::cargo("test --quiet -p xtask --test stories --");
    stages.tests("First screens, marked", stories.args(["--story", "mark first screens"]));
    stages.close()?;
    println!("{} has {} lines. The site in dist has marks in it: build it anew.", finish::LIST, later::write()?);
    Ok(())
}
