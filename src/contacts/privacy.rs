//! What a county tells people before they write to it.

use serde::Serialize;

use crate::domain::Names;

/// A county's privacy notice (GDPR articles 13 and 14), each part in three languages. Without it a county cannot be connected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PrivacyNotice {
    /// Who answers for the data.
    pub controller: Names,
    /// What the data is used for.
    pub purpose: Names,
    /// The law that lets the county handle it.
    pub legal_basis: Names,
    /// How long it is kept.
    pub retention: Names,
    /// What a person may ask for, and where to complain.
    pub rights: Names,
    /// The data protection officer and how to reach them.
    pub officer: Names,
    /// All of it in words for a child.
    pub child: Names,
}
