//! Writing a backup, and bringing one back.

use super::CommandError;
use crate::config::Config;
use crate::inbox::InboxError;
use crate::store::Store;
use std::path::{Path, PathBuf};

/// Writes everything into a new file, also while an inbox serves.
pub async fn back_up(config: &Config, file: PathBuf) -> Result<(), CommandError> {
    let store = Store::open(&config.database).await.map_err(InboxError::from)?;
    store.back_up(&file.to_string_lossy()).await.map_err(InboxError::from)?;
    store.close().await;
    println!("{} holds everything up to now. To bring it back: tukipolku-inbox restore", file.display());
    Ok(())
}

/// Brings a backup back: a SQLite file is put in its place, and a PostgreSQL database that is empty is filled.
pub async fn restore(config: &Config, file: PathBuf) -> Result<(), CommandError> {
    match config.database.strip_prefix("sqlite:") {
        Some(database) => put_in_place(&file, plain(database)?)?,
        None => fill(config, &file).await?,
    }
    Store::open(&config.database).await.map_err(InboxError::from)?.close().await;
    println!("The database holds what {} held.", file.display());
    Ok(())
}

/// A path as it is written: options after it, slashes before it and signs of percent mean another file to the database.
fn plain(database: &str) -> Result<&str, CommandError> {
    if database.starts_with("//") || database.contains(['?', '%']) {
        return Err(CommandError(format!(
            "\"sqlite:{database}\" holds more than a path. Write it as \"sqlite:PATH\" in the settings, and try again."
        )));
    }
    Ok(database)
}

async fn fill(config: &Config, file: &Path) -> Result<(), CommandError> {
    if !file.is_file() {
        return Err(CommandError(format!("{} is not there.", file.display())));
    }
    let store = Store::open(&config.database).await.map_err(InboxError::from)?;
    store.fill_from(&file.to_string_lossy()).await.map_err(InboxError::from)?;
    store.close().await;
    Ok(())
}

/// Refuses to write over a database or beside its write-ahead log: mixed, the two would be worth nothing.
fn put_in_place(file: &Path, database: &str) -> Result<(), CommandError> {
    let in_the_way =
        ["", "-wal", "-shm"].map(|end| format!("{database}{end}")).into_iter().find(|path| Path::new(path).exists());
    if let Some(path) = in_the_way {
        return Err(CommandError(format!("{path} is in the way. Move it away first, with the inbox stopped.")));
    }
    let copied = std::fs::copy(file, database);
    copied.map(drop).map_err(|error| CommandError(format!("{} cannot be copied: {error}", file.display())))
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn what_the_database_would_read_otherwise_is_no_plain_path() {
        assert_eq!(plain("inbox.db").ok(), Some("inbox.db"));
        assert_eq!(plain("/var/lib/inbox.db").ok(), Some("/var/lib/inbox.db"));
        for other in ["inbox.db?mode=rwc", "//inbox.db", "in%20box.db"] {
            assert!(plain(other).is_err(), "{other}");
        }
    }
}
