//! A postal code and the municipality in which it lies.

use crate::domain::{MunicipalityCode, PostalCode};

/// One postal code area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PostalArea {
    pub(super) code: PostalCode,
    /// Where most of its surface lies.
    pub(super) municipality: MunicipalityCode,
    /// The municipality that another source names, in 25 areas at borders.
    pub(super) alternative: Option<MunicipalityCode>,
}

impl PostalArea {
    /// One municipality, or both where sources disagree.
    pub(super) fn municipalities(self) -> impl Iterator<Item = MunicipalityCode> {
        std::iter::once(self.municipality).chain(self.alternative)
    }

    /// Whether two municipalities must be offered.
    pub(super) fn is_border(self) -> bool {
        self.alternative.is_some()
    }
}
