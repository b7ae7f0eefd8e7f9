//! A database on a PostgreSQL server, which several inboxes may share: opening it, and refusing a server that could
//! forget what it has confirmed.

use super::{Pools, StoreError};
use sqlx::any::AnyPoolOptions;
use sqlx::{AnyConnection, Connection, Executor, Row};

const SCHEMA: &str = include_str!("postgres.sql");
const SCHEMA_VERSION: i64 = 1;
const CONNECTIONS: u32 = 8;

/// What each connection asks for: whatever the server's default is, a commit is on disk before it is told.
const EACH_CONNECTION: &str = "SET synchronous_commit = on";

/// Settings of the server without which a crash could take back a receipt.
const PROMISES: [(&str, &str); 2] = [("fsync", "SHOW fsync"), ("full_page_writes", "SHOW full_page_writes")];

/// Begins a transaction.
pub const BEGIN: &str = "BEGIN";

/// Only one inbox at a time makes the tables. The number means nothing; it is the lock's name.
const MAKING_TABLES: &str = "SELECT pg_advisory_xact_lock(7318842)";

/// Opens the database that `address` (`postgres://…`) names and makes the tables when they are not there.
pub async fn open(address: &str) -> Result<Pools, StoreError> {
    let options = AnyPoolOptions::new()
        .max_connections(CONNECTIONS)
        .after_connect(|connection, _| Box::pin(async move { connection.execute(EACH_CONNECTION).await.map(drop) }));
    // The address may hold a password, so it is not repeated here.
    let cannot_open = |error| {
        StoreError(format!("the PostgreSQL database cannot be opened: {error}. Do server, database and user exist?"))
    };
    let pool = options.connect(address).await.map_err(cannot_open)?;
    let mut connection = pool.acquire().await?;
    check_promises(&mut connection).await?;
    prepare(&mut connection).await?;
    drop(connection);
    Ok(Pools { writer: pool.clone(), reader: pool })
}

async fn check_promises(connection: &mut AnyConnection) -> Result<(), StoreError> {
    for (name, question) in PROMISES {
        let found: String = sqlx::query(question).fetch_one(&mut *connection).await?.try_get(0)?;
        if found != "on" {
            return Err(StoreError(format!("{name} is {found} on the PostgreSQL server, and it must be on.")));
        }
    }
    Ok(())
}

async fn prepare(connection: &mut AnyConnection) -> Result<(), StoreError> {
    let mut transaction = connection.begin().await?;
    transaction.execute(MAKING_TABLES).await?;
    match version(&mut transaction).await? {
        None => _ = transaction.execute(SCHEMA).await?,
        Some(SCHEMA_VERSION) => {}
        Some(version) => {
            let known = SCHEMA_VERSION;
            return Err(StoreError(format!("the database has version {version}, and this inbox knows {known}.")));
        }
    }
    transaction.commit().await?;
    Ok(())
}

/// The version of the tables that are there, if any.
async fn version(connection: &mut AnyConnection) -> Result<Option<i64>, StoreError> {
    let question = "SELECT count(*) FROM pg_catalog.pg_tables \
         WHERE tablename = 'inbox_version' AND schemaname = ANY (current_schemas(false))";
    let tables: i64 = sqlx::query(question).fetch_one(&mut *connection).await?.try_get(0)?;
    if tables == 0 {
        return Ok(None);
    }
    Ok(Some(sqlx::query("SELECT version FROM inbox_version").fetch_one(connection).await?.try_get(0)?))
}
