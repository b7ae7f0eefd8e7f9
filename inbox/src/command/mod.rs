//! The verbs of the program, and the help that teaches them.

mod backup;
mod reader;

use crate::config::{Config, ConfigError};
use crate::inbox::{Inbox, InboxError, new_token};
use crate::log;
use crate::reader_files::ReaderFilesError;
use crate::store::{Holder, Store};
use backup::{back_up, restore};
use clap::{Parser, Subcommand};
use reader::ReaderVerb;
use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Receives sealed messages from a county's forms and gives them to its staff. It can read none of them.
#[derive(Parser)]
#[command(name = "tukipolku-inbox", version, after_help = FIRST_TIME)]
pub struct Command {
    /// The settings file.
    #[arg(long, short, global = true, default_value = "inbox.toml", value_name = "FILE")]
    config: PathBuf,
    #[command(subcommand)]
    verb: Verb,
}

const FIRST_TIME: &str = "\
The first time:
  1. Write inbox.toml:

       listen = \"127.0.0.1:8480\"
       database = \"sqlite:/var/lib/tukipolku/inbox.db\"

       [counties.esimerkki]
       origins = [\"https://tuki.example.fi\"]

  2. tukipolku-inbox token new --county esimerkki --name \"assessment team\"
  3. tukipolku-inbox serve

Put a web server with TLS in front of it, switch that server's access log off for the inbox, and name the server's own
address in trusted_proxies. All settings: docs/inbox/running.md.";

#[derive(Subcommand)]
enum Verb {
    /// Serve until stopped (Ctrl-C or SIGTERM); what has begun to arrive is received first.
    Serve {
        /// Listen here instead of where the settings say.
        #[arg(long, value_name = "ADDRESS:PORT")]
        listen: Option<SocketAddr>,
        /// Use this database instead of the one in the settings.
        #[arg(long, value_name = "ADDRESS")]
        database: Option<String>,
    },
    /// Check the settings file and say what is wrong with it.
    Check,
    /// Staff tokens: each opens one county's messages.
    #[command(subcommand)]
    Token(TokenVerb),
    /// Show what a county's staff have done: when, who, what, which reference. Never what a message says.
    Trail {
        /// The county's name in the settings.
        #[arg(long)]
        county: String,
    },
    /// Write a consistent copy of the database to a new SQLite file, also while the inbox runs.
    Backup {
        /// The file to write. It must not exist.
        file: PathBuf,
    },
    /// Put a backup in the database's place. The inbox must be stopped, and the old database moved away; a PostgreSQL
    /// database must be there and empty.
    Restore {
        /// The file that backup wrote.
        file: PathBuf,
    },
    /// The staff reader: write its pages, or serve them to this machine alone.
    #[command(subcommand)]
    Reader(ReaderVerb),
}

#[derive(Subcommand)]
enum TokenVerb {
    /// Make a token and show it once.
    New {
        /// The county's name in the settings.
        #[arg(long)]
        county: String,
        /// Who will use it: a team or a workstation. It stands in the trail.
        #[arg(long)]
        name: String,
    },
    /// List who holds tokens. The tokens themselves are not kept.
    List,
    /// Make a token useless from this moment.
    Revoke {
        /// The county's name in the settings.
        #[arg(long)]
        county: String,
        /// The name the token was made with.
        #[arg(long)]
        name: String,
    },
}

impl Command {
    /// Does what was asked.
    pub async fn run(self) -> Result<(), CommandError> {
        if let Verb::Reader(verb) = self.verb {
            return verb.run().await;
        }
        let config = Config::read(&self.config)?;
        match self.verb {
            Verb::Serve { listen, database } => serve(config, listen, database).await,
            Verb::Check => {
                println!("{} is in order: {} counties.", self.config.display(), config.counties.len());
                Ok(())
            }
            Verb::Token(verb) => verb.run(&config).await,
            Verb::Trail { county } => show_trail(&config, &county).await,
            Verb::Backup { file } => back_up(&config, file).await,
            Verb::Restore { file } => restore(&config, file).await,
            Verb::Reader(_) => Ok(()),
        }
    }
}

async fn serve(mut config: Config, listen: Option<SocketAddr>, database: Option<String>) -> Result<(), CommandError> {
    config.listen = listen.unwrap_or(config.listen);
    config.database = database.unwrap_or(config.database);
    let inbox = Inbox::start(config).await?;
    announce(&inbox);
    asked_to_stop().await;
    log::line("stopping; what has begun to arrive is received first");
    inbox.stop().await;
    Ok(())
}

/// Says the addresses, for a person or for the program that started this one. Whoever started it may have stopped
/// listening, and that is no reason to stop receiving.
fn announce(inbox: &Inbox) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "listening on http://{}", inbox.address());
    let _ = writeln!(out, "staff on http://{}/reader/fi/", inbox.staff_address());
}

async fn asked_to_stop() {
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())
        .expect("a program may listen for SIGTERM");
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}

impl TokenVerb {
    async fn run(self, config: &Config) -> Result<(), CommandError> {
        let store = Store::open(&config.database).await.map_err(InboxError::from)?;
        match self {
            TokenVerb::New { county, name } => show_new_token(config, &store, &county, &name).await?,
            TokenVerb::List => show_holders(&store).await?,
            TokenVerb::Revoke { county, name } => revoke(&store, Holder { county, name }).await?,
        }
        store.close().await;
        Ok(())
    }
}

async fn show_new_token(config: &Config, store: &Store, county: &str, name: &str) -> Result<(), CommandError> {
    known(config, county)?;
    let token = new_token(store, county, name).await.map_err(InboxError::from)?;
    println!("{token}");
    eprintln!("Shown once. Give it to '{name}' by a safe way; only its SHA-256 is kept here.");
    Ok(())
}

async fn show_holders(store: &Store) -> Result<(), CommandError> {
    for (holder, made) in store.holders().await.map_err(InboxError::from)? {
        println!("{}\t{}\t{}", holder.county, holder.name, made.to_rfc3339());
    }
    Ok(())
}

async fn revoke(store: &Store, holder: Holder) -> Result<(), CommandError> {
    if store.revoke_token(&holder).await.map_err(InboxError::from)? {
        println!("The token '{}' of {} no longer opens anything.", holder.name, holder.county);
        return Ok(());
    }
    Err(CommandError(format!(
        "{} has no token named '{}'. See: tukipolku-inbox token list",
        holder.county, holder.name
    )))
}

async fn show_trail(config: &Config, county: &str) -> Result<(), CommandError> {
    known(config, county)?;
    let store = Store::open(&config.database).await.map_err(InboxError::from)?;
    for step in store.trail(county).await.map_err(InboxError::from)? {
        println!("{}\t{}\t{}\t{}", step.at.to_rfc3339(), step.who, step.action, step.reference);
    }
    store.close().await;
    Ok(())
}

fn known(config: &Config, county: &str) -> Result<(), CommandError> {
    if config.counties.contains_key(county) {
        return Ok(());
    }
    let names: Vec<_> = config.counties.keys().cloned().collect();
    Err(CommandError(format!("the settings name no county '{county}'. They name: {}", names.join(", "))))
}

/// What went wrong, in words for whoever gave the command.
#[derive(Debug)]
pub struct CommandError(String);

impl std::fmt::Display for CommandError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<InboxError> for CommandError {
    fn from(error: InboxError) -> Self {
        CommandError(error.to_string())
    }
}

impl From<ConfigError> for CommandError {
    fn from(error: ConfigError) -> Self {
        CommandError(error.to_string())
    }
}

impl From<ReaderFilesError> for CommandError {
    fn from(error: ReaderFilesError) -> Self {
        CommandError(error.to_string())
    }
}
