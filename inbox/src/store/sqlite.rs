//! Messages in one SQLite file: opening it with the promised settings, keeping, listing, tidying.

use super::{Arrival, Entry, Kept, StoreError, Tidied};
use crate::config::RetentionRules;
use crate::digest::Digest;
use crate::minute::Minute;
use sqlx::sqlite::{
    SqliteAutoVacuum, SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteRow,
    SqliteSynchronous,
};
use sqlx::{Executor, Row};
use std::str::FromStr;
use std::time::Duration;

const SCHEMA: &str = include_str!("schema.sql");
const SCHEMA_VERSION: i64 = 1;

/// The settings that the promises rest on, with the value SQLite reports when they hold: a commit is on disk before it
/// is told, deleted bytes are overwritten and given back, and nothing inside the file can call functions.
const PROMISES: [(&str, &str, &str); 5] = [
    ("journal_mode", "PRAGMA journal_mode", "wal"),
    ("synchronous", "PRAGMA synchronous", "2"),
    ("auto_vacuum", "PRAGMA auto_vacuum", "1"),
    ("secure_delete", "PRAGMA secure_delete", "1"),
    ("trusted_schema", "PRAGMA trusted_schema", "0"),
];

/// The open database. Cloning it is cheap.
#[derive(Clone)]
pub struct Store {
    /// One connection writes: SQLite allows one writer, and queueing here is fairer than being told "busy".
    pub(super) writer: SqlitePool,
    /// Reading goes past the writer, as WAL allows.
    pub(super) reader: SqlitePool,
}

impl Store {
    /// Opens the database that `address` (`sqlite:PATH`) names, makes it when it is not there, and refuses to go on when
    /// one of the promised settings does not hold.
    pub async fn open(address: &str) -> Result<Store, StoreError> {
        let options = options(address)?;
        let writer = pool(1).connect_with(options.clone()).await.map_err(|error| cannot_open(address, &error))?;
        prepare(&writer).await?;
        check_promises(&writer).await?;
        let reader = pool(4).connect_with(options).await?;
        Ok(Store { writer, reader })
    }

    /// Writes everything down and closes the file.
    pub async fn close(&self) {
        self.reader.close().await;
        self.writer.close().await;
    }

    /// Keeps a message, and returns once it is on disk.
    pub async fn keep(&self, arrival: &Arrival<'_>) -> Result<Kept, StoreError> {
        let inserted = sqlx::query(
            "INSERT INTO message (county, key_hash, digest, arrived, size, sealed) VALUES (?, ?, ?, ?, ?, ?)
             ON CONFLICT (county, key_hash) DO NOTHING",
        )
        .bind(arrival.county)
        .bind(&arrival.key.0[..])
        .bind(&arrival.digest.0[..])
        .bind(arrival.minute.0)
        .bind(arrival.sealed.len() as i64)
        .bind(arrival.sealed)
        .execute(&self.writer)
        .await?;
        if inserted.rows_affected() == 1 { Ok(Kept::New) } else { self.kept_before(arrival).await }
    }

    async fn kept_before(&self, arrival: &Arrival<'_>) -> Result<Kept, StoreError> {
        let row = sqlx::query("SELECT digest, arrived FROM message WHERE county = ? AND key_hash = ?")
            .bind(arrival.county)
            .bind(&arrival.key.0[..])
            .fetch_one(&self.writer)
            .await?;
        let same = digest(&row)? == arrival.digest;
        Ok(if same { Kept::Before(Minute(row.try_get("arrived")?)) } else { Kept::OtherMessage })
    }

    /// The county's messages with an id above `after`, oldest first, at most `limit`.
    pub async fn list(&self, county: &str, after: i64, limit: u16) -> Result<Vec<Entry>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, digest, arrived, size, pulled, handled FROM message
             WHERE county = ? AND id > ? AND sealed IS NOT NULL ORDER BY id LIMIT ?",
        )
        .bind(county)
        .bind(after)
        .bind(i64::from(limit))
        .fetch_all(&self.reader)
        .await?;
        rows.iter().map(entry).collect()
    }

    /// How many messages nobody has pulled since before `minute`, by county.
    pub async fn waiting_since(&self, minute: Minute) -> Result<Vec<(String, i64)>, StoreError> {
        let rows = sqlx::query(
            "SELECT county, count(*) AS number FROM message
             WHERE pulled IS NULL AND sealed IS NOT NULL AND arrived < ? GROUP BY county",
        )
        .bind(minute.0)
        .fetch_all(&self.reader)
        .await?;
        rows.iter().map(|row| Ok((row.try_get("county")?, row.try_get("number")?))).collect()
    }

    /// Whether the database can be written at this moment.
    pub async fn is_writable(&self) -> bool {
        let Ok(mut transaction) = self.writer.begin_with("BEGIN IMMEDIATE").await else { return false };
        let touched = transaction.execute("UPDATE staff_token SET name = name WHERE false").await.is_ok();
        touched && transaction.rollback().await.is_ok()
    }

    /// Deletes what has had its time. What nobody has pulled stays, however old.
    pub async fn tidy(&self, rules: &RetentionRules, now: Minute) -> Result<Tidied, StoreError> {
        let messages = sqlx::query(
            "UPDATE message SET sealed = NULL, deleted = ?1 WHERE sealed IS NOT NULL AND (handled < ?2 OR pulled < ?3)",
        )
        .bind(now.0)
        .bind(now.days_before(rules.handled_days).0)
        .bind(now.days_before(rules.pulled_days).0)
        .execute(&self.writer)
        .await?
        .rows_affected();
        let receipts = sqlx::query("DELETE FROM message WHERE sealed IS NULL AND deleted < ?")
            .bind(now.days_before(rules.receipt_days).0)
            .execute(&self.writer)
            .await?
            .rows_affected();
        if messages + receipts > 0 {
            self.empty_the_log().await?;
        }
        Ok(Tidied { messages, receipts })
    }

    /// Writes a consistent copy of the whole database to a new file while the inbox runs.
    pub async fn back_up(&self, path: &str) -> Result<(), StoreError> {
        sqlx::query("VACUUM INTO ?").bind(path).execute(&self.reader).await?;
        Ok(())
    }

    /// Moves everything out of the write-ahead log and cuts it, so that deleted bytes do not linger there.
    pub(super) async fn empty_the_log(&self) -> Result<(), StoreError> {
        self.writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").await?;
        Ok(())
    }
}

fn options(address: &str) -> Result<SqliteConnectOptions, StoreError> {
    if !address.starts_with("sqlite:") {
        return Err(StoreError(format!(
            "'{address}' is no database this inbox knows. Write sqlite: and the path of a file."
        )));
    }
    let options = SqliteConnectOptions::from_str(address).map_err(|error| cannot_open(address, &error))?;
    Ok(options
        .create_if_missing(true)
        .auto_vacuum(SqliteAutoVacuum::Full)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .pragma("secure_delete", "ON")
        .pragma("trusted_schema", "OFF")
        .busy_timeout(Duration::from_secs(10)))
}

fn pool(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new().max_connections(connections).idle_timeout(None).max_lifetime(None)
}

fn cannot_open(address: &str, error: &sqlx::Error) -> StoreError {
    StoreError(format!("{address} cannot be opened: {error}. Does the folder exist, and may this user write there?"))
}

async fn prepare(pool: &SqlitePool) -> Result<(), StoreError> {
    let version: i64 = sqlx::query("PRAGMA user_version").fetch_one(pool).await?.try_get(0)?;
    match version {
        0 => make_tables(pool).await,
        SCHEMA_VERSION => Ok(()),
        _ => Err(StoreError(format!("the database has version {version}, and this inbox knows {SCHEMA_VERSION}."))),
    }
}

/// All tables or none: a start that is interrupted leaves an empty file, and the next one begins afresh.
async fn make_tables(pool: &SqlitePool) -> Result<(), StoreError> {
    let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
    transaction.execute(SCHEMA).await?;
    transaction.commit().await?;
    Ok(())
}

async fn check_promises(pool: &SqlitePool) -> Result<(), StoreError> {
    for (name, question, promised) in PROMISES {
        let row = sqlx::query(question).fetch_one(pool).await?;
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

pub(super) fn digest(row: &SqliteRow) -> Result<Digest, StoreError> {
    let bytes: Vec<u8> = row.try_get("digest")?;
    bytes.try_into().map(Digest).map_err(|_| StoreError("a digest in the database is not 32 bytes long".into()))
}

fn entry(row: &SqliteRow) -> Result<Entry, StoreError> {
    Ok(Entry {
        id: row.try_get("id")?,
        digest: digest(row)?,
        arrived: Minute(row.try_get("arrived")?),
        size: row.try_get("size")?,
        pulled: row.try_get::<Option<i64>, _>("pulled")?.map(Minute),
        handled: row.try_get::<Option<i64>, _>("handled")?.map(Minute),
    })
}
