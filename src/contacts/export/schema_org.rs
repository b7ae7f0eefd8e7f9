//! schema.org: the county as a government organisation with its contact points, for search engines and others' pages.

use serde_json::{Value, json};

use super::{Export, days};
use crate::contacts::{Channel, ContactPoint, CountyRecord, Hours, Span};
use crate::domain::{ContactService, SourceDate};

/// The county with every contact point a visitor would be shown, as JSON-LD.
pub fn organisation(county: &CountyRecord, export: &Export<'_>) -> Value {
    let points = ContactService::ALL.into_iter().flat_map(|service| {
        let contacts = export.shown(county, service).into_iter();
        contacts.filter_map(move |contact| point(county, service, &contact, export))
    });
    json!({
        "@context": "https://schema.org",
        "@type": "GovernmentOrganization",
        "name": county.names.in_language(export.language),
        "url": county.site,
        "contactPoint": points.collect::<Vec<_>>(),
    })
}

/// One contact point. Places are not contact points in schema.org, and an invented number is nobody's telephone.
fn point(county: &CountyRecord, service: ContactService, contact: &ContactPoint, export: &Export<'_>) -> Option<Value> {
    let (field, value) = match &contact.channel {
        Channel::Phone(number) => ("telephone", number.tel()?.trim_start_matches("tel:").to_owned()),
        Channel::Web(url) => ("url", url.clone()),
        Channel::Email(address) => ("email", address.clone()),
        Channel::Visit(_) | Channel::Address(_) => return None,
    };
    let mut point = json!({
        "@type": "ContactPoint",
        "contactType": export.service_name(service),
        "name": contact.label.in_language(export.language),
        "areaServed": { "@type": "AdministrativeArea", "name": export.area(county, contact) },
    });
    let fields = point.as_object_mut()?;
    fields.insert(field.to_owned(), Value::String(value));
    if !contact.languages.is_empty() {
        fields.insert("availableLanguage".to_owned(), json!(contact.languages));
    }
    if let Some(hours) = &contact.hours {
        fields.insert("hoursAvailable".to_owned(), Value::Array(specifications(hours, export)));
    }
    Some(point)
}

fn specifications(hours: &Hours, export: &Export<'_>) -> Vec<Value> {
    if matches!(hours, Hours::Always) {
        let week = days(chrono::Weekday::Mon, chrono::Weekday::Sun);
        return vec![weekly(&week, Span { from: 0, to: 24 * 60 })];
    }
    let week = hours.openings().iter().map(|opening| weekly(&days(opening.first, opening.last), opening.span));
    let exceptions = hours.exceptions_from(export.today).map(|exception| {
        let date = SourceDate::Day(exception.date).to_string();
        let (opens, closes) = exception.span.map_or(("00:00".to_owned(), "00:00".to_owned()), clocks);
        json!({ "@type": "OpeningHoursSpecification", "validFrom": date, "validThrough": date, "opens": opens, "closes": closes })
    });
    week.chain(exceptions).collect()
}

fn weekly(days: &[chrono::Weekday], span: Span) -> Value {
    let days: Vec<&str> = days.iter().map(|day| name(*day)).collect();
    let (opens, closes) = clocks(span);
    json!({ "@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": opens, "closes": closes })
}

/// schema.org has no 24:00; its own examples end a day at 23:59.
fn clocks(span: Span) -> (String, String) {
    (super::clock(span.from), if span.to == 24 * 60 { "23:59".to_owned() } else { super::clock(span.to) })
}

fn name(day: chrono::Weekday) -> &'static str {
    const NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    NAMES[day.num_days_from_monday() as usize]
}
