//! Nouns and rules without web and without words. Each file holds one noun with its tests.

pub mod calendar;
mod contact_service;
mod county_code;
pub mod json;
mod language;
pub mod letters;
mod municipality_code;
mod names;
mod personal_identity_code;
mod phone_number;
mod postal_code;
mod source_date;

pub use contact_service::ContactService;
pub use county_code::CountyCode;
pub use language::Language;
pub use municipality_code::MunicipalityCode;
pub use names::Names;
pub use personal_identity_code::is_personal_identity_code;
pub use phone_number::PhoneNumber;
pub use postal_code::PostalCode;
pub use source_date::{Freshness, SourceDate};
