//! Finding a page by everyday words, while they are typed: with slips of the finger, with endings, inside compounds.
//!
//! The index is made where the site is made ([`make_index`]); the browser reads it and ranks ([`Index::find`]). Nothing that is
//! looked for leaves the page: the index comes to the person, not the words to a server.

#[cfg(not(target_arch = "wasm32"))]
mod entry;
#[cfg(not(target_arch = "wasm32"))]
mod fields;
mod find;
mod index;
#[cfg(not(target_arch = "wasm32"))]
mod make_index;
mod near;
mod stem;
mod words;

#[cfg(not(target_arch = "wasm32"))]
pub use {
    entry::{Entry, Part, entries},
    make_index::make_index,
};
pub use {
    find::Hit,
    index::{Found, Index, IndexError, Where},
};
