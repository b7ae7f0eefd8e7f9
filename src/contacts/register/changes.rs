//! What an import would change, in words for the person who decides.

use std::collections::BTreeSet;
use std::fmt;

use super::ImportedRow;
use crate::contacts::Channel;

/// The difference between what stands in a county's folder and what the register tells now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Every change, in the order of the rows' keys.
    pub changes: Vec<Change>,
    /// How many of the register's services are no longer there.
    pub ended_services: usize,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The key of the row.
    pub key: String,
    /// The kind of thing that changed: "contact", "number", "page", "address", "hours", "name" or "detail".
    pub thing: &'static str,
    /// What happened to it: "new", "changed" or "ended".
    pub happened: &'static str,
    /// What it was, where there was anything.
    pub before: Option<String>,
    /// What it is now, where there is anything.
    pub after: Option<String>,
}

impl Changes {
    /// Compares the rows of the folder with those of the register.
    pub fn between(before: &[ImportedRow], after: &[ImportedRow]) -> Self {
        let find = |rows: &[ImportedRow], key: &str| rows.iter().find(|row| row.provenance.key == key).cloned();
        let keys: BTreeSet<&str> = before.iter().chain(after).map(|row| row.provenance.key.as_str()).collect();
        let changes = keys.into_iter().flat_map(|key| match (find(before, key), find(after, key)) {
            (Some(before), Some(after)) => changes_of(key, &before, &after),
            (Some(before), None) => vec![whole(key, "ended", Some(value(&before)), None)],
            (None, after) => vec![whole(key, "new", None, after.as_ref().map(value))],
        });
        let services =
            |rows: &[ImportedRow]| rows.iter().map(|row| row.provenance.service.clone()).collect::<BTreeSet<_>>();
        let ended_services = services(before).difference(&services(after)).count();
        Self { changes: changes.collect(), ended_services }
    }

    /// Whether the folder already says what the register says.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The changes in one line: "3 numbers changed, 1 service ended".
    pub fn summary(&self) -> String {
        let mut parts = Vec::new();
        for happened in ["new", "changed", "ended"] {
            for thing in ["contact", "number", "page", "address", "hours", "name", "detail"] {
                let of = |change: &&Change| change.thing == thing && change.happened == happened;
                parts.extend(counted(self.changes.iter().filter(of).count(), thing, happened));
            }
        }
        parts.extend(counted(self.ended_services, "service", "ended"));
        if parts.is_empty() { "nothing changes".to_owned() } else { parts.join(", ") }
    }
}

fn counted(count: usize, thing: &str, happened: &str) -> Option<String> {
    let thing = match (count, thing) {
        (0, _) => return None,
        (1, _) | (_, "hours") => thing.to_owned(),
        (_, "address") => "addresses".to_owned(),
        _ => format!("{thing}s"),
    };
    Some(if happened == "new" { format!("{count} new {thing}") } else { format!("{count} {thing} {happened}") })
}

fn whole(key: &str, happened: &'static str, before: Option<String>, after: Option<String>) -> Change {
    Change { key: key.to_owned(), thing: "contact", happened, before, after }
}

fn changes_of(key: &str, before: &ImportedRow, after: &ImportedRow) -> Vec<Change> {
    let (old, new) = (&before.contact, &after.contact);
    let hours = |row: &ImportedRow| row.contact.hours.as_ref().map(|hours| hours.to_lines().join("; "));
    let label = |row: &ImportedRow| {
        let names = &row.contact.label;
        Some(format!("{} / {} / {}", names.fi, names.sv, names.en))
    };
    let detail = |row: &ImportedRow| {
        let cost = row.contact.call_cost.as_ref().map_or_else(String::new, |cost| format!(", {}", cost.fi));
        Some(format!("{}, seen {}{cost}", row.contact.languages.join(" "), row.contact.checked))
    };
    let details = |row: &ImportedRow| {
        let contact = row.contact.clone();
        (contact.languages, contact.checked, contact.call_cost, contact.source, row.provenance.clone())
    };
    let facts = [
        (thing(&new.channel), old.channel != new.channel, Some(value(before)), Some(value(after))),
        ("hours", old.hours != new.hours, hours(before), hours(after)),
        ("name", old.label != new.label, label(before), label(after)),
        ("detail", details(before) != details(after), detail(before), detail(after)),
    ];
    let changed = facts.into_iter().filter(|(_, changed, ..)| *changed);
    changed
        .map(|(thing, _, before, after)| Change { key: key.to_owned(), thing, happened: "changed", before, after })
        .collect()
}

fn thing(channel: &Channel) -> &'static str {
    match channel {
        Channel::Phone(_) => "number",
        Channel::Web(_) => "page",
        Channel::Visit(_) | Channel::Address(_) | Channel::Email(_) => "address",
    }
}

fn value(row: &ImportedRow) -> String {
    match &row.contact.channel {
        Channel::Phone(number) => number.to_string(),
        Channel::Web(text) | Channel::Visit(text) | Channel::Address(text) | Channel::Email(text) => text.clone(),
    }
}

impl fmt::Display for Changes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "{}", self.summary())?;
        for change in &self.changes {
            let (before, after) = (change.before.as_deref(), change.after.as_deref());
            let values = [before.map(|text| format!("    was  {text}")), after.map(|text| format!("    is   {text}"))];
            writeln!(formatter, "  {} {}: {}", change.thing, change.happened, change.key)?;
            values.into_iter().flatten().try_for_each(|line| writeln!(formatter, "{line}"))?;
        }
        Ok(())
    }
}
