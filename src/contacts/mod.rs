//! From a municipality to whoever answers there: the directory with its search, the county's record, the contact card, hours.
//! Reading tables and folders (`*_csv.rs`, `folders/`) happens where the site is made, never in the browser.

mod bad_data;
pub mod directory;
#[cfg(not(target_arch = "wasm32"))]
mod table;

pub use bad_data::BadData;
#[cfg(not(target_arch = "wasm32"))]
pub use bad_data::FolderError;
pub use directory::{Directory, FormerName, LocalLanguages, Match, Municipality, Why};
