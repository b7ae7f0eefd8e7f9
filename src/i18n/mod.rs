//! Finding a text, filling its gaps, plurals. The words themselves are in `content/<language>/texts`.

pub mod dates;
mod texts;

pub use texts::{BadTexts, Texts};
