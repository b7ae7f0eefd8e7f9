//! Every command of the project, and the pieces they share. The stories in `tests/stories` use the pieces too.

pub mod check_url;
pub mod demo_inbox;
pub mod demo_keys;
pub mod deployment;
pub mod finish;
pub mod headers;
pub mod keys;
pub mod later;
pub mod manifest;
pub mod module_build;
pub mod places;
pub mod postgres;
pub mod problem;
pub mod remap;
pub mod run;
pub mod server;
pub mod setup;
pub mod shed;
pub mod site_build;
pub mod small_cargo;
pub mod split;
pub mod stages;
pub mod styles;
pub mod tools;
pub mod trial_inbox;
pub mod two_builds;
pub mod verbs;
pub mod weight;

pub use problem::{Problem, Result};
