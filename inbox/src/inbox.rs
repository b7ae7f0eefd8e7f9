//! A running inbox: opened with settings, reached at its addresses, stopped without losing what has begun.

use crate::config::{Config, ConfigError};
use crate::connections;
use crate::desk::Desk;
use crate::minute::Minute;
use crate::retention;
use crate::routes;
use crate::store::{Holder, Store, StoreError};
use crate::token;
use std::net::SocketAddr;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;

/// A running inbox.
///
/// ```no_run
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use tukipolku_inbox::{Config, Inbox};
/// let config = Config::parse("listen = '127.0.0.1:0'\n[counties.esimerkki]\norigins = ['http://127.0.0.1:8000']")?;
/// let inbox = Inbox::start(config).await?;
/// println!("listening on {}", inbox.address());
/// inbox.stop().await;
/// # Ok(()) }
/// ```
pub struct Inbox {
    address: SocketAddr,
    staff_address: SocketAddr,
    store: Store,
    stop: watch::Sender<bool>,
    work: JoinSet<()>,
}

impl Inbox {
    /// Checks the settings, opens the database, takes the addresses and begins to serve.
    pub async fn start(config: Config) -> Result<Inbox, InboxError> {
        config.check()?;
        let store = Store::open(&config.database).await?;
        let listener = bind(config.listen).await?;
        let staff_listener = match config.staff_listen {
            Some(address) => Some(bind(address).await?),
            None => None,
        };
        Ok(Inbox::serve(config, store, listener, staff_listener))
    }

    fn serve(config: Config, store: Store, listener: TcpListener, staff_listener: Option<TcpListener>) -> Inbox {
        let address = taken(&listener);
        let staff_address = staff_listener.as_ref().map_or(address, taken);
        let (stop, stopped) = watch::channel(false);
        let mut work = JoinSet::new();
        work.spawn(retention::keep_tidy(store.clone(), config.retention.clone(), stopped.clone()));
        let desk = Desk::new(config, store.clone());
        match staff_listener {
            None => _ = work.spawn(connections::serve(listener, routes::together(desk), stopped)),
            Some(for_staff) => {
                work.spawn(connections::serve(listener, routes::public(desk.clone()), stopped.clone()));
                work.spawn(connections::serve(for_staff, routes::staff(desk), stopped));
            }
        }
        Inbox { address, staff_address, store, stop, work }
    }

    /// Where senders reach it.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where staff reach it: the same, unless the settings give them their own address.
    pub fn staff_address(&self) -> SocketAddr {
        self.staff_address
    }

    /// Makes a staff token for a county and returns it. Only its SHA-256 is kept.
    pub async fn new_token(&self, county: &str, name: &str) -> Result<String, StoreError> {
        new_token(&self.store, county, name).await
    }

    /// Takes no new connections, lets what has begun come to its end (30 seconds at most) and closes the database.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        while self.work.join_next().await.is_some() {}
        self.store.close().await;
    }
}

/// Makes a staff token in a store that no inbox need be serving.
pub async fn new_token(store: &Store, county: &str, name: &str) -> Result<String, StoreError> {
    let token = token::new_token(county);
    let holder = Holder { county: county.into(), name: name.into() };
    store.add_token(token::hash(&token), &holder, Minute::now()).await?;
    Ok(token)
}

/// Takes an address to listen on.
pub async fn bind(address: SocketAddr) -> Result<TcpListener, InboxError> {
    TcpListener::bind(address).await.map_err(|error| InboxError::AddressTaken(address, error.to_string()))
}

/// The address a listener has taken.
pub fn taken(listener: &TcpListener) -> SocketAddr {
    listener.local_addr().expect("a bound listener has an address")
}

/// Why an inbox cannot start.
#[derive(Clone, Debug)]
pub enum InboxError {
    /// The settings cannot be used.
    Config(ConfigError),
    /// The database cannot be used.
    Store(StoreError),
    /// The address cannot be listened on, and what the system said.
    AddressTaken(SocketAddr, String),
}

impl std::fmt::Display for InboxError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            InboxError::Config(error) => error.fmt(f),
            InboxError::Store(error) => error.fmt(f),
            InboxError::AddressTaken(address, reason) => {
                write!(f, "{address} cannot be listened on: {reason}. Is another inbox running there?")
            }
        }
    }
}

impl std::error::Error for InboxError {}

impl From<ConfigError> for InboxError {
    fn from(error: ConfigError) -> Self {
        InboxError::Config(error)
    }
}

impl From<StoreError> for InboxError {
    fn from(error: StoreError) -> Self {
        InboxError::Store(error)
    }
}
