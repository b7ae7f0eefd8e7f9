//! The open database, whichever it is.

use super::{StoreError, postgres, sqlite};
use sqlx::{Any, AnyPool, Transaction};

/// The open database. Cloning it is cheap.
#[derive(Clone)]
pub struct Store {
    pub(super) engine: Engine,
    pub(super) pools: Pools,
}

/// Which kind of database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Engine {
    /// One file beside the inbox.
    Sqlite,
    /// A server, perhaps shared by several inboxes.
    Postgres,
}

/// Connections that change something, and connections that only look.
#[derive(Clone)]
pub(super) struct Pools {
    pub(super) writer: AnyPool,
    pub(super) reader: AnyPool,
}

impl Store {
    /// Opens the database that `address` names: `sqlite:PATH` or `postgres://…`. Makes the tables when they are not
    /// there, and refuses a database whose settings could take back a receipt.
    pub async fn open(address: &str) -> Result<Store, StoreError> {
        sqlx::any::install_default_drivers();
        let engine = engine(address)?;
        let pools = match engine {
            Engine::Sqlite => sqlite::open(address).await?,
            Engine::Postgres => postgres::open(address).await?,
        };
        Ok(Store { engine, pools })
    }

    /// Writes everything down and closes the database.
    pub async fn close(&self) {
        self.pools.reader.close().await;
        self.pools.writer.close().await;
    }

    /// Begins a transaction that may write.
    pub(super) async fn begin(&self) -> Result<Transaction<'static, Any>, StoreError> {
        let words = match self.engine {
            Engine::Sqlite => sqlite::BEGIN,
            Engine::Postgres => postgres::BEGIN,
        };
        Ok(self.pools.writer.begin_with(words).await?)
    }

    /// Waits until no other message of the county is being written. Numbers are then visible in their order, and staff
    /// who ask for what came after a number miss nothing. SQLite writes one at a time anyway.
    pub(super) async fn take_turn(
        &self,
        transaction: &mut Transaction<'static, Any>,
        county: &str,
    ) -> Result<(), StoreError> {
        if self.engine == Engine::Postgres {
            let turn = sqlx::query("SELECT pg_advisory_xact_lock(7318843, hashtext($1))").bind(county);
            turn.execute(&mut **transaction).await?;
        }
        Ok(())
    }

    /// Lets go of deleted bytes as far as the database can: SQLite overwrites them and cuts its log. PostgreSQL reuses
    /// their place when its own cleaning comes by; `docs/inbox/running.md` says what that means.
    pub(super) async fn clean_after_deletion(&self) -> Result<(), StoreError> {
        match self.engine {
            Engine::Sqlite => sqlite::empty_the_log(&self.pools.writer).await,
            Engine::Postgres => Ok(()),
        }
    }
}

fn engine(address: &str) -> Result<Engine, StoreError> {
    match address.split_once(':') {
        Some(("sqlite", _)) => Ok(Engine::Sqlite),
        Some(("postgres" | "postgresql", _)) => Ok(Engine::Postgres),
        _ => Err(StoreError(
            "the setting 'database' names no database this inbox knows. Write sqlite: and the path of a file, or \
             postgres:// and where the server is."
                .into(),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_cannot_be_used_is_not_repeated() {
        let refused = engine("mysql://somebody:secret@db/inbox").unwrap_err();
        assert!(!refused.0.contains("secret") && refused.0.contains("postgres://"), "{refused}");
    }
}
