//! A running inbox with its own folder, stopped and removed at the end of a test.

use crate::database;
use std::net::SocketAddr;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tukipolku_inbox::{Config, Inbox};

pub const ORIGIN: &str = "https://tuki.example.fi";

pub struct Running {
    runtime: Runtime,
    inbox: Option<Inbox>,
    pub folder: TempDir,
    /// The setting `database`.
    pub database: String,
    pub token: String,
}

/// The usual settings: one county, another beside it, and room for every test to send.
pub fn settings() -> Config {
    let text = format!(
        "listen = '127.0.0.1:0'\n[rate]\nburst = 100000\nper_minute = 100000\narriving_from_one = 100000\n\
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
        let database = database::fresh(folder.path());
        let inbox = start(&runtime, config, database.clone());
        let token = runtime.block_on(inbox.new_token("esimerkki", "test team")).expect("a token");
        Running { runtime, inbox: Some(inbox), folder, database, token }
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

    pub fn stop(&mut self) {
        if let Some(inbox) = self.inbox.take() {
            self.runtime.block_on(inbox.stop());
        }
    }

    /// Leaves the place of the database empty, as before the first start.
    pub fn move_the_database_away(&mut self) {
        if database::is_postgres() {
            self.database = database::fresh(self.folder.path());
        } else {
            std::fs::remove_file(self.folder.path().join("inbox.db")).expect("the file is there");
        }
    }

    pub fn restart(&mut self) {
        self.stop();
        self.inbox = Some(start(&self.runtime, settings(), self.database.clone()));
    }

    /// Does something to the database behind the inbox's back.
    pub fn meddle(&self, sql: &str) {
        database::execute(&self.database, sql);
    }
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
