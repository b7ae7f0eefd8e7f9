//! The browser's files of counties, municipalities and help lines, read (`domain::json` tells why by hand).

use chrono::NaiveDate;

use super::{
    CallCost, Channel, Connection, ContactPoint, CountyRecord, Hours, LocalLanguages, Municipality, PrivacyNotice,
    Recipient, RecipientRole,
};
use crate::domain::{
    SourceDate,
    json::{FromJson, Json},
};

impl FromJson for CountyRecord {
    fn from_json(json: Json<'_>) -> Option<Self> {
        Some(Self {
            code: json.field("code")?,
            id: json.field("id")?,
            names: json.field("names")?,
            brand: json.field("brand")?,
            site: json.field("site")?,
            languages: json.field("languages")?,
            mainland_law: json.field("mainland_law")?,
            exit_url: json.field("exit_url")?,
            draft_days: u8::try_from(json.field::<u16>("draft_days")?).ok()?,
            origin: json.field("origin")?,
            frame_ancestors: json.field("frame_ancestors")?,
            municipalities: json.field("municipalities")?,
            contacts: json.field("contacts")?,
            connection: json.field("connection")?,
            privacy: json.field("privacy")?,
        })
    }
}

impl FromJson for Municipality {
    fn from_json(json: Json<'_>) -> Option<Self> {
        Some(Self {
            code: json.field("code")?,
            names: json.field("names")?,
            county: json.field("county")?,
            languages: json.field("languages")?,
        })
    }
}

impl FromJson for LocalLanguages {
    fn from_json(json: Json<'_>) -> Option<Self> {
        Self::parse(json.text()?)
    }
}

impl FromJson for ContactPoint {
    fn from_json(json: Json<'_>) -> Option<Self> {
        Some(Self {
            service: json.field("service")?,
            municipality: json.field("municipality")?,
            channel: json.field("channel")?,
            label: json.field("label")?,
            hours: json.field("hours")?,
            call_cost: json.field("call_cost")?,
            languages: json.field("languages")?,
            source: json.field("source")?,
            checked: json.field("checked")?,
        })
    }
}

impl FromJson for Channel {
    fn from_json(json: Json<'_>) -> Option<Self> {
        let (kind, value) = json.variant()?;
        let words = || value.text().map(str::to_owned);
        match kind {
            "phone" => FromJson::from_json(value).map(Self::Phone),
            "web" => words().map(Self::Web),
            "visit" => words().map(Self::Visit),
            "address" => words().map(Self::Address),
            "email" => words().map(Self::Email),
            _ => None,
        }
    }
}

impl FromJson for Hours {
    fn from_json(json: Json<'_>) -> Option<Self> {
        Self::parse(Vec::<String>::from_json(json)?.iter().map(String::as_str)).ok()
    }
}

impl FromJson for CallCost {
    fn from_json(json: Json<'_>) -> Option<Self> {
        match json.text()? {
            "free" => Some(Self::Free),
            "own_operator" => Some(Self::OwnOperator),
            "unknown" => Some(Self::Unknown),
            _ => None,
        }
    }
}

impl FromJson for Connection {
    fn from_json(json: Json<'_>) -> Option<Self> {
        Some(Self {
            team: json.field("team")?,
            reading_hours: json.field("reading_hours")?,
            endpoint: json.field("endpoint")?,
            recipients: json.field("recipients")?,
        })
    }
}

impl FromJson for Recipient {
    fn from_json(json: Json<'_>) -> Option<Self> {
        Some(Self {
            key: json.field("key")?,
            role: json.field("role")?,
            fingerprint: json.field::<Option<String>>("fingerprint")?.unwrap_or_default(),
            expires: day(json.field("expires")?)?,
        })
    }
}

fn day(date: SourceDate) -> Option<NaiveDate> {
    if let SourceDate::Day(day) = date { Some(day) } else { None }
}

impl FromJson for RecipientRole {
    fn from_json(json: Json<'_>) -> Option<Self> {
        match json.text()? {
            "team" => Some(Self::Team),
            "recovery" => Some(Self::Recovery),
            _ => None,
        }
    }
}

impl FromJson for PrivacyNotice {
    fn from_json(json: Json<'_>) -> Option<Self> {
        Some(Self {
            controller: json.field("controller")?,
            purpose: json.field("purpose")?,
            legal_basis: json.field("legal_basis")?,
            retention: json.field("retention")?,
            rights: json.field("rights")?,
            officer: json.field("officer")?,
            child: json.field("child")?,
        })
    }
}
