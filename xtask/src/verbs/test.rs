//! Everything we check, stage by stage.

use std::process::Command;

use crate::deployment::{self, Kind};
use crate::postgres::Postgres;
use crate::setup::{self, Purpose};
use crate::site_build::{self, Plan};
use crate::stages::{self, Counts, Stages};
use crate::trial_inbox::TrialInbox;
use crate::verbs::{bench, check, stories};
use crate::{Problem, Result, demo_inbox, places, run, tools};

/// Runs every stage, whatever fails on the way, and tells how long each took.
pub fn run() -> Result<()> {
    let mut stages = Stages::default();
    stages.stage("Set-up", || setup::prepare(Purpose::Tests).map(|()| Counts::default()));
    if stages.failed() {
        // Without the tools nothing below could tell us anything.
        return stages.close();
    }
    check::quick(&mut stages);
    stages.run("Licences, bans, sources", &mut check::cargo("deny --offline --workspace check licenses bans sources"));
    stages.tests("Vault tests", &mut check::cargo("test --quiet --no-fail-fast -p tukipolku-vault"));
    stages.tests("Inbox tests", &mut check::cargo("test --quiet --no-fail-fast -p tukipolku-inbox"));
    stages.stage("Inbox tests on PostgreSQL", inbox_on_postgres);
    stages.stage("Interface, by its schema", interface);
    stages.tests("Staff drill", &mut check::cargo("test --quiet -p xtask --test drill"));
    stages.tests("Emitted rules on a real server", &mut check::cargo("test --quiet -p xtask --test hosts"));
    stages.tests("Browser room", &mut in_browser("csr", "browser"));
    stages.tests("Components in a browser", &mut in_browser("hydrate", "components_in_browser"));
    stages.stage("National build", || build(Kind::National));
    stages.run("National site", &mut site(&Kind::National));
    stages.stage("Demonstration build", || build(Kind::Demo));
    stages.run("Demonstration site", &mut site(&Kind::Demo));
    stages.stage("Budgets", || bench::run(&bench::Options { check: true }).map(|()| one()));
    stages.tests("Stories in three engines", &mut stories::all());
    stages.close()
}

/// The same tests of the inbox once more, on a PostgreSQL server that is made for them and gone afterwards.
fn inbox_on_postgres() -> Result<Counts> {
    let server = Postgres::start()?;
    let mut tests = check::cargo("test --quiet --no-fail-fast -p tukipolku-inbox --test suite");
    stages::counted_tests("Inbox tests on PostgreSQL", tests.env("TUKI_TEST_POSTGRES", server.address()))
}

/// Requests that a tester makes out of the OpenAPI document, against a running inbox.
fn interface() -> Result<Counts> {
    let folder = std::env::temp_dir().join(format!("tukipolku-interface-{}", std::process::id()));
    let inbox = TrialInbox::start(&folder, "")?;
    let mut tester = tools::command("schemathesis");
    tester.args(["--config-file", "tests/schemathesis.toml", "run", "--no-color", "--seed", "20261122"]);
    // No schema can say that a digest fits its body, so well-formed requests are refused, and rightly.
    tester.args(["--exclude-checks", "positive_data_acceptance"]);
    tester.args(["--max-examples", "50", "--continue-on-failure", "--header"]);
    tester.arg(format!("Authorization: Bearer {}", inbox.token));
    tester.arg(format!("http://{}/openapi.json", inbox.address));
    let (status, _) = run::shown(&mut tester)?;
    drop(inbox);
    let _ = std::fs::remove_dir_all(&folder);
    match status.success() {
        true => Ok(one()),
        false => Err(Problem::new("The inbox does not do what its description says.")),
    }
}

/// Tests that are themselves WebAssembly and run inside Chromium.
fn in_browser(feature: &str, test: &str) -> Command {
    // No `--quiet`: cargo passes it on to a runner that does not know it.
    let mut command = check::cargo("test --target wasm32-unknown-unknown");
    command.args(["--features", feature, "--test", test]);
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    command
}

fn build(kind: Kind) -> Result<Counts> {
    let mut deployment = deployment::of(&kind)?;
    if kind == Kind::Demo {
        deployment.endpoint = Some(demo_inbox::address(demo_inbox::STORY_PORT));
    }
    site_build::build(&Plan { kind, deployment, small: true, marked: false }).map(|()| one())
}

/// Reads every page that the last build left.
fn site(kind: &Kind) -> Command {
    let mut command = check::cargo("test --quiet --no-fail-fast --features ssr --test site");
    command.env("TUKI_DIST", places::dist()).env("TUKI_KIND", kind.name());
    command
}

/// A stage that is one check.
fn one() -> Counts {
    Counts { passed: 1, failed: 0 }
}
