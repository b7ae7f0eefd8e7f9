//! Messages in the database: keeping, listing, tidying. The statements are the same for SQLite and PostgreSQL.

use super::{Arrival, Entry, Kept, Store, StoreError, Tidied};
use crate::config::RetentionRules;
use crate::digest::Digest;
use crate::minute::Minute;
use sqlx::any::AnyRow;
use sqlx::{Any, Executor, Row, Transaction};

/// For so many days before a message that was pulled and never marked handled is deleted, it is called out.
const DAYS_OF_WARNING: u32 = 14;

impl Store {
    /// Keeps a message, and returns once it is on disk.
    pub async fn keep(&self, arrival: &Arrival<'_>) -> Result<Kept, StoreError> {
        let mut transaction = self.begin().await?;
        self.take_turn(&mut transaction, arrival.county).await?;
        let inserted = sqlx::query(
            "INSERT INTO message (county, key_hash, digest, arrived, size, sealed) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (county, key_hash) DO NOTHING",
        )
        .bind(arrival.county)
        .bind(&arrival.key.0[..])
        .bind(&arrival.digest.0[..])
        .bind(arrival.minute.0)
        .bind(arrival.sealed.len() as i64)
        .bind(arrival.sealed)
        .execute(&mut *transaction)
        .await?;
        let is_new = inserted.rows_affected() == 1;
        let kept = if is_new { Kept::New } else { kept_before(&mut transaction, arrival).await? };
        transaction.commit().await?;
        Ok(kept)
    }

    /// The county's messages with an id above `after`, oldest first, at most `limit`.
    pub async fn list(&self, county: &str, after: i64, limit: u16) -> Result<Vec<Entry>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, digest, arrived, size, pulled, handled FROM message
             WHERE county = $1 AND id > $2 AND sealed IS NOT NULL ORDER BY id LIMIT $3",
        )
        .bind(county)
        .bind(after)
        .bind(i64::from(limit))
        .fetch_all(&self.pools.reader)
        .await?;
        rows.iter().map(entry).collect()
    }

    /// How many messages wait for somebody, by county: those that nobody has pulled for too long, and those that were pulled,
    /// perhaps in vain, never marked handled, and are soon to be deleted.
    pub async fn waiting(&self, rules: &RetentionRules, now: Minute) -> Result<Vec<(String, i64)>, StoreError> {
        let soon = rules.pulled_days.saturating_sub(DAYS_OF_WARNING);
        let rows = sqlx::query(
            "SELECT county, count(*) AS number FROM message
             WHERE sealed IS NOT NULL AND handled IS NULL AND (pulled < $2 OR (pulled IS NULL AND arrived < $1))
             GROUP BY county",
        )
        .bind(now.hours_before(rules.alarm_hours).0)
        .bind(now.days_before(soon).0)
        .fetch_all(&self.pools.reader)
        .await?;
        rows.iter().map(|row| Ok((row.try_get("county")?, row.try_get("number")?))).collect()
    }

    /// Whether the database can be written at this moment.
    pub async fn is_writable(&self) -> bool {
        let Ok(mut transaction) = self.begin().await else { return false };
        let touched = transaction.execute("UPDATE staff_token SET name = name WHERE false").await.is_ok();
        touched && transaction.rollback().await.is_ok()
    }

    /// Deletes what has had its time. What nobody has pulled stays, however old.
    pub async fn tidy(&self, rules: &RetentionRules, now: Minute) -> Result<Tidied, StoreError> {
        let messages = sqlx::query(
            "UPDATE message SET sealed = NULL, deleted = $1 WHERE sealed IS NOT NULL AND (handled < $2 OR pulled < $3)",
        )
        .bind(now.0)
        .bind(now.days_before(rules.handled_days).0)
        .bind(now.days_before(rules.pulled_days).0)
        .execute(&self.pools.writer)
        .await?
        .rows_affected();
        let receipts = sqlx::query("DELETE FROM message WHERE sealed IS NULL AND deleted < $1")
            .bind(now.days_before(rules.receipt_days).0)
            .execute(&self.pools.writer)
            .await?
            .rows_affected();
        if messages + receipts > 0 {
            self.clean_after_deletion().await?;
        }
        Ok(Tidied { messages, receipts })
    }
}

async fn kept_before(transaction: &mut Transaction<'_, Any>, arrival: &Arrival<'_>) -> Result<Kept, StoreError> {
    let row = sqlx::query("SELECT digest, arrived FROM message WHERE county = $1 AND key_hash = $2")
        .bind(arrival.county)
        .bind(&arrival.key.0[..])
        .fetch_one(&mut **transaction)
        .await?;
    let same = digest(&row)? == arrival.digest;
    Ok(if same { Kept::Before(Minute(row.try_get("arrived")?)) } else { Kept::OtherMessage })
}

pub(super) fn digest(row: &AnyRow) -> Result<Digest, StoreError> {
    let bytes: Vec<u8> = row.try_get("digest")?;
    bytes.try_into().map(Digest).map_err(|_| StoreError("a digest in the database is not 32 bytes long".into()))
}

fn entry(row: &AnyRow) -> Result<Entry, StoreError> {
    Ok(Entry {
        id: row.try_get("id")?,
        digest: digest(row)?,
        arrived: Minute(row.try_get("arrived")?),
        size: row.try_get("size")?,
        pulled: row.try_get::<Option<i64>, _>("pulled")?.map(Minute),
        handled: row.try_get::<Option<i64>, _>("handled")?.map(Minute),
    })
}
