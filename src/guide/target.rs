//! Where a link in content leads.

/// A place of the site that content names without knowing its address.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// `page:<id>` of a guide page.
    Service(String),
    /// `page:<id>` of a plain text page.
    Text(String),
    /// `route:<name>`.
    Route(RouteTarget),
}

/// A screen that is no content page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RouteTarget {
    /// Choose the municipality, see who answers.
    Contacts,
    /// The one neutral address of all forms.
    Form,
    /// What is saved on this device.
    Saved,
    /// How to use the site safely.
    Safety,
    /// The list of guide pages.
    Services,
}

impl RouteTarget {
    /// What content calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Contacts => "contacts",
            Self::Form => "form",
            Self::Saved => "saved",
            Self::Safety => "safety",
            Self::Services => "services",
        }
    }

    /// The screen that content calls by this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "contacts" => Self::Contacts,
            "form" => Self::Form,
            "saved" => Self::Saved,
            "safety" => Self::Safety,
            "services" => Self::Services,
            _ => return None,
        })
    }
}
