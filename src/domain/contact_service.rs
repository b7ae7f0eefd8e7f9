//! The services for which a county names a contact of its own.

use serde::{Deserialize, Serialize};

/// Why somebody makes contact. Text keys and county folders use the same identifiers as the glossary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactService {
    /// Asking for help for oneself or one's family: palvelutarpeen arviointi.
    NeedsAssessment,
    /// A worry about a child: lastensuojeluilmoitus.
    ChildWelfare,
    /// Help at once, at every hour: sosiaalipäivystys.
    SocialEmergency,
    /// Advice and guidance: sosiaaliohjaus.
    SocialCounselling,
    /// Social work that promotes integration: kotoutumista edistävä sosiaalityö.
    ImmigrantSocialWork,
}

impl ContactService {
    /// Every service, in the order in which a page shows them.
    pub const ALL: [Self; 5] = [
        Self::NeedsAssessment,
        Self::ChildWelfare,
        Self::SocialEmergency,
        Self::SocialCounselling,
        Self::ImmigrantSocialWork,
    ];

    /// The identifier in text keys and county folders.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NeedsAssessment => "needs_assessment",
            Self::ChildWelfare => "child_welfare",
            Self::SocialEmergency => "social_emergency",
            Self::SocialCounselling => "social_counselling",
            Self::ImmigrantSocialWork => "immigrant_social_work",
        }
    }

    /// The service with this identifier.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|service| service.id() == id)
    }

    /// Whether an e-mail address may be offered. A worry about a child is never sent by unprotected e-mail
    /// (THL's handbook on the child welfare notification), and nobody reads an inbox in an emergency.
    pub const fn may_be_emailed(self) -> bool {
        !matches!(self, Self::ChildWelfare | Self::SocialEmergency)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_identifier_is_also_the_stored_name() {
        for service in ContactService::ALL {
            assert_eq!(ContactService::from_id(service.id()), Some(service));
            assert_eq!(serde_json::to_string(&service).ok(), Some(format!("\"{}\"", service.id())));
        }
    }
}
