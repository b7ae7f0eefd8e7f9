//! Views for frames in other people's pages. They are drawn once, when the site is built; in the frame only the small
//! scripts beside this file run (`frame.js`, `theme.js`), never the program. The host's side is `element.js`, `/embed/1.js`.

pub mod address;
mod contacts;

pub use contacts::contacts;
