//! Backups. A backup is always one SQLite file, so it can be looked into with stock tools, and what was kept on one kind
//! of database can be brought back into the other.

use super::{Engine, Store, StoreError, sqlite};
use sqlx::any::AnyRow;
use sqlx::{Any, Executor, Row, Transaction};

/// Rows that are in memory at a time: a message is at most a quarter of a megabyte.
const ROWS: i64 = 50;

impl Store {
    /// Writes a consistent copy of everything to the new file `path` while the inbox runs.
    pub async fn back_up(&self, path: &str) -> Result<(), StoreError> {
        if self.engine == Engine::Sqlite {
            return sqlite::copy_to(&self.pools.reader, path).await;
        }
        let mut from = self.pools.reader.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
        let copy = Store::open(&format!("sqlite:{path}")).await?;
        let copied = copy_all(&mut from, &copy).await;
        copy.close().await;
        copied
    }

    /// Fills this database, which must hold nothing yet, with what the file `path` holds. All or nothing.
    pub async fn fill_from(&self, path: &str) -> Result<(), StoreError> {
        let backup = Store::open(&format!("sqlite:{path}")).await?;
        let mut from = backup.pools.reader.begin().await?;
        let copied = copy_all(&mut from, self).await;
        from.rollback().await?;
        backup.close().await;
        copied
    }

    /// Whether neither messages nor tokens are here.
    async fn is_empty(&self) -> Result<bool, StoreError> {
        let question = "SELECT (SELECT count(*) FROM message) + (SELECT count(*) FROM staff_token) \
             + (SELECT count(*) FROM trail)";
        Ok(sqlx::query(question).fetch_one(&self.pools.reader).await?.try_get::<i64, _>(0)? == 0)
    }
}

type Open = Transaction<'static, Any>;

async fn copy_all(from: &mut Open, to: &Store) -> Result<(), StoreError> {
    if !to.is_empty().await? {
        return Err(StoreError("the database that is to be filled holds something already.".into()));
    }
    let mut into = to.begin().await?;
    copy_messages(from, &mut into).await?;
    copy_tokens(from, &mut into).await?;
    copy_trail(from, &mut into).await?;
    if to.engine == Engine::Postgres {
        into.execute(GO_ON_COUNTING).await?;
    }
    into.commit().await?;
    Ok(())
}

/// Numbers that are given by hand do not move the counters.
const GO_ON_COUNTING: &str =
    "SELECT setval(pg_get_serial_sequence('message', 'id'), (SELECT coalesce(max(id), 1) FROM message));
     SELECT setval(pg_get_serial_sequence('trail', 'id'), (SELECT coalesce(max(id), 1) FROM trail));";

async fn copy_messages(from: &mut Open, into: &mut Open) -> Result<(), StoreError> {
    let question = "SELECT id, county, key_hash, digest, arrived, size, sealed, pulled, handled, deleted FROM message
         WHERE id > $1 ORDER BY id LIMIT $2";
    let mut after = 0i64;
    loop {
        let rows = sqlx::query(question).bind(after).bind(ROWS).fetch_all(&mut **from).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = last.try_get("id")?;
        for row in &rows {
            copy_message(row, into).await?;
        }
    }
}

async fn copy_message(row: &AnyRow, into: &mut Open) -> Result<(), StoreError> {
    let words = "INSERT INTO message (id, county, key_hash, digest, arrived, size, sealed, pulled, handled, deleted)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let query = sqlx::query(words).bind(row.try_get::<i64, _>("id")?).bind(row.try_get::<String, _>("county")?);
    let query = query.bind(row.try_get::<Vec<u8>, _>("key_hash")?).bind(row.try_get::<Vec<u8>, _>("digest")?);
    let query = query.bind(row.try_get::<i64, _>("arrived")?).bind(row.try_get::<i64, _>("size")?);
    let query = query.bind(row.try_get::<Option<Vec<u8>>, _>("sealed")?);
    let query = query.bind(row.try_get::<Option<i64>, _>("pulled")?).bind(row.try_get::<Option<i64>, _>("handled")?);
    query.bind(row.try_get::<Option<i64>, _>("deleted")?).execute(&mut **into).await?;
    Ok(())
}

async fn copy_tokens(from: &mut Open, into: &mut Open) -> Result<(), StoreError> {
    for row in sqlx::query("SELECT hash, county, name, created FROM staff_token").fetch_all(&mut **from).await? {
        sqlx::query("INSERT INTO staff_token (hash, county, name, created) VALUES ($1, $2, $3, $4)")
            .bind(row.try_get::<Vec<u8>, _>("hash")?)
            .bind(row.try_get::<String, _>("county")?)
            .bind(row.try_get::<String, _>("name")?)
            .bind(row.try_get::<i64, _>("created")?)
            .execute(&mut **into)
            .await?;
    }
    Ok(())
}

async fn copy_trail(from: &mut Open, into: &mut Open) -> Result<(), StoreError> {
    for row in
        sqlx::query("SELECT at, county, who, action, reference FROM trail ORDER BY id").fetch_all(&mut **from).await?
    {
        sqlx::query("INSERT INTO trail (at, county, who, action, reference) VALUES ($1, $2, $3, $4, $5)")
            .bind(row.try_get::<i64, _>("at")?)
            .bind(row.try_get::<String, _>("county")?)
            .bind(row.try_get::<String, _>("who")?)
            .bind(row.try_get::<String, _>("action")?)
            .bind(row.try_get::<String, _>("reference")?)
            .execute(&mut **into)
            .await?;
    }
    Ok(())
}
