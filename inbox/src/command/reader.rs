//! The staff reader: writing its pages, and serving them to this machine alone.

use super::{CommandError, asked_to_stop};
use crate::inbox::{bind, taken};
use crate::{connections, reader_files, routes};
use clap::Subcommand;
use std::io::Write;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// What can be done with the reader.
#[derive(Subcommand)]
pub enum ReaderVerb {
    /// Write the staff reader's pages into a folder for reader_dir.
    Write {
        /// The folder with the site's words: content/fi, content/sv, content/en.
        #[arg(long, value_name = "FOLDER")]
        content: PathBuf,
        /// The vault's worker as the reader's origin serves it, for example /reader/vault/worker.js.
        #[arg(long, value_name = "ADDRESS")]
        vault_worker: String,
        /// The folder to write.
        #[arg(long, value_name = "FOLDER")]
        out: PathBuf,
    },
    /// Serve the written pages on 127.0.0.1, to open sealed files that lie on this machine. Needs no inbox, no settings
    /// and, once it runs, no network. Stop with Ctrl-C.
    Serve {
        /// The folder that `reader write` wrote, with the vault's files beside it.
        #[arg(long, value_name = "FOLDER")]
        dir: PathBuf,
        /// The port on 127.0.0.1.
        #[arg(long, default_value_t = 8482)]
        port: u16,
    },
}

impl ReaderVerb {
    /// Does what was asked.
    pub async fn run(self) -> Result<(), CommandError> {
        match self {
            ReaderVerb::Write { content, vault_worker, out } => {
                Ok(reader_files::write_reader(&content, &vault_worker, &out)?)
            }
            ReaderVerb::Serve { dir, port } => serve_reader(&dir, port).await,
        }
    }
}

/// Binds the loopback address only: whoever opens messages here does so for themselves.
async fn serve_reader(dir: &Path, port: u16) -> Result<(), CommandError> {
    if !dir.join("fi/index.html").is_file() {
        return Err(CommandError(format!("{} holds no reader. Write one with: reader write", dir.display())));
    }
    let listener = bind(SocketAddr::from(([127, 0, 0, 1], port))).await?;
    let _ = writeln!(std::io::stdout().lock(), "reader on http://{}/reader/fi/", taken(&listener));
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let serving = tokio::spawn(connections::serve(listener, routes::reader_alone(dir), stopped));
    asked_to_stop().await;
    stop.send_replace(true);
    serving.await.map_err(|error| CommandError(error.to_string()))
}
