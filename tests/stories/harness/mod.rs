//! What stories stand on: engines, a browser that can be killed and reopened, a site that notes every complaint of its
//! pages, and a proxy that notes every request and refuses every host but ours.

mod accessibility;
mod browser;
mod devtools;
mod driver;
mod engine;
pub mod failure;
mod find;
mod host;
mod profile;
mod proxy;
pub mod role;
mod site;
mod stage;
mod throttle;
pub mod wait;

pub use browser::Screen;
pub use engine::Engine;
pub use failure::{Failure, Told, fail};
pub use host::Host;
pub use proxy::Request;
pub use site::Folder;
pub use stage::{Stage, perform};
pub use throttle::throttle;
