//! What every request may use: the settings, the store, and the three gates a message passes on its way in.

use crate::config::{Config, County};
use crate::idempotency::Arriving;
use crate::problem::Problem;
use crate::rate::Limiter;
use crate::sealed::Sizes;
use crate::store::Store;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::{Semaphore, SemaphorePermit};

/// Shared by all requests; cloning it is cheap.
#[derive(Clone)]
pub struct Desk(Arc<Inside>);

/// What is on the desk.
pub struct Inside {
    /// The settings.
    pub config: Config,
    /// The messages.
    pub store: Store,
    /// Which files are taken.
    pub sizes: Sizes,
    /// Who may send how much.
    pub limiter: Limiter,
    /// Which keys are arriving.
    pub arriving: Arriving,
    places: Semaphore,
}

impl Desk {
    /// Sets everything out.
    pub fn new(config: Config, store: Store) -> Desk {
        Desk(Arc::new(Inside {
            sizes: config.sizes.to_sizes(),
            limiter: Limiter::new(config.rate.clone(), Instant::now()),
            arriving: Arriving::default(),
            places: Semaphore::new(config.rate.arriving),
            store,
            config,
        }))
    }
}

impl std::ops::Deref for Desk {
    type Target = Inside;

    fn deref(&self) -> &Inside {
        &self.0
    }
}

impl Inside {
    /// The county of this name.
    pub fn county(&self, name: &str) -> Result<&County, Problem> {
        self.config.counties.get(name).ok_or(Problem::UnknownCounty)
    }

    /// A place to receive one message in, waited for a little. It is given back when the returned value is dropped.
    pub async fn place(&self) -> Result<SemaphorePermit<'_>, Problem> {
        let patience = Duration::from_secs(self.config.rate.waiting_seconds);
        let waited = tokio::time::timeout(patience, self.places.acquire()).await;
        waited.ok().and_then(Result::ok).ok_or(Problem::Busy)
    }
}
