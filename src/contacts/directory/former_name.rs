//! A name that was once a municipality's and is nobody's now.

use crate::domain::MunicipalityCode;

use super::Municipality;

/// A name of the past and the municipalities of today in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerName {
    /// The name, Finnish or Swedish.
    pub name: String,
    /// The first year without the name.
    pub year: u16,
    /// Where its area lies today: several when it was divided, and then the person must be asked.
    pub successors: Vec<MunicipalityCode>,
}

impl FormerName {
    /// Whether the area was divided between several municipalities.
    pub fn is_split(&self) -> bool {
        self.successors.len() > 1
    }
}

/// Leaves out the names that some municipality bears today, and gathers equal names into one.
pub(super) fn without_names_in_use(former: Vec<FormerName>, municipalities: &[Municipality]) -> Vec<FormerName> {
    let in_use =
        |name: &str| municipalities.iter().any(|now| [&now.names.fi, &now.names.sv].iter().any(|known| *known == name));
    let mut kept: Vec<FormerName> = former.into_iter().filter(|former| !in_use(&former.name)).collect();
    kept.sort_by(|one, other| one.name.cmp(&other.name));
    kept.dedup_by(|later, first| later.name == first.name && join(first, later));
    kept
}

/// Adds the later name's successors to the first. The year is that of the last change: a spelling changed in 1965 and the
/// municipality merged in 2007 is "before 2007".
fn join(first: &mut FormerName, later: &mut FormerName) -> bool {
    first.year = first.year.max(later.year);
    for successor in later.successors.drain(..) {
        if !first.successors.contains(&successor) {
            first.successors.push(successor);
        }
    }
    first.successors.sort_unstable();
    true
}
