//! The staff's side of the store: pulling, handling and deleting messages, tokens, and the trail.

use super::messages::digest;
use super::{Action, Holder, Step, Store, StoreError};
use crate::digest::Digest;
use crate::minute::Minute;
use sqlx::{Any, Row, Transaction};

impl Store {
    /// Gives a message's bytes and notes who pulled it. `None` when the county has no such message.
    pub async fn pull(&self, holder: &Holder, id: i64, now: Minute) -> Result<Option<(Digest, Vec<u8>)>, StoreError> {
        let mut transaction = self.begin().await?;
        let found = sqlx::query(
            "UPDATE message SET pulled = coalesce(pulled, $1) WHERE county = $2 AND id = $3 AND sealed IS NOT NULL
             RETURNING digest, sealed",
        )
        .bind(now.0)
        .bind(&holder.county)
        .bind(id)
        .fetch_optional(&mut *transaction)
        .await?;
        let Some(row) = found else { return Ok(None) };
        let message = (digest(&row)?, row.try_get("sealed")?);
        note(&mut transaction, holder, Action::Pulled, message.0, now).await?;
        transaction.commit().await?;
        Ok(Some(message))
    }

    /// Marks a message handled. `false` when the county has no such message.
    pub async fn mark_handled(&self, holder: &Holder, id: i64, now: Minute) -> Result<bool, StoreError> {
        let change = "UPDATE message SET handled = coalesce(handled, $1), pulled = coalesce(pulled, $1)
             WHERE county = $2 AND id = $3 AND sealed IS NOT NULL RETURNING digest";
        self.change(change, holder, id, Action::Handled, now).await
    }

    /// Deletes a message's bytes; its receipt stays for a while. `false` when the county has no such message.
    pub async fn delete(&self, holder: &Holder, id: i64, now: Minute) -> Result<bool, StoreError> {
        let change = "UPDATE message SET sealed = NULL, deleted = $1
             WHERE county = $2 AND id = $3 AND sealed IS NOT NULL RETURNING digest";
        let deleted = self.change(change, holder, id, Action::Deleted, now).await?;
        if deleted {
            self.clean_after_deletion().await?;
        }
        Ok(deleted)
    }

    async fn change(
        &self,
        change: &'static str,
        holder: &Holder,
        id: i64,
        action: Action,
        now: Minute,
    ) -> Result<bool, StoreError> {
        let mut transaction = self.begin().await?;
        let query = sqlx::query(change).bind(now.0).bind(&holder.county).bind(id);
        let Some(row) = query.fetch_optional(&mut *transaction).await? else { return Ok(false) };
        note(&mut transaction, holder, action, digest(&row)?, now).await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// Remembers a staff token by its SHA-256. The name must be new in the county.
    pub async fn add_token(&self, hash: [u8; 32], holder: &Holder, now: Minute) -> Result<(), StoreError> {
        let query = sqlx::query("INSERT INTO staff_token (hash, county, name, created) VALUES ($1, $2, $3, $4)");
        let done =
            query.bind(&hash[..]).bind(&holder.county).bind(&holder.name).bind(now.0).execute(&self.pools.writer).await;
        match done {
            Err(sqlx::Error::Database(error)) if error.is_unique_violation() => {
                Err(StoreError(format!("{} already has a token named '{}'.", holder.county, holder.name)))
            }
            other => other.map(|_| ()).map_err(StoreError::from),
        }
    }

    /// Who holds the token with this SHA-256.
    pub async fn holder(&self, hash: [u8; 32]) -> Result<Option<Holder>, StoreError> {
        let query = sqlx::query("SELECT county, name FROM staff_token WHERE hash = $1");
        let row = query.bind(&hash[..]).fetch_optional(&self.pools.reader).await?;
        row.map(|row| Ok(Holder { county: row.try_get("county")?, name: row.try_get("name")? })).transpose()
    }

    /// Every holder and the minute their token was made.
    pub async fn holders(&self) -> Result<Vec<(Holder, Minute)>, StoreError> {
        let query = sqlx::query("SELECT county, name, created FROM staff_token ORDER BY county, name");
        let rows = query.fetch_all(&self.pools.reader).await?;
        rows.iter()
            .map(|row| {
                let holder = Holder { county: row.try_get("county")?, name: row.try_get("name")? };
                Ok((holder, Minute(row.try_get("created")?)))
            })
            .collect()
    }

    /// Makes a token useless. `false` when there is none of that name.
    pub async fn revoke_token(&self, holder: &Holder) -> Result<bool, StoreError> {
        let query = sqlx::query("DELETE FROM staff_token WHERE county = $1 AND name = $2");
        let done = query.bind(&holder.county).bind(&holder.name).execute(&self.pools.writer).await?;
        Ok(done.rows_affected() == 1)
    }

    /// What a county's staff have done, oldest first.
    pub async fn trail(&self, county: &str) -> Result<Vec<Step>, StoreError> {
        let query = sqlx::query("SELECT at, who, action, reference FROM trail WHERE county = $1 ORDER BY id");
        let rows = query.bind(county).fetch_all(&self.pools.reader).await?;
        rows.iter()
            .map(|row| {
                Ok(Step {
                    at: Minute(row.try_get("at")?),
                    who: row.try_get("who")?,
                    action: row.try_get("action")?,
                    reference: row.try_get("reference")?,
                })
            })
            .collect()
    }
}

/// The trail is written in the transaction of the act itself: one is never there without the other.
async fn note(
    transaction: &mut Transaction<'_, Any>,
    holder: &Holder,
    action: Action,
    digest: Digest,
    now: Minute,
) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO trail (at, county, who, action, reference) VALUES ($1, $2, $3, $4, $5)")
        .bind(now.0)
        .bind(&holder.county)
        .bind(&holder.name)
        .bind(action.word())
        .bind(digest.reference())
        .execute(&mut **transaction)
        .await?;
    Ok(())
}
