//! Every county folder is whole, every municipality is led on, the invented county keeps to itself.

use chrono::NaiveDate;
use tukipolku::contacts::{CountyRecord, Directory, Way, card_for, folders, social_emergency};
use tukipolku::domain::{ContactService, CountyCode, Language};

use crate::broken::{Copy, Mistake, Told};
use crate::source::root;

/// Municipalities of Finland in 2026, and those who organise their social services.
const MUNICIPALITIES: usize = 308;
const COUNTIES: usize = 23;

fn counties(include_demo: bool) -> Vec<CountyRecord> {
    folders::read_all(root(), include_demo)
        .unwrap_or_else(|errors| panic!("{}", errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")))
}

fn directory() -> Directory {
    Directory::read_csv(root()).expect("the tables of data/")
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 1).expect("a date")
}

#[test]
fn every_county_reads_and_has_its_names_and_site() {
    let counties = counties(true);
    assert_eq!(counties.len(), COUNTIES + 1);
    for county in &counties {
        assert!(county.site.starts_with("https://"), "{}", county.id);
        assert_eq!(county.names.missing().count(), 0, "{}", county.id);
    }
}

#[test]
fn each_municipality_has_a_county_and_a_way_on_for_every_service() {
    let (directory, counties) = (directory(), counties(false));
    assert_eq!(directory.all().len(), MUNICIPALITIES);
    for municipality in directory.all() {
        let name = municipality.names.in_language(Language::Fi);
        let county = counties.iter().find(|county| county.code == municipality.county);
        let county = county.unwrap_or_else(|| panic!("{name} has no county"));
        for service in ContactService::ALL {
            let ways = card_for(county, municipality.code, service, today()).ways;
            assert!(ways.iter().any(leads_on), "{name}: no way on for {}", service.id());
        }
        assert!(leads_on(&social_emergency(county, municipality.code, today())), "{name}");
    }
}

fn leads_on(way: &Way) -> bool {
    match way {
        Way::Contact { .. } => way.phone().is_none_or(|number| number.tel().is_some()),
        Way::CountySite { url } => url.starts_with("https://"),
    }
}

#[test]
fn every_county_has_a_municipality() {
    let directory = directory();
    for county in counties(false) {
        assert!(directory.in_county(county.code).next().is_some(), "{} has no municipality", county.id);
    }
}

#[test]
fn the_invented_county_is_absent_unless_asked_for() {
    let without = counties(false);
    assert!(without.iter().all(|county| county.code != CountyCode::DEMO && county.id != "esimerkki"));
    let told = without.iter().map(CountyRecord::to_json).collect::<String>();
    for word in ["Esimerkkilä", "esimerkki.example", "0XX"] {
        assert!(!told.contains(word), "{word} in a county of ours");
    }
    assert!(directory().all().iter().all(|municipality| municipality.county != CountyCode::DEMO));
}

#[test]
fn a_county_that_takes_messages_tells_how_it_uses_them() {
    let counties = counties(true);
    let connected: Vec<_> = counties.iter().filter(|county| county.connection.is_some()).collect();
    assert!(!connected.is_empty(), "the invented county takes messages");
    for county in connected {
        let notice = county.privacy.as_ref().unwrap_or_else(|| panic!("{} has no privacy notice", county.id));
        let parts = [&notice.controller, &notice.purpose, &notice.legal_basis, &notice.retention, &notice.rights];
        for part in parts.into_iter().chain([&notice.officer, &notice.child]) {
            assert_eq!(part.missing().count(), 0, "{}: a part of the privacy notice is empty", county.id);
        }
    }
}

const DEMO: &str = "counties/esimerkki/county.toml";
const CONTACTS: &str = "counties/esimerkki/contacts.toml";
const CONNECTION: &str = "[connection]\nteam = { fi = \"a\", sv = \"b\", en = \"c\" }\nreading_hours = { fi = \"a\", sv = \"b\", en = \"c\" }\n\n[names]";
const MISTAKES: [Mistake; 6] = [
    Mistake {
        file: CONTACTS,
        instead_of: "value = \"0XX 000 0001\"",
        stands: "value = \"0XX abc\"",
        told_at: Told::There,
        says: "Finnish number",
    },
    Mistake { file: CONTACTS, instead_of: "service = ", stands: "serivce = ", told_at: Told::There, says: "serivce" },
    Mistake { file: DEMO, instead_of: "draft_days = 7", stands: "draft_days = 70", told_at: Told::There, says: "14" },
    Mistake { file: DEMO, instead_of: "https://", stands: "http://", told_at: Told::There, says: "https://" },
    Mistake {
        file: DEMO,
        instead_of: "[privacy.officer]",
        stands: "[privacy.child2]",
        told_at: Told::There,
        says: "child2",
    },
    Mistake {
        file: "counties/kainuu/county.toml",
        instead_of: "[names]",
        stands: CONNECTION,
        told_at: Told::There,
        says: "[privacy]",
    },
];

#[test]
fn a_mistake_in_a_county_folder_is_told_with_file_line_and_mend() {
    for (number, mistake) in MISTAKES.iter().enumerate() {
        let copy = Copy::with(mistake, &format!("county-{number}"));
        let errors = folders::read_all(copy.root(), true).expect_err(mistake.stands);
        let told = errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        let found = errors.iter().any(|error| {
            let here = error.file == mistake.file && error.line == mistake.line();
            here && !error.mend.is_empty() && error.to_string().contains(mistake.says)
        });
        assert!(found, "{} for {:?}, line {}: told was\n{told}", mistake.file, mistake.stands, mistake.line());
    }
}

const TABLE: Mistake = Mistake {
    file: "data/municipalities.csv",
    instead_of: "\n297,",
    stands: "\n29,",
    told_at: Told::There,
    says: "29",
};

#[test]
fn a_mistake_in_the_table_of_municipalities_is_told_by_its_line() {
    let copy = Copy::with(&TABLE, "table");
    let errors = Directory::read_csv(copy.root()).expect_err("29 is no code");
    // The words replaced begin with the end of the line before.
    let found = errors.iter().find(|error| error.file == TABLE.file && error.line == TABLE.line() + 1);
    assert!(found.is_some_and(|error| error.to_string().contains(TABLE.says) && !error.mend.is_empty()), "{errors:?}");
}
