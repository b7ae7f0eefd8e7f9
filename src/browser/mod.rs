//! The one room that touches the browser. Thin: each file brings one ability of the browser and nothing else.

pub mod clear;
pub mod clock;
pub mod lifecycle;
pub mod locks;
pub mod preferences;
pub mod shelf;

mod site;
