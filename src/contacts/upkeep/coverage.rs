//! The table of what is known of each county, as `docs/contact-coverage.md` shows it. It names no day, so that it changes only
//! when a folder changes.

use crate::contacts::{Channel, ContactPoint, CountyRecord, Directory};
use crate::domain::{ContactService, SourceDate};

const HEAD: &str = "\
# What is known of each county

Made by `cargo xtask contacts coverage`; a test holds it against the folders. A number or page stands with the newest day on which
anybody saw it in its source; *(part)* means that only some municipalities have it. Hours stand only where their source tells them.
Nothing here is confirmed by a county. Where nothing stands, visitors are shown the county's own site and 112.

| county | asking for help | worry about a child | emergency | counselling | integration | hours known |
|---|---|---|---|---|---|--:|
";

/// The whole document.
pub fn coverage_table(counties: &[CountyRecord], directory: &Directory) -> String {
    let real: Vec<_> = counties.iter().filter(|county| !county.code.is_demo()).collect();
    let rows: String = real.iter().map(|county| row(county, directory)).collect();
    let complete = |service: ContactService| {
        let known = |county: &&&CountyRecord| best(county, service).is_some_and(|best| best.channel.phone().is_some());
        format!("{} of {}", real.iter().filter(known).count(), real.len())
    };
    let totals: Vec<String> = ContactService::ALL.into_iter().map(complete).collect();
    format!("{HEAD}{rows}| **counties with a number** | {} | |\n", totals.join(" | "))
}

fn row(county: &CountyRecord, directory: &Directory) -> String {
    let cells: Vec<String> = ContactService::ALL
        .into_iter()
        .map(|service| best(county, service).map_or("–".to_owned(), |best| cell(county, best, directory)))
        .collect();
    let with_hours = county.contacts.iter().filter(|contact| contact.hours.is_some()).count();
    format!("| {} {} | {} | {with_hours} of {} |\n", county.code, county.id, cells.join(" | "), county.contacts.len())
}

/// The contact that says most: a number before a page, the whole county before a part of it, the newest first.
fn best(county: &CountyRecord, service: ContactService) -> Option<&ContactPoint> {
    let of_service = county.contacts.iter().filter(|contact| contact.service == service && contact.may_be_shown());
    of_service.max_by_key(|contact| {
        (contact.channel.phone().is_some(), contact.municipality.is_none(), contact.checked.earliest())
    })
}

fn cell(county: &CountyRecord, contact: &ContactPoint, directory: &Directory) -> String {
    let what = match &contact.channel {
        Channel::Phone(_) => "number",
        Channel::Web(_) => "page",
        Channel::Visit(_) | Channel::Address(_) | Channel::Email(_) => "address",
    };
    let seen = if contact.checked == SourceDate::Undated { "undated".to_owned() } else { contact.checked.to_string() };
    let only_town = directory.in_county(county.code).count() == 1;
    let part = if contact.municipality.is_some() && !only_town { " (part)" } else { "" };
    format!("{what}, {seen}{part}")
}
