//! A municipality's name in Northern, Inari or Skolt Sámi.

use crate::domain::MunicipalityCode;

/// A name by which a municipality of the Sámi homeland is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SamiName {
    /// The name.
    pub name: String,
    /// Whose name it is.
    pub municipality: MunicipalityCode,
}
