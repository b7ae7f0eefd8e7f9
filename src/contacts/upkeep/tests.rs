//! The remarks on small made-up folders and on the real ones.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::*;
use crate::contacts::{Directory, folders};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).expect("a date")
}

/// A project whose county of Northern Ostrobothnia has these contacts; removed at the end.
struct Project(PathBuf);

impl Project {
    fn new(name: &str, contacts: &str, imported: Option<&str>) -> Self {
        let place = std::env::temp_dir().join(format!("tukipolku-upkeep-{name}-{}", std::process::id()));
        let folder = place.join("counties/pohjois-pohjanmaa");
        std::fs::create_dir_all(&folder).expect("a temporary folder");
        std::fs::copy(root().join("counties/pohjois-pohjanmaa/county.toml"), folder.join("county.toml"))
            .expect("county.toml");
        std::fs::write(folder.join("contacts.toml"), contacts).expect("contacts.toml");
        if let Some(imported) = imported {
            std::fs::write(folder.join("imported.toml"), imported).expect("imported.toml");
        }
        Self(place)
    }

    fn remarks(&self) -> Vec<Remark> {
        let county = folders::read_all(&self.0, false).expect("a whole folder").swap_remove(0);
        remarks(&self.0, &county, &directory(), today()).expect("a whole folder")
    }

    /// Kind and words of every remark but the gaps.
    fn told(&self) -> Vec<String> {
        let told = self.remarks().into_iter().filter(|remark| !remark.place.is_empty());
        told.map(|remark| format!("{} {remark}", remark.trouble)).collect()
    }
}

impl Drop for Project {
    fn drop(&mut self) {
        // What is left in the temporary folder harms nobody.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn directory() -> Directory {
    Directory::read_csv(root()).expect("the data of the project")
}

fn contact(service: &str, number: &str, more: &str) -> String {
    format!(
        "[[contact]]\nservice = \"{service}\"\nchannel = \"phone\"\nvalue = \"{number}\"\nlabel = {{ fi = \"Päivystys\", sv = \"b\", en = \"c\" }}\n\
         source = \"https://pohde.fi/\"\nchecked = \"2026-11-01\"\n{more}\n"
    )
}

const FILE: &str = "counties/pohjois-pohjanmaa/contacts.toml";

#[test]
fn karsamaki_without_an_evening_number_is_told_by_name() {
    let everywhere = directory();
    let county = crate::domain::CountyCode::parse("19").expect("a county");
    let but_one = everywhere.in_county(county).filter(|one| one.names.fi != "Kärsämäki");
    let contacts: String = but_one
        .map(|one| contact("social_emergency", "08 123 4567", &format!("municipality = \"{}\"\n", one.code)))
        .collect();
    let remarks = Project::new("evening", &contacts, None).remarks();
    let gaps: Vec<&str> = remarks.iter().map(|remark| remark.words.as_str()).collect();
    assert!(
        gaps.contains(&"Kärsämäki has no evening number. Add the number of the social emergency service to counties/pohjois-pohjanmaa/contacts.toml."),
        "{gaps:?}"
    );
    assert!(
        gaps.iter().any(|gap| gap.starts_with("None of the 30 municipalities of")
            && gap.contains("a known number for a worry about a child")),
        "{gaps:?}"
    );
}

#[test]
fn old_and_undated_contacts_are_told() {
    let with_date = |date: &str| contact("child_welfare", "08 123 4567", "").replace("2026-11-01", date);
    let told = |date: &str| Project::new(&format!("age-{date}"), &with_date(date), None).told();
    assert_eq!(told("2026-11-01"), Vec::<String>::new());
    assert!(told("undated")[0].starts_with(&format!("undated {FILE}:1: \"Päivystys\" (08 123 4567) has no date")));
    assert!(told("2026-05-01")[0].contains("more than six months ago"));
    assert!(told("2025-05")[0].contains("more than twelve months ago"));
}

#[test]
fn what_is_malformed_is_told() {
    let told = |contacts: &str, name: &str| Project::new(name, contacts, None).told();
    assert!(told(&contact("child_welfare", "0600 12345", ""), "extra")[0].contains("costs extra"));
    assert!(told(&contact("child_welfare", "0812 345", ""), "short")[0].contains("too few or too many digits"));
    assert!(
        told(&contact("child_welfare", "08 123 4567", "languages = [\"Finnish\"]"), "language")[0].contains("no code")
    );
    let page = contact("child_welfare", "https://pohde/x", "").replace("\"phone\"", "\"web\"");
    assert!(told(&page, "page")[0].starts_with("malformed") && told(&page, "page2")[0].contains("leads nowhere"));
}

#[test]
fn contradictions_are_told() {
    let office = contact("child_welfare", "08 123 4567", "hours = [\"mon-fri 9:00-15:00\"]");
    let always = contact("child_welfare", "08 123 4567", "municipality = \"317\"\nhours = [\"always\"]");
    let told = Project::new("hours", &(office.clone() + &always), None).told();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("contradictory") && told[0].contains(&format!("other hours at {FILE}:1")), "{told:?}");
    let twice = office.replace("15:00\"", "15:00\", \"2026-12-23 closed\", \"2026-12-23 9:00-12:00\"");
    assert!(Project::new("twice", &twice, None).told()[0].contains("both closed and open on 2026-12-23"));
}

#[test]
fn a_correction_of_what_the_register_no_longer_has_is_told() {
    let own = contact("child_welfare", "08 123 4567", "replaces = \"child_welfare/x/phone1\"");
    assert!(Project::new("lost", &own, None).told()[0].contains("which the register no longer has"));
    let row = |key: &str, number: &str| {
        let register = format!("register = {{ key = \"{key}\", service = \"s\", modified = \"2026-11-01\" }}");
        contact("child_welfare", number, &register)
    };
    let imported = row("child_welfare/x/phone1", "08 999 9999") + &row("child_welfare/y/phone1", "08 888 8888");
    let project = Project::new("kept", &own, Some(&imported));
    assert_eq!(project.told(), Vec::<String>::new());
    let numbers = |project: &Project| {
        let county = folders::read_all(&project.0, false).expect("a whole folder").swap_remove(0);
        county
            .contacts
            .iter()
            .filter_map(|contact| contact.channel.phone())
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    assert_eq!(numbers(&project), ["08 123 4567", "08 888 8888"], "the hand's contact stands in the import's place");
    let hidden = Project::new("hidden", &format!("leave_out = [\"child_welfare/y/phone1\"]\n{own}"), Some(&imported));
    assert_eq!(numbers(&hidden), ["08 123 4567"]);
}

#[test]
fn no_real_contact_misleads_today() {
    let directory = directory();
    for county in folders::read_all(root(), false).expect("the folders of the project") {
        let remarks = remarks(root(), &county, &directory, today()).expect("a whole folder");
        let bad: Vec<_> = remarks.iter().filter(|remark| remark.trouble.misleads()).map(ToString::to_string).collect();
        assert!(bad.is_empty(), "{}", bad.join("\n"));
    }
}

#[test]
fn the_table_in_the_documents_is_true() {
    let counties = folders::read_all(root(), false).expect("the folders of the project");
    let written = std::fs::read_to_string(root().join("docs/contact-coverage.md")).unwrap_or_default();
    assert!(
        written == coverage_table(&counties, &directory()),
        "docs/contact-coverage.md is old: cargo xtask contacts coverage"
    );
}
