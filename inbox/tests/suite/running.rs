//! A running inbox with its own folder, stopped and removed at the end of a test.

use std::net::SocketAddr;
use std::path::PathBuf;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tukipolku_inbox::{Config, Inbox};

pub const ORIGIN: &str = "https://tuki.example.fi";

pub struct Running {
    runtime: Runtime,
    inbox: Option<Inbox>,
    pub folder: TempDir,
    pub token: String,
}

/// The usual settings: one county, another beside it, and room for every test to send.
pub fn settings() -> Config {
    let text = format!(
        "listen = '127.0.0.1:0'\n[rate]\nburst = 100000\nper_minute = 100000\n\
         [counties.esimerkki]\norigins = ['{ORIGIN}']\n[counties.toinen]\norigins = []"
    );
    Config::parse(&text).expect("right settings")
}

impl Running {
    pub fn new() -> Running {
        Running::with(settings())
    }

    pub fn with(config: Config) -> Running {
        let folder = tempfile::tempdir().expect("a folder");
        let runtime = Runtime::new().expect("a runtime");
        let inbox = start(&runtime, config, database(&folder));
        let token = runtime.block_on(inbox.new_token("esimerkki", "test team")).expect("a token");
        Running { runtime, inbox: Some(inbox), folder, token }
    }

    pub fn address(&self) -> SocketAddr {
        self.inbox.as_ref().expect("running").address()
    }

    pub fn staff_address(&self) -> SocketAddr {
        self.inbox.as_ref().expect("running").staff_address()
    }

    pub fn new_token(&self, county: &str, name: &str) -> String {
        self.runtime.block_on(self.inbox.as_ref().expect("running").new_token(county, name)).expect("a token")
    }

    pub fn database(&self) -> PathBuf {
        self.folder.path().join("inbox.db")
    }

    pub fn stop(&mut self) {
        if let Some(inbox) = self.inbox.take() {
            self.runtime.block_on(inbox.stop());
        }
    }

    pub fn restart(&mut self) {
        self.stop();
        self.inbox = Some(start(&self.runtime, settings(), database(&self.folder)));
    }

    /// Does something to the database behind the inbox's back.
    pub fn meddle(&self, sql: &'static str) {
        use sqlx::Connection;
        self.runtime.block_on(async {
            let address = format!("sqlite:{}", self.database().display());
            let mut connection = sqlx::SqliteConnection::connect(&address).await.expect("the database");
            sqlx::raw_sql(sql).execute(&mut connection).await.expect("the statement");
            connection.close().await.expect("a close");
        });
    }
}

fn database(folder: &TempDir) -> String {
    format!("sqlite:{}", folder.path().join("inbox.db").display())
}

fn start(runtime: &Runtime, mut config: Config, database: String) -> Inbox {
    config.database = database;
    runtime.block_on(Inbox::start(config)).expect("the inbox starts")
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
    }
}
