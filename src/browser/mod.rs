//! The one room that touches the browser. Thin: each file brings one ability of the browser and nothing else.

pub mod alive;
pub mod carrier;
pub mod clear;
pub mod clock;
pub mod download;
pub mod files;
pub mod later;
pub mod leaving;
pub mod lifecycle;
pub mod locks;
pub mod navigation;
pub mod page;
pub mod preferences;
pub mod shelf;
pub mod vault;

mod site;
