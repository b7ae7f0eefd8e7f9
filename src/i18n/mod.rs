//! Finding a text, filling its gaps, plurals. The words themselves are in `content/<language>/texts`.

#[cfg(test)]
pub mod agreement;
pub mod dates;
#[cfg(not(target_arch = "wasm32"))]
mod files;
mod texts;

#[cfg(not(target_arch = "wasm32"))]
pub use files::{BadTextFile, read_texts};
pub use texts::{BadTexts, Texts};
