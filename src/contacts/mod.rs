//! From a municipality to whoever answers there: the directory with its search, the county's record, the contact card, hours.
//! Reading tables and folders (`table.rs`, `folders/`, `read_csv.rs`) happens where the site is made, never in the browser.

mod bad_data;
mod card;
mod connection;
mod contact_point;
mod county_record;
pub mod directory;
#[cfg(not(target_arch = "wasm32"))]
pub mod export;
#[cfg(not(target_arch = "wasm32"))]
pub mod folders;
mod help_line;
mod hours;
mod privacy;
mod read_json;
#[cfg(not(target_arch = "wasm32"))]
pub mod register;
#[cfg(not(target_arch = "wasm32"))]
mod table;
#[cfg(test)]
mod tests;
#[cfg(not(target_arch = "wasm32"))]
pub mod upkeep;

pub use bad_data::BadData;
#[cfg(not(target_arch = "wasm32"))]
pub use bad_data::FolderError;
pub use card::{Card, Way, card_for, social_emergency};
pub use connection::{Connection, ConnectionProblem, Recipient, RecipientRole};
pub use contact_point::{Channel, ContactPoint};
pub use county_record::{CountyRecord, DEFAULT_EXIT_URL};
pub use directory::{Directory, FormerName, LocalLanguages, Match, Municipality, SamiName, Why};
pub use help_line::{CallCost, HelpLine, help_lines_from_json, help_lines_to_json};
pub use hours::{BadHours, Exception, Hours, OpenStatus, Opening, Span};
pub use privacy::PrivacyNotice;
