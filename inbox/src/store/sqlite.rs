//! One SQLite file: opening it with the promised settings, emptying its write-ahead log, and copying it.

use super::{Pools, StoreError};
use sqlx::any::AnyPoolOptions;
use sqlx::sqlite::{SqliteAutoVacuum, SqliteConnectOptions, SqliteConnection, SqliteJournalMode};
use sqlx::{AnyConnection, AnyPool, ConnectOptions, Connection, Executor, Row};
use std::str::FromStr;

const SCHEMA: &str = include_str!("sqlite.sql");
const SCHEMA_VERSION: i64 = 1;

/// What each connection asks for anew. The other promises are kept in the file itself.
const EACH_CONNECTION: &str = "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; \
     PRAGMA busy_timeout = 10000;";

/// The settings that the promises rest on, with the value SQLite reports when they hold: a commit is on disk before it
/// is told, deleted bytes are overwritten and given back, and nothing inside the file can call functions.
const PROMISES: [(&str, &str, &str); 5] = [
    ("journal_mode", "PRAGMA journal_mode", "wal"),
    ("synchronous", "PRAGMA synchronous", "2"),
    ("auto_vacuum", "PRAGMA auto_vacuum", "1"),
    ("secure_delete", "PRAGMA secure_delete", "1"),
    ("trusted_schema", "PRAGMA trusted_schema", "0"),
];

/// Takes the writer's lock at once, so that a transaction is not refused in its middle.
pub const BEGIN: &str = "BEGIN IMMEDIATE";

/// Opens the file that `address` (`sqlite:PATH`) names, makes it when it is not there, and refuses to go on when one of
/// the promised settings does not hold. One connection writes: SQLite allows one writer, and queueing here is fairer
/// than being told "busy". Reading goes past the writer, as WAL allows.
pub async fn open(address: &str) -> Result<Pools, StoreError> {
    make(address).await?;
    let writer = pool(1, address).await?;
    check_promises(&mut *writer.acquire().await?).await?;
    let reader = pool(4, address).await?;
    Ok(Pools { writer, reader })
}

/// Makes the file, sets what is kept inside it, and makes the tables.
async fn make(address: &str) -> Result<(), StoreError> {
    let cannot_open = |error| {
        StoreError(format!(
            "{address} cannot be opened: {error}. Does the folder exist, and may this user write there?"
        ))
    };
    let options = SqliteConnectOptions::from_str(address).map_err(cannot_open)?.create_if_missing(true);
    let options = options.auto_vacuum(SqliteAutoVacuum::Full).journal_mode(SqliteJournalMode::Wal);
    let mut connection = options.connect().await.map_err(cannot_open)?;
    connection.execute(EACH_CONNECTION).await?;
    prepare(&mut connection).await?;
    Ok(connection.close().await?)
}

async fn pool(connections: u32, address: &str) -> Result<AnyPool, StoreError> {
    let options = AnyPoolOptions::new().max_connections(connections).idle_timeout(None).max_lifetime(None);
    let options = options
        .after_connect(|connection, _| Box::pin(async move { connection.execute(EACH_CONNECTION).await.map(drop) }));
    Ok(options.connect(address).await?)
}

async fn prepare(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let version: i64 = sqlx::query("PRAGMA user_version").fetch_one(&mut *connection).await?.try_get(0)?;
    match version {
        0 => make_tables(connection).await,
        SCHEMA_VERSION => Ok(()),
        _ => Err(StoreError(format!("the database has version {version}, and this inbox knows {SCHEMA_VERSION}."))),
    }
}

/// All tables or none: a start that is interrupted leaves an empty file, and the next one begins afresh.
async fn make_tables(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let mut transaction = connection.begin_with(BEGIN).await?;
    transaction.execute(SCHEMA).await?;
    transaction.commit().await?;
    Ok(())
}

async fn check_promises(connection: &mut AnyConnection) -> Result<(), StoreError> {
    for (name, question, promised) in PROMISES {
        let row = sqlx::query(question).fetch_one(&mut *connection).await?;
        let found =
            row.try_get::<String, _>(0).or_else(|_| row.try_get::<i64, _>(0).map(|number| number.to_string()))?;
        if found != promised {
            return Err(StoreError(format!(
                "{name} is {found}, and it must be {promised}. Was the file made elsewhere?"
            )));
        }
    }
    Ok(())
}

/// Moves everything out of the write-ahead log and cuts it, so that deleted bytes do not linger there.
pub async fn empty_the_log(writer: &AnyPool) -> Result<(), StoreError> {
    writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").await?;
    Ok(())
}

/// Writes a consistent copy of the whole file to a new one.
pub async fn copy_to(reader: &AnyPool, path: &str) -> Result<(), StoreError> {
    sqlx::query("VACUUM INTO $1").bind(path).execute(reader).await?;
    Ok(())
}
