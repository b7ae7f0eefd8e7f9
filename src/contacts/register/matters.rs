//! Which services of the register concern which of our kinds of matter.
//!
//! Classes and terms as in the national general descriptions of social services (`tests/fixtures/ptv`,
//! `legacy_general_descriptions_sote.json`): SOTE-0001 social emergency service, SOTE-0023 needs assessment, SOTE-0002 and
//! SOTE-0083 child welfare, SOTE-0012 social services for families, SOTE-0009 counselling, SOTE-0019 integration.

use crate::domain::ContactService;

use super::RegisterService;

/// The ontology terms for the social emergency service (sosiaalipäivystys).
const EMERGENCY_TERMS: [&str; 2] = ["http://www.yso.fi/onto/koko/p60126", "http://www.yso.fi/onto/koko/p76751"];

/// Service classes and the matter they stand for, the narrowest first.
pub const CLASSES: [(&str, ContactService); 4] = [
    ("P3.8", ContactService::ChildWelfare),
    ("P3.6", ContactService::NeedsAssessment),
    ("P4.11", ContactService::ImmigrantSocialWork),
    ("P4.13", ContactService::SocialCounselling),
];

/// The target group of children and families, and that of young people.
const FAMILIES: [&str; 2] = ["KR1.2", "KR1.3"];

/// The matter a service concerns, if it concerns families at all. Counselling for other groups, such as old people, does not.
///
/// With `only` classes, other classes are passed over; the social emergency service has no class of its own and is always kept.
pub fn matter_of(service: &RegisterService, only: &[String]) -> Option<ContactService> {
    if service.terms.iter().any(|term| EMERGENCY_TERMS.contains(&term.as_str())) {
        return Some(ContactService::SocialEmergency);
    }
    let asked = |code: &str| only.is_empty() || only.iter().any(|one| one == code);
    let is_of = |code: &str| asked(code) && service.classes.iter().any(|own| own == code);
    let matter = CLASSES.into_iter().find(|(code, _)| is_of(code)).map(|(_, matter)| matter)?;
    (matter != ContactService::SocialCounselling || is_for_families(&service.groups)).then_some(matter)
}

/// Whether families are among the groups. Groups as wide as "citizens" (KR1) tell nothing narrower.
fn is_for_families(groups: &[String]) -> bool {
    let mut narrow = groups.iter().filter(|group| group.starts_with("KR1.")).peekable();
    narrow.peek().is_none() || narrow.any(|group| FAMILIES.contains(&group.as_str()))
}
