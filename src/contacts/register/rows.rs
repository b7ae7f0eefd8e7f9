//! From the register's services and channels to the contacts of one county.

use std::collections::{BTreeMap, BTreeSet};

use super::hours::HoursFound;
use super::model::{Area, ChannelKind, Connection, Phone, RegisterChannel, RegisterService, Translations, Ways};
use super::{ImportedRow, LeftOut, Provenance, matter_of};
use crate::contacts::{Channel, ContactPoint, CountyRecord, Hours};
use crate::domain::{ContactService, Language, MunicipalityCode, Names, SourceDate};

/// The register's own address of a channel, which is the source of what we take from it.
const CHANNEL_ADDRESS: &str = "https://api.palvelutietovaranto.suomi.fi/api/v11/ServiceChannel/";

/// Where the Åland islands' county record differs: what holds for the mainland does not reach it.
const ALAND: &str = "91";

/// What is wanted of the register.
#[derive(Clone, Debug)]
pub struct Selection<'a> {
    /// The county.
    pub county: &'a CountyRecord,
    /// Its municipalities.
    pub municipalities: BTreeSet<MunicipalityCode>,
    /// Who must answer for a service, by identifier or by the beginning of a name. With none, the county's own name counts.
    pub organisations: Vec<String>,
    /// Only these service classes; all that concern families when empty.
    pub classes: Vec<String>,
    /// Only channels that serve in one of these languages; all when empty.
    pub languages: Vec<Language>,
}

/// The contacts of the county out of everything that was read, in an order that does not depend on the order of reading,
/// and what was left out of services that concern it.
pub fn rows(
    selection: &Selection<'_>,
    services: &[RegisterService],
    channels: &[RegisterChannel],
) -> (Vec<ImportedRow>, Vec<LeftOut>) {
    let channels: BTreeMap<&str, &RegisterChannel> =
        channels.iter().map(|channel| (channel.id.as_str(), channel)).collect();
    let (mut found, mut left_out) = (BTreeMap::new(), BTreeSet::new());
    let mut wanted: Vec<_> =
        services.iter().filter_map(|service| Some((selection.matter(service)?, service))).collect();
    wanted.sort_by(|one, other| one.1.id.cmp(&other.1.id));
    for (matter, service) in wanted {
        if !service.published {
            left_out.insert(LeftOut::new(format!("service {}", service.id), "it has ended or is not published"));
            continue;
        }
        for tie in &service.connections {
            match channels.get(tie.channel.as_str()) {
                Some(channel) => selection.add(matter, service, tie, channel, &mut found, &mut left_out),
                None => {
                    let why = format!("the channel {} is not in the register's answer", tie.channel);
                    left_out.insert(LeftOut::new(format!("service {}", service.id), why));
                }
            }
        }
    }
    (without_doubles(found.into_values().collect()), left_out.into_iter().collect())
}

/// The same number for the same matter and place once, whatever channels give it.
fn without_doubles(rows: Vec<ImportedRow>) -> Vec<ImportedRow> {
    let mut kept: Vec<ImportedRow> = Vec::new();
    for row in rows {
        let same = |other: &&ImportedRow| {
            let (one, other) = (&row.contact, &other.contact);
            (one.service, one.municipality, &one.channel) == (other.service, other.municipality, &other.channel)
        };
        if kept.iter().find(same).is_none() {
            kept.push(row);
        }
    }
    kept
}

/// How far something reaches in the county.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Reach {
    WholeCounty,
    Some(BTreeSet<MunicipalityCode>),
}

impl Reach {
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::WholeCounty, reach) | (reach, Self::WholeCounty) => reach,
            (Self::Some(one), Self::Some(other)) => Self::Some(one.intersection(&other).copied().collect()),
        }
    }

    fn places(&self) -> Vec<Option<MunicipalityCode>> {
        match self {
            Self::WholeCounty => vec![None],
            Self::Some(municipalities) => municipalities.iter().copied().map(Some).collect(),
        }
    }
}

impl Selection<'_> {
    /// The matter of a service that the county answers for.
    fn matter(&self, service: &RegisterService) -> Option<ContactService> {
        matter_of(service, &self.classes).filter(|_| self.is_ours(service))
    }

    /// Services of associations and companies in the area are not the county's.
    fn is_ours(&self, service: &RegisterService) -> bool {
        let named = |wanted: &str, id: &str, name: &str| {
            id == wanted || name.to_lowercase().starts_with(&wanted.to_lowercase())
        };
        let own = std::slice::from_ref(&self.county.names.fi);
        let wanted = if self.organisations.is_empty() { own } else { &self.organisations };
        service
            .organisations
            .iter()
            .any(|answering| wanted.iter().any(|one| named(one, &answering.id, &answering.name)))
    }

    fn reach(&self, area: &Area) -> Reach {
        let code = self.county.code;
        match area {
            Area::WholeCountry => Reach::WholeCounty,
            Area::Mainland if code.to_string() == ALAND => Reach::Some(BTreeSet::new()),
            Area::Mainland => Reach::WholeCounty,
            Area::Limited { counties, .. } if counties.contains(&code) => Reach::WholeCounty,
            Area::Limited { municipalities, .. } if municipalities.is_superset(&self.municipalities) => {
                Reach::WholeCounty
            }
            Area::Limited { municipalities, .. } => {
                Reach::Some(municipalities.intersection(&self.municipalities).copied().collect())
            }
        }
    }

    fn speaks(&self, channel: &RegisterChannel) -> bool {
        let wanted = |language: &Language| channel.languages.iter().any(|code| code == language.code());
        self.languages.is_empty() || channel.languages.is_empty() || self.languages.iter().any(wanted)
    }

    /// Adds the contacts that a service's tie to a channel gives.
    fn add(
        &self,
        matter: ContactService,
        service: &RegisterService,
        tie: &Connection,
        channel: &RegisterChannel,
        found: &mut BTreeMap<String, ImportedRow>,
        left_out: &mut BTreeSet<LeftOut>,
    ) {
        let what = format!("channel {}", channel.id);
        if !channel.published {
            left_out.insert(LeftOut::new(what, "it has ended or is not published"));
            return;
        }
        let reach = self.reach(&service.area).and(self.reach(&channel.area));
        if !self.speaks(channel) || reach.places().is_empty() {
            return;
        }
        let hours = if tie.hours == HoursFound::default() { &channel.hours } else { &tie.hours };
        let told = channel.ways.left_out.iter().chain(&tie.ways.left_out).chain(&hours.left_out);
        left_out.extend(told.map(|why| LeftOut::new(what.clone(), why.clone())));
        let ways = tied(channel, &tie.ways);
        let rows = contacts(matter, channel, &ways, hours.hours.as_ref());
        let modified = channel.modified.map_or(SourceDate::Undated, SourceDate::Day);
        for place in reach.places() {
            for (way, contact) in &rows {
                let town = place.map(|code| format!("/{code}")).unwrap_or_default();
                let key = format!("{}/{}/{way}{town}", matter.id(), channel.id);
                let provenance = Provenance { key: key.clone(), service: service.id.clone(), modified };
                let contact = ContactPoint { municipality: place, checked: modified, ..contact.clone() };
                found.entry(key).or_insert(ImportedRow { contact, provenance });
            }
        }
    }
}

/// The ways of a channel, those of the tie in place of the channel's own where the tie tells any of that kind.
fn tied(channel: &RegisterChannel, tie: &Ways) -> Ways {
    let or = |own: bool| if own { tie } else { &channel.ways };
    Ways {
        phones: or(!tie.phones.is_empty()).phones.clone(),
        pages: or(!tie.pages.is_empty()).pages.clone(),
        places: or(!tie.places.is_empty()).places.clone(),
        mails: or(!tie.mails.is_empty()).mails.clone(),
        left_out: Vec::new(),
    }
}

/// The contacts of a channel, each with the name of its way: "phone1", "web1" …
fn contacts(
    matter: ContactService,
    channel: &RegisterChannel,
    ways: &Ways,
    hours: Option<&Hours>,
) -> Vec<(String, ContactPoint)> {
    let names =
        channel.names.names().unwrap_or_else(|| Names { fi: String::new(), sv: String::new(), en: String::new() });
    let contact = |channel_value: Channel, label: Names, languages: Vec<String>| ContactPoint {
        service: matter,
        municipality: None,
        channel: channel_value,
        label,
        hours: None,
        call_cost: None,
        languages,
        source: format!("{CHANNEL_ADDRESS}{}", channel.id),
        checked: SourceDate::Undated,
    };
    let mut all = Vec::new();
    for (place, phone) in ways.phones.iter().enumerate() {
        let label = label_of(phone, &channel.names, &names);
        let base = contact(Channel::Phone(phone.number.clone()), label, channel.languages.clone());
        all.push((
            format!("phone{}", place + 1),
            ContactPoint { hours: hours.cloned(), call_cost: phone.cost.clone(), ..base },
        ));
    }
    // The pages of a phone service or a place are only about it; what leads on is an online channel's own.
    let pages = if channel.kind == ChannelKind::Online { ways.pages.as_slice() } else { &[] };
    for (place, page) in pages.iter().enumerate() {
        let languages = page.languages.iter().filter(|code| !code.is_empty()).cloned().collect();
        all.push((format!("web{}", place + 1), contact(Channel::Web(page.url.clone()), names.clone(), languages)));
    }
    for (place, address) in ways.places.iter().enumerate() {
        let base = contact(address.channel.clone(), names.clone(), channel.languages.clone());
        let hours = hours.filter(|_| matches!(address.channel, Channel::Visit(_))).cloned();
        all.push((format!("place{}", place + 1), ContactPoint { hours, ..base }));
    }
    let mails = if matter.may_be_emailed() { ways.mails.as_slice() } else { &[] };
    for (place, address) in mails.iter().enumerate() {
        let base = contact(Channel::Email(address.clone()), names.clone(), channel.languages.clone());
        all.push((format!("mail{}", place + 1), base));
    }
    all
}

/// What a number is called: what the register says about it, else the channel's name, each language by itself.
fn label_of(phone: &Phone, channel: &Translations, names: &Names) -> Names {
    let in_language = |language: Language| {
        let own = phone.about.get(language).or(channel.get(language));
        own.unwrap_or(names.in_language(language)).to_owned()
    };
    Names { fi: in_language(Language::Fi), sv: in_language(Language::Sv), en: in_language(Language::En) }
}
