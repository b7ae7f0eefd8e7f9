//! The national service register (Palvelutietovaranto, PTV): reading its answers, choosing what concerns a county's families,
//! telling what would change. Pure and native only; `bin/contacts` fetches and writes.
//!
//! `v11` is the only part that knows how version 11 writes things. A reader of version 12 would fill the same model.

mod changes;
mod file;
#[cfg(test)]
mod hostile_test;
mod hours;
mod json;
mod matters;
mod model;
mod rows;
mod v11;

#[cfg(test)]
mod tests;

pub use changes::{Change, Changes};
pub use file::{ImportedRow, Provenance, imported_text};
pub use matters::{CLASSES, matter_of};
pub use model::{
    Area, ChannelKind, Connection, Organisation, Page, Phone, Place, RegisterChannel, RegisterService, Translations,
    Ways,
};
pub use rows::{Selection, rows};
pub use v11::{Answer, read_answer};

/// Something of the register that is left out, named so that an editor finds it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeftOut {
    /// Which service or channel, by identifier and name as far as they could be read.
    pub what: String,
    /// Why.
    pub why: String,
}

impl LeftOut {
    /// Names what is left out and why.
    pub fn new(what: impl Into<String>, why: impl Into<String>) -> Self {
        Self { what: what.into(), why: why.into() }
    }
}

impl std::fmt::Display for LeftOut {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}: {}", self.what, self.why)
    }
}
