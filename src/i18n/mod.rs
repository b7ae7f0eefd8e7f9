//! Finding a text, filling its gaps, plurals. The words themselves are in `content/<language>/texts`.

mod texts;

pub use texts::{BadTexts, Texts};
