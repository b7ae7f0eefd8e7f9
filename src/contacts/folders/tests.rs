//! The real folders are whole; broken ones are told with file, line and mend.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::*;
use crate::contacts::Directory;
use crate::domain::{ContactService, CountyCode};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_county_of_the_classification_has_a_folder() {
    let counties = read_all(root(), false).expect("the folders of the project");
    assert_eq!(counties.len(), 23);
    assert!(counties.iter().all(|county| county.connection.is_none() && county.municipalities.is_empty()));
    let aland = counties.iter().find(|county| county.id == "ahvenanmaa").expect("Åland");
    assert_eq!(counties.iter().filter(|county| !county.mainland_law).collect::<Vec<_>>(), [aland]);
}

#[test]
fn a_contact_of_one_municipality_lies_in_its_county() {
    let directory = Directory::read_csv(root()).expect("the data of the project");
    for county in read_all(root(), true).expect("the folders of the project") {
        let directory = directory.clone().with_municipalities(county.municipalities.clone());
        let own: BTreeSet<_> = directory.in_county(county.code).map(|municipality| municipality.code).collect();
        assert!(
            county.contacts.iter().filter_map(|contact| contact.municipality).all(|code| own.contains(&code)),
            "{}",
            county.id
        );
    }
}

#[test]
fn no_contact_of_before_2023_is_shipped() {
    let table = crate::contacts::table::Table::read(root(), "data/contacts.csv").expect("the table");
    let rows = table.rows(|row| Ok((row.text("value")?, row.cell("note")?.contains("pre-2023")))).expect("rows");
    let current: BTreeSet<_> = rows.iter().filter(|(_, old)| !old).map(|(value, _)| value).collect();
    let old: Vec<_> =
        rows.iter().filter(|(value, old)| *old && !current.contains(value)).map(|(value, _)| value).collect();
    assert!(old.len() > 10);
    for county in read_all(root(), true).expect("the folders of the project") {
        let json = county.to_json();
        assert!(old.iter().all(|value| !json.contains(*value)), "{}", county.id);
    }
}

#[test]
fn the_invented_county_is_complete_and_only_there_when_asked_for() {
    let counties = read_all(root(), true).expect("the folders of the project");
    let demo = counties.iter().find(|county| county.code == CountyCode::DEMO).expect("the invented county");
    assert_eq!(demo.municipalities.len(), 3);
    assert!(demo.privacy.is_some() && demo.connection.is_some());
    let services: BTreeSet<_> = demo.contacts.iter().map(|contact| contact.service).collect();
    assert_eq!(services, ContactService::ALL.into_iter().collect());
    assert!(demo.contacts.iter().filter_map(|contact| contact.channel.phone()).all(|number| number.tel().is_none()));
}

/// A project with one county folder, in a temporary place that is removed at the end.
struct Project(PathBuf);

impl Project {
    fn new(name: &str, county: &str, contacts: &str) -> Self {
        let place = std::env::temp_dir().join(format!("tukipolku-folders-{name}-{}", std::process::id()));
        let folder = place.join("counties/koe");
        std::fs::create_dir_all(&folder).expect("a temporary folder");
        std::fs::write(folder.join("county.toml"), county).expect("county.toml");
        std::fs::write(folder.join("contacts.toml"), contacts).expect("contacts.toml");
        Self(place)
    }

    /// File, line and problem of every mistake.
    fn errors(&self) -> Vec<String> {
        let errors = read_all(&self.0, true).expect_err("a broken folder");
        assert!(errors.iter().all(|error| !error.mend.is_empty()));
        errors.iter().map(|error| format!("{}:{}: {}", error.file, error.line, error.problem)).collect()
    }
}

impl Drop for Project {
    fn drop(&mut self) {
        // What is left in the temporary folder harms nobody.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

const COUNTY: &str = "code = \"01\"\nid = \"koe\"\nsite = \"https://koe.example/\"\nlanguages = [\"fi\"]\n\
                      names = { fi = \"a\", sv = \"b\", en = \"c\" }\n";

fn contact(service: &str, channel: &str, value: &str) -> String {
    format!(
        "[[contact]]\nservice = \"{service}\"\nchannel = \"{channel}\"\nvalue = \"{value}\"\n\
         label = {{ fi = \"a\", sv = \"b\", en = \"c\" }}\nsource = \"x\"\nchecked = \"undated\"\n"
    )
}

#[test]
fn a_small_folder_is_enough() {
    let project = Project::new("small", COUNTY, &contact("child_welfare", "phone", "09 123 4567"));
    let counties = read_all(&project.0, true).expect("a whole folder");
    assert_eq!((counties.len(), counties[0].draft_days, counties[0].contacts.len()), (1, 7, 1));
}

#[test]
fn all_mistakes_are_told_at_once_with_their_lines() {
    let county = COUNTY.replace("\"01\"", "\"55\"").replace("https", "http") + "draft_days = 30\n";
    let contacts =
        contact("child_welfare", "email", "a@b.fi") + &contact("family", "fax", "1").replace("undated", "soon");
    let errors = Project::new("many", &county, &contacts).errors();
    let starts = [
        "counties/koe/county.toml:1: code is \"55\"",
        "counties/koe/county.toml:3: site is \"http://koe.example/\"",
        "counties/koe/county.toml:6: draft_days is 30",
        "counties/koe/contacts.toml:3: An e-mail address for a worry about a child",
        "counties/koe/contacts.toml:9: service is \"family\"",
        "counties/koe/contacts.toml:10: channel is \"fax\"",
        "counties/koe/contacts.toml:14: checked is \"soon\"",
    ];
    assert_eq!(errors.len(), starts.len(), "{errors:#?}");
    for start in starts {
        assert!(errors.iter().any(|error| error.starts_with(start)), "{start} in {errors:#?}");
    }
}

#[test]
fn hours_that_cannot_be_read_are_told() {
    let contacts = contact("child_welfare", "phone", "09 123 4567") + "hours = [\"Mon-Fri 9-15\"]\n";
    let errors = Project::new("hours", COUNTY, &contacts).errors();
    assert_eq!(errors, ["counties/koe/contacts.toml:8: \"Mon-Fri 9-15\" tells no hours"]);
}

#[test]
fn a_connection_needs_a_whole_privacy_notice() {
    let connection = "[connection]\nteam = { fi = \"a\", sv = \"b\", en = \"c\" }\nreading_hours = { fi = \"a\", sv = \"b\", en = \"c\" }\n";
    let none = Project::new("no-privacy", &format!("{COUNTY}{connection}"), "").errors();
    assert!(
        none.len() == 1
            && none[0].starts_with("counties/koe/county.toml:6: The county has a [connection] but no [privacy]")
    );

    let part = format!(
        "{COUNTY}{connection}[privacy]\ncontroller = {{ fi = \"a\", sv = \"b\", en = \"c\" }}\nofficer = {{ fi = \"a\" }}\n"
    );
    let partly = Project::new("part-privacy", &part, "").errors();
    assert!(partly[0].contains("lacks purpose.fi"), "{partly:?}");
    assert!(partly[0].contains("officer.sv, officer.en") && partly[0].contains("child.fi"), "{partly:?}");
}

/// The browser never reads it from the folder: the build for the county gives it along with the keys.
#[test]
fn where_the_inbox_listens_is_an_origin() {
    let text = "{ fi = \"a\", sv = \"b\", en = \"c\" }";
    let parts = ["controller", "purpose", "legal_basis", "retention", "rights", "officer", "child"];
    let privacy = parts.map(|part| format!("{part} = {text}\n")).concat();
    let folder = |endpoint: &str| {
        format!(
            "{COUNTY}[connection]\nteam = {text}\nreading_hours = {text}\nendpoint = \"{endpoint}\"\n[privacy]\n{privacy}"
        )
    };
    let sound = Project::new("endpoint", &folder("https://viestit.example"), "");
    let counties = read_all(&sound.0, true).expect("a whole folder");
    assert_eq!(counties[0].connection.as_ref().map(|connection| connection.endpoint.clone()), Some(None));
    for wrong in ["http://viestit.example", "https://viestit.example/v1", ""] {
        let errors = Project::new("no-endpoint", &folder(wrong), "").errors();
        assert!(errors[0].starts_with("counties/koe/county.toml:9: endpoint is "), "{errors:?}");
    }
}

#[test]
fn what_is_no_toml_or_has_an_unknown_word_is_told_by_line() {
    let broken = Project::new("broken", "code = \n", "[[contact]]\nserivce = \"x\"\n").errors();
    assert!(broken[0].starts_with("counties/koe/county.toml:1: "), "{broken:?}");
    assert!(broken[1].starts_with("counties/koe/contacts.toml:2: unknown field `serivce`"), "{broken:?}");
}

#[test]
fn invented_and_real_numbers_do_not_mix() {
    let errors = Project::new("invented", COUNTY, &contact("child_welfare", "phone", "0XX 000 0001")).errors();
    assert!(errors[0].starts_with("counties/koe/contacts.toml:1: Invented numbers"), "{errors:?}");
}

#[test]
fn a_real_county_brings_no_municipalities_of_its_own() {
    let county = format!(
        "{COUNTY}[[municipality]]\ncode = \"995\"\nlanguages = \"fi\"\nnames = {{ fi = \"a\", sv = \"b\", en = \"c\" }}\n"
    );
    let errors = Project::new("municipality", &county, "").errors();
    assert_eq!(errors, ["counties/koe/county.toml:7: code is \"995\""]);
}

#[test]
fn two_folders_with_one_code_and_a_missing_file_are_told() {
    let project = Project::new("twins", COUNTY, "");
    let twin = project.0.join("counties/toinen");
    std::fs::create_dir_all(&twin).expect("a folder");
    std::fs::write(twin.join("county.toml"), COUNTY.replace("koe\"", "toinen\"")).expect("county.toml");
    assert!(project.errors()[0].starts_with("counties/toinen/contacts.toml:1: The file cannot be read"));
    std::fs::write(twin.join("contacts.toml"), "").expect("contacts.toml");
    assert_eq!(project.errors(), ["counties/toinen/county.toml:1: The code 01 is also that of counties/koe"]);
}
