//! The guide: turns content files into pages with fixed sections, and checks that they stand on facts and laws.
//! Everything here runs where the site is made. The browser gets finished HTML, so only the names of the sections go there.

mod section_kind;

#[cfg(not(target_arch = "wasm32"))]
pub mod changed;
#[cfg(not(target_arch = "wasm32"))]
pub mod claims;
#[cfg(not(target_arch = "wasm32"))]
mod content_error;
#[cfg(not(target_arch = "wasm32"))]
pub mod county_text;
#[cfg(not(target_arch = "wasm32"))]
mod facts;
#[cfg(not(target_arch = "wasm32"))]
mod front_matter;
#[cfg(not(target_arch = "wasm32"))]
mod laws;
#[cfg(not(target_arch = "wasm32"))]
mod library;
#[cfg(not(target_arch = "wasm32"))]
pub mod outdated;
#[cfg(not(target_arch = "wasm32"))]
mod page_register;
#[cfg(not(target_arch = "wasm32"))]
mod prose;
#[cfg(not(target_arch = "wasm32"))]
pub mod readability;
#[cfg(not(target_arch = "wasm32"))]
pub mod review;
#[cfg(not(target_arch = "wasm32"))]
mod service_page;
#[cfg(not(target_arch = "wasm32"))]
mod spelling;
#[cfg(not(target_arch = "wasm32"))]
mod start;
#[cfg(not(target_arch = "wasm32"))]
mod target;
#[cfg(not(target_arch = "wasm32"))]
mod terms;
#[cfg(not(target_arch = "wasm32"))]
mod text_page;
#[cfg(not(target_arch = "wasm32"))]
mod toml_file;

pub use section_kind::SectionKind;

#[cfg(not(target_arch = "wasm32"))]
pub use {
    content_error::ContentError,
    county_text::{CountyPart, CountyText, Way},
    facts::{Fact, Facts, Mark},
    laws::{Act, LawReference, Laws},
    library::Library,
    page_register::{PageEntry, TextEntry},
    prose::{Prose, Resolver},
    service_page::{Section, ServicePage},
    spelling::{Glossary, Slip},
    start::{StartAnswer, StartLeads, StartPlace, StartQuestion},
    target::{RouteTarget, Target},
    terms::{Term, Terms},
    text_page::TextPage,
};

#[cfg(all(test, not(target_arch = "wasm32")))]
mod content_tests;
