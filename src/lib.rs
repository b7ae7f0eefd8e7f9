//! Tukipolku: the table of contents. One line per room; the rooms above the line know nothing of the web.

pub mod contacts;
pub mod delivery;
pub mod domain;
pub mod drafts;
pub mod forms;
pub mod guide;
pub mod i18n;
pub mod search;

#[cfg(feature = "web")]
pub mod app;
#[cfg(feature = "web")]
pub mod browser;
#[cfg(feature = "web")]
pub mod components;
#[cfg(feature = "web")]
pub mod embed;
#[cfg(feature = "web")]
pub mod pages;
pub mod routes;
