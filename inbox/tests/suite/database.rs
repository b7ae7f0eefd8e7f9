//! The database of one test: a SQLite file in its folder, or a database of its own on the PostgreSQL server that
//! `TUKI_TEST_POSTGRES` names (`cargo xtask test` starts one and runs all of these tests on both).

use sqlx::{AnyConnection, Connection};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

/// An address for the setting `database`, with nothing behind it yet.
pub fn fresh(folder: &Path) -> String {
    match server() {
        None => format!("sqlite:{}", folder.join("inbox.db").display()),
        Some(server) => fresh_on(&server),
    }
}

/// Whether the tests run on PostgreSQL.
pub fn is_postgres() -> bool {
    server().is_some()
}

/// Which of the two it is, for what is recorded.
pub fn name() -> &'static str {
    if is_postgres() { "PostgreSQL" } else { "SQLite" }
}

fn server() -> Option<String> {
    std::env::var("TUKI_TEST_POSTGRES").ok()
}

fn fresh_on(server: &str) -> String {
    static NUMBER: AtomicU64 = AtomicU64::new(1);
    let name = format!("inbox_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
    execute(server, &format!("CREATE DATABASE {name}"));
    server.replace("/postgres?", &format!("/{name}?"))
}

/// Does something in a database behind the inbox's back.
pub fn execute(address: &str, sql: &str) {
    sqlx::any::install_default_drivers();
    let work = async {
        let mut connection = AnyConnection::connect(address).await.expect("the database");
        sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned())).execute(&mut connection).await.expect("the statement");
        connection.close().await.expect("a close");
    };
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime").block_on(work);
}
