//! The frame of every page, and what happens when somebody moves through the site.

mod frame;
pub mod moving;
#[cfg(feature = "hydrate")]
pub mod start;

pub use frame::App;
