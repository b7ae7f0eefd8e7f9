//! What stories stand on: engines, a browser that can be killed and reopened, a site that notes every complaint of its
//! pages, and a proxy that notes every request and refuses every host but ours.

mod accessibility;
mod browser;
mod driver;
mod engine;
pub mod failure;
mod find;
mod host;
mod profile;
mod proxy;
mod role;
mod site;
mod stage;
pub mod wait;

pub use browser::Screen;
pub use engine::Engine;
pub use failure::{Failure, Told};
pub use host::Host;
pub use site::Folder;
pub use stage::{Stage, perform};
