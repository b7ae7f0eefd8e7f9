//! What we understand of a service register, whatever version it speaks.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::hours::HoursFound;
use crate::contacts::Channel;
use crate::domain::{CountyCode, Language, MunicipalityCode, Names, PhoneNumber};

/// A service of the register: what is offered, by whom, where, and through which channels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterService {
    /// The register's identifier.
    pub id: String,
    /// What it is called.
    pub names: Translations,
    /// Codes of its service classes, such as "P3.8".
    pub classes: Vec<String>,
    /// Addresses of its ontology terms, such as `http://www.yso.fi/onto/koko/p60126`.
    pub terms: Vec<String>,
    /// Codes of its target groups, such as "KR1.2".
    pub groups: Vec<String>,
    /// Where it is offered.
    pub area: Area,
    /// Who answers for it.
    pub organisations: Vec<Organisation>,
    /// Whether the register shows it to the public today. What is archived, withdrawn or a draft is not.
    pub published: bool,
    /// The channels through which it is reached.
    pub connections: Vec<Connection>,
}

/// An organisation that answers for a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// The register's identifier.
    pub id: String,
    /// What it is called.
    pub name: String,
}

/// A service's tie to a channel. What the tie tells itself goes before what the channel tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    /// The channel's identifier.
    pub channel: String,
    /// Contacts for this service only.
    pub ways: Ways,
    /// Hours for this service only.
    pub hours: HoursFound,
}

/// A channel of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterChannel {
    /// The register's identifier.
    pub id: String,
    /// What kind it is.
    pub kind: ChannelKind,
    /// What it is called.
    pub names: Translations,
    /// Where it serves.
    pub area: Area,
    /// The languages in which one is served (ISO 639 codes).
    pub languages: Vec<String>,
    /// The ways to reach it.
    pub ways: Ways,
    /// When somebody answers.
    pub hours: HoursFound,
    /// Whether the register shows it to the public today.
    pub published: bool,
    /// The day on which its owner last touched it.
    pub modified: Option<NaiveDate>,
}

/// The kinds of channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChannelKind {
    /// A phone service.
    Phone,
    /// An electronic service, a page or a form to print: something at an address of the web.
    Online,
    /// A place to go to.
    Place,
}

/// Ways to reach somebody, as told by a channel or by a service's tie to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// Numbers, the same number once.
    pub phones: Vec<Phone>,
    /// Pages, the same address once.
    pub pages: Vec<Page>,
    /// Places and postal addresses.
    pub places: Vec<Place>,
    /// E-mail addresses, each once.
    pub mails: Vec<String>,
    /// What could not be used of them, in words.
    pub left_out: Vec<String>,
}

/// A number with what is said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// The number.
    pub number: PhoneNumber,
    /// Whom one reaches there, where that is told.
    pub about: Translations,
    /// What a call costs, where that is told.
    pub cost: Option<Names>,
}

/// A page and the languages in which it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The full address, https only.
    pub url: String,
    /// The languages for which the register gives it (ISO 639 codes).
    pub languages: BTreeSet<String>,
}

/// A visiting or postal address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The channel it becomes: a visit or a postal address.
    pub channel: Channel,
}

/// Where something is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Area {
    /// In the whole country.
    WholeCountry,
    /// In the whole country but for Åland.
    Mainland,
    /// In these counties and municipalities, of which there may be none at all.
    Limited {
        /// Whole counties.
        counties: BTreeSet<CountyCode>,
        /// Single municipalities, those of other kinds of area among them.
        municipalities: BTreeSet<MunicipalityCode>,
    },
}

/// A text in the languages in which somebody has written it. Empty texts count as not written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Translations {
    /// In Finnish.
    pub fi: Option<String>,
    /// In Swedish.
    pub sv: Option<String>,
    /// In English.
    pub en: Option<String>,
}

impl Translations {
    /// The text in this language, where there is one.
    pub fn get(&self, language: Language) -> Option<&str> {
        match language {
            Language::Fi => self.fi.as_deref(),
            Language::Sv => self.sv.as_deref(),
            Language::En => self.en.as_deref(),
        }
    }

    /// Puts a text in its place. The first one stays; other languages are not kept.
    pub fn add(&mut self, language: &str, text: String) {
        let place = match language {
            "fi" => &mut self.fi,
            "sv" => &mut self.sv,
            "en" => &mut self.en,
            _ => return,
        };
        if !text.is_empty() && place.is_none() {
            *place = Some(text);
        }
    }

    /// A name in all three languages: where one is missing the Finnish, else the Swedish, else the English one stands in.
    /// Nothing when there is none at all.
    pub fn names(&self) -> Option<Names> {
        let any = self.fi.as_ref().or(self.sv.as_ref()).or(self.en.as_ref())?;
        let in_language = |text: &Option<String>| text.as_ref().unwrap_or(any).clone();
        Some(Names { fi: in_language(&self.fi), sv: in_language(&self.sv), en: in_language(&self.en) })
    }
}
