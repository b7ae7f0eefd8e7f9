//! The contact card: the ways on for one municipality and one service, the surest first. There is always at least one.

use chrono::NaiveDate;

use super::{Channel, ContactPoint, CountyRecord};
use crate::domain::{ContactService, Freshness, MunicipalityCode, PhoneNumber};

/// What stands on a card, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The service the card is for.
    pub service: ContactService,
    /// 112, which stands above all else when somebody is in danger.
    pub emergency: PhoneNumber,
    /// The ways on, never empty.
    pub ways: Vec<Way>,
}

/// One way on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// A contact of the county. Hours have been taken out of a contact that is not confirmed.
    Contact {
        /// The contact.
        contact: Box<ContactPoint>,
        /// How far it may be trusted today.
        freshness: Freshness,
    },
    /// The county's own site, where the right number is to be found.
    CountySite {
        /// Its full address.
        url: String,
    },
}

impl Card {
    /// Whether the card has a number that may be called without checking it first.
    pub fn has_confirmed_number(&self) -> bool {
        self.ways.iter().any(|way| way.phone().is_some() && !way.is_unconfirmed())
    }

    /// Whether the card has any number at all.
    pub fn has_number(&self) -> bool {
        self.ways.iter().any(|way| way.phone().is_some())
    }
}

impl Way {
    /// The number, when the way is a phone.
    pub fn phone(&self) -> Option<&PhoneNumber> {
        match self {
            Self::Contact { contact, .. } => contact.channel.phone(),
            Self::CountySite { .. } => None,
        }
    }

    /// Whether the person must check it on the county's own page first.
    pub fn is_unconfirmed(&self) -> bool {
        matches!(self, Self::Contact { freshness: Freshness::Unconfirmed, .. })
    }
}

/// The card of a municipality for a service, as it stands on a day.
///
/// Confirmed contacts come first, those of the municipality itself before those of the county. Then the county's own site, and
/// only after it what is not confirmed: a number older than twelve months, or of unknown age, is to be checked there.
pub fn card_for(
    county: &CountyRecord,
    municipality: MunicipalityCode,
    service: ContactService,
    today: NaiveDate,
) -> Card {
    let mut contacts: Vec<Way> = county
        .contacts
        .iter()
        .filter(|contact| contact.service == service && contact.serves(municipality) && contact.may_be_shown())
        .map(|contact| way(contact, today))
        .collect();
    contacts.sort_by_key(place_on_card);
    let confirmed = contacts.iter().take_while(|way| !way.is_unconfirmed()).count();
    contacts.insert(confirmed, Way::CountySite { url: county.site.clone() });
    Card { service, emergency: PhoneNumber::emergency(), ways: contacts }
}

/// The one way to the social emergency service that fits in a row above every page: its number, else its page, else the county's site.
pub fn social_emergency(county: &CountyRecord, municipality: MunicipalityCode, today: NaiveDate) -> Way {
    let ways = card_for(county, municipality, ContactService::SocialEmergency, today).ways;
    let is_contact = |way: &&Way| matches!(way, Way::Contact { .. });
    let best = ways.iter().find(|way| way.phone().is_some()).or_else(|| ways.iter().find(is_contact));
    best.cloned().unwrap_or_else(|| Way::CountySite { url: county.site.clone() })
}

impl ContactPoint {
    fn serves(&self, municipality: MunicipalityCode) -> bool {
        self.municipality.is_none_or(|own| own == municipality)
    }

    /// Whether it may stand on a card: an e-mail address only where a mail may be answered late.
    pub(super) fn may_be_shown(&self) -> bool {
        self.service.may_be_emailed() || !matches!(self.channel, Channel::Email(_))
    }
}

fn way(contact: &ContactPoint, today: NaiveDate) -> Way {
    let freshness = contact.checked.freshness(today);
    let mut contact = Box::new(contact.clone());
    if freshness == Freshness::Unconfirmed {
        contact.hours = None;
    }
    Way::Contact { contact, freshness }
}

/// Confirmed before unconfirmed, the municipality's own before the county's, what answers at once before what does not.
fn place_on_card(way: &Way) -> (bool, bool, u8) {
    match way {
        Way::Contact { contact, .. } => (way.is_unconfirmed(), contact.municipality.is_none(), contact.channel.order()),
        Way::CountySite { .. } => (false, true, u8::MAX),
    }
}
