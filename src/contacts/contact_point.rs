//! One way to reach a service: a number, a page, an address.

use serde::Serialize;

use super::Hours;
use crate::domain::{ContactService, MunicipalityCode, Names, PhoneNumber, SourceDate};

/// A contact of a county, for all its municipalities or for one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ContactPoint {
    /// What it is for.
    pub service: ContactService,
    /// The one municipality it serves; nothing when it serves the whole county.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub municipality: Option<MunicipalityCode>,
    /// How to reach it.
    pub channel: Channel,
    /// What it is called.
    pub label: Names,
    /// When somebody answers, where that is known for sure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// What a call costs, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call_cost: Option<Names>,
    /// The languages in which one is served (ISO 639 codes); empty when nobody has told.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// Where the contact was seen: an address, or words in the invented county.
    pub source: String,
    /// When it was seen there.
    pub checked: SourceDate,
}

/// A channel and where it leads. The order is that of a card: what answers at once comes first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// A number to call.
    Phone(PhoneNumber),
    /// A page or electronic form, by its full address.
    Web(String),
    /// A place to go to, by its street address.
    Visit(String),
    /// A postal address.
    Address(String),
    /// An e-mail address; never for a worry about a child.
    Email(String),
}

impl Channel {
    /// The place among the ways on a card, the first being the one that answers at once.
    pub(super) fn order(&self) -> u8 {
        match self {
            Self::Phone(_) => 0,
            Self::Web(_) => 1,
            Self::Visit(_) => 2,
            Self::Address(_) => 3,
            Self::Email(_) => 4,
        }
    }

    /// The number, when it is one.
    pub fn phone(&self) -> Option<&PhoneNumber> {
        if let Self::Phone(number) = self { Some(number) } else { None }
    }
}
