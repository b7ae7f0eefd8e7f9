//! The demonstration on this machine: the site on one port, the inbox with the staff reader on another.

use clap::Args;

use crate::demo_inbox::{self, Inbox};
use crate::deployment::{self, DEMO_MUNICIPALITY, Kind};
use crate::setup::{self, Purpose};
use crate::site_build::{self, Plan};
use crate::{Problem, Result, demo_keys, places, server};

/// Where to serve, and what.
#[derive(Args)]
pub struct Options {
    /// The site's port.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The port of the inbox and the staff reader.
    #[arg(long, default_value_t = 8081)]
    inbox_port: u16,
    /// Build small, as it is published, instead of quickly.
    #[arg(long)]
    small: bool,
}

/// Sets up, builds, serves until Ctrl-C.
pub fn run(options: &Options) -> Result<()> {
    setup::prepare(Purpose::Site)?;
    let site = format!("http://127.0.0.1:{}", options.port);
    let mut deployment = deployment::of(&Kind::Demo)?;
    deployment.origin = site.clone();
    deployment.endpoint = Some(demo_inbox::address(options.inbox_port));
    site_build::build(&Plan { kind: Kind::Demo, deployment: deployment.clone(), small: options.small, marked: false })?;
    demo_inbox::build()?;
    let inbox = demo_inbox::start(&places::root().join("target/demo"), options.inbox_port, &site)?;
    let runtime = tokio::runtime::Runtime::new().map_err(|error| Problem::new(error.to_string()))?;
    runtime.block_on(async {
        let (listener, _) = server::listen(options.port).await?;
        say_where(&site, &inbox);
        let service = server::site(places::dist(), &deployment);
        axum::serve(listener, service)
            .with_graceful_shutdown(until_interrupted())
            .await
            .map_err(|error| Problem::new(error.to_string()))
    })
}

fn say_where(site: &str, inbox: &Inbox) {
    println!();
    println!("The site:               {site}/fi/   {site}/sv/   {site}/en/");
    println!("The demo county's page: {site}/fi/yhteystiedot/{DEMO_MUNICIPALITY}/");
    println!("The staff reader:       {}", inbox.reader());
    println!("Its keys:               {}", places::short(&demo_keys::folder()).display());
    println!("Their passphrase:       {}", demo_keys::PASSPHRASE);
    println!("The reader's token:     {}", inbox.token());
    println!("Nothing sent here reaches an authority. Stop with Ctrl-C.");
}

async fn until_interrupted() {
    // If the signal cannot be awaited, serving on is better than stopping at once.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
