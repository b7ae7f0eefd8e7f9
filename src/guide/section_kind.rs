//! The fixed sections of a guide page, in their fixed order.

use serde::Deserialize;

/// One of the sections that every guide page has. Its heading is the text `guide.section.<name>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SectionKind {
    /// What the service is.
    What,
    /// What to do to get it.
    Do,
    /// For whom it is and on what terms.
    Terms,
    /// What happens next, with times.
    Next,
    /// What it costs.
    Cost,
    /// Where it comes from; the acts themselves stand beside it as data.
    Background,
}

impl SectionKind {
    /// Every section, in the order in which pages show them.
    pub const ALL: [Self; 6] = [Self::What, Self::Do, Self::Terms, Self::Next, Self::Cost, Self::Background];

    /// The name in content files (`## what`), in text keys and in the anchor on the page.
    pub const fn name(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::Do => "do",
            Self::Terms => "terms",
            Self::Next => "next",
            Self::Cost => "cost",
            Self::Background => "background",
        }
    }

    /// The section with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_back_to_its_section() {
        for kind in SectionKind::ALL {
            assert_eq!(SectionKind::from_name(kind.name()), Some(kind));
        }
        assert_eq!(SectionKind::from_name("contact"), None);
    }
}
