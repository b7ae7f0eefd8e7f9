//! Nouns and rules without web and without words. Each file holds one noun with its tests.

mod language;
mod municipality_code;

pub use language::Language;
pub use municipality_code::MunicipalityCode;
