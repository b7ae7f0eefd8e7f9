//! What has to be done so that the contacts stay true: what is stale, undated, contradictory, malformed or missing. Native only.

mod coverage;
mod remarks;

#[cfg(test)]
mod tests;

pub use coverage::coverage_table;
pub use remarks::remarks;

use std::fmt;

/// Something an editor should look at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remark {
    /// What kind of trouble it is.
    pub trouble: Trouble,
    /// The folder of the county.
    pub county: String,
    /// File and line, where there is one.
    pub place: String,
    /// What is the matter, and what to do, in plain words.
    pub words: String,
}

/// Kinds of trouble, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trouble {
    /// It is not what it should be: a number outside the phone plan, an address that leads nowhere.
    Malformed,
    /// Two contacts say different things of the same.
    Contradictory,
    /// Somebody would look for it and not find it.
    Missing,
    /// Its page shows no date.
    Undated,
    /// It was checked more than six months ago.
    Stale,
}

impl Trouble {
    /// Every kind, the worst first.
    pub const ALL: [Self; 5] = [Self::Malformed, Self::Contradictory, Self::Missing, Self::Undated, Self::Stale];

    /// Whether a visitor may be misled by it today. Old and undated contacts are shown as such, and gaps are told.
    pub const fn misleads(self) -> bool {
        matches!(self, Self::Malformed | Self::Contradictory)
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Malformed => "malformed",
            Self::Contradictory => "contradictory",
            Self::Missing => "missing",
            Self::Undated => "undated",
            Self::Stale => "stale",
        })
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.place.is_empty() { format!("counties/{}", self.county) } else { self.place.clone() };
        write!(formatter, "{place}: {}", self.words)
    }
}
