//! The whole import against a server of this machine that pages, refuses, dawdles and breaks off, and from a folder.

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Value, json};
use tukipolku::contacts::CountyRecord;

use super::fetch::{Patience, get};
use super::folders;
use super::import::{Imported, Options, import};
use super::source::Limits;
use super::test_register::{Register, Reply};

const COUNTY: &str = "00000000-0000-0000-0000-000000000003";

fn id(number: usize) -> String {
    format!("00000000-0000-0000-0000-{number:012}")
}

/// A service of the county with one phone service of the same number.
fn service(number: usize) -> Value {
    json!({
        "id": id(number), "publishingStatus": "Published", "areaType": "Nationwide",
        "serviceNames": [{ "language": "fi", "value": "Palvelu", "type": "Name" }],
        "serviceClasses": [{ "code": "P3.8" }], "targetGroups": [], "ontologyTerms": [],
        "organizations": [{ "roleType": "Responsible", "organization": { "id": COUNTY, "name": "Pohjois-Savon hyvinvointialue" } }],
        "serviceChannels": [{ "serviceChannel": { "id": id(number + 500) }, "serviceHours": [] }],
    })
}

fn channel(number: usize) -> Value {
    json!({
        "id": id(number + 500), "serviceChannelType": "Phone", "publishingStatus": "Published", "areaType": "Nationwide",
        "serviceChannelNames": [{ "language": "fi", "value": "Päivystys", "type": "Name" }],
        "languages": ["fi"], "modified": "2026-10-01T09:00:00Z",
        "phoneNumbers": [{ "type": "Phone", "language": "fi", "prefixNumber": "+358", "number": format!("17123{number:04}") }],
    })
}

fn ok(value: &Value) -> Reply {
    Reply::Answer(200, "", value.to_string())
}

fn page(path: &str) -> usize {
    path.rsplit_once("page=").and_then(|(_, page)| page.parse().ok()).unwrap_or_default()
}

/// Two pages of services and the channels that were asked for.
fn in_order(path: &str, _: usize) -> Reply {
    match path {
        path if path.starts_with("/Service/list/area/WellbeingServiceCounties/code/13?") => {
            let services: Vec<Value> = (1..=2).map(|number| service((page(path) - 1) * 2 + number)).collect();
            ok(&json!({ "pageNumber": page(path), "pageSize": 2, "pageCount": 2, "itemList": services }))
        }
        path if path.starts_with("/ServiceChannel/list?guids=") => ok(&json!((1..=4).map(channel).collect::<Vec<_>>())),
        _ => Reply::Answer(404, "", String::new()),
    }
}

/// The same register on a bad day: every request fails twice, each time in another way, before it is answered.
fn in_trouble(path: &str, times: usize) -> Reply {
    match (times, page(path)) {
        (1, 1) => Reply::Answer(429, "Retry-After: 0\r\n", "slow down".to_owned()),
        (1, 2) => Reply::Half("{\"pageNumber\": 2".to_owned()),
        (1, _) => Reply::Answer(503, "", String::new()),
        (2, 1) => Reply::Silence,
        (2, _) => Reply::Answer(500, "", "<html>".to_owned()),
        _ => in_order(path, times),
    }
}

/// A copy of one county's folder and of the tables, removed at the end.
struct Project(PathBuf);

impl Project {
    fn new(name: &str) -> Self {
        let place = std::env::temp_dir().join(format!("tukipolku-import-{name}-{}", std::process::id()));
        for file in
            ["counties/pohjois-savo/county.toml", "counties/pohjois-savo/contacts.toml"].into_iter().chain(TABLES)
        {
            let text = std::fs::read_to_string(folders::root().join(file)).expect(file);
            folders::write(&place.join(file), &text).expect(file);
        }
        Self(place)
    }

    fn county(&self) -> CountyRecord {
        folders::counties(&self.0, &[], false).expect("a whole folder").swap_remove(0)
    }

    fn file(&self) -> Option<String> {
        std::fs::read_to_string(self.0.join("counties/pohjois-savo/imported.toml")).ok()
    }

    fn import(&self, options: &Options) -> Result<Imported, String> {
        import(&self.0, &self.county(), options, &limits())
    }
}

const TABLES: [&str; 4] =
    ["data/municipalities.csv", "data/former_municipalities.csv", "data/sami_names.csv", "data/postal_codes.csv"];

impl Drop for Project {
    fn drop(&mut self) {
        // What is left in the temporary folder harms nobody.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Patience for a machine that answers at once, or never.
fn limits() -> Limits {
    Limits { patience: quick(), pages: 50 }
}

fn quick() -> Patience {
    Patience { tries: 4, pause: Duration::from_millis(5), timeout: Duration::from_secs(4), largest: 1_000_000 }
}

#[test]
fn a_register_of_two_pages_is_read_shown_written_and_not_written_again() {
    let register = Register::new(in_order);
    let project = Project::new("pages");
    let shown = project.import(&Options::looking(&register.address)).expect("an import");
    assert_eq!((shown.contacts, shown.changes.summary().as_str()), (4, "4 new contacts"));
    assert_eq!(project.file(), None, "looking writes nothing");
    let asked = register.asked();
    assert_eq!(asked.iter().filter(|path| path.starts_with("/Service/")).count(), 2);
    let channels = asked.iter().find(|path| path.starts_with("/ServiceChannel/")).expect("channels");
    assert_eq!(channels.matches("00000000-").count(), 4, "all four in one request");

    assert_eq!(project.import(&Options::writing(&register.address)).map(|told| told.contacts), Ok(4));
    let written = project.file().expect("a file");
    assert_eq!(
        project.county().contacts.iter().filter(|contact| contact.source.contains("palvelutietovaranto")).count(),
        4
    );
    let again = project.import(&Options::writing(&register.address)).expect("a second import");
    assert!(again.changes.is_empty());
    assert_eq!(project.file(), Some(written), "a second import changes nothing");
}

#[test]
fn a_bad_day_of_the_register_is_survived() {
    let register = Register::new(in_trouble);
    let project = Project::new("trouble");
    let told = project.import(&Options::writing(&register.address)).expect("an import in the end");
    assert_eq!(told.contacts, 4);
    assert_eq!(register.asked().len(), 9, "two pages and one list, each at the third try");
}

#[test]
fn what_cannot_be_read_whole_writes_nothing() {
    let told = |name: &str, reply: fn(&str, usize) -> Reply| {
        let project = Project::new(name);
        let told = project.import(&Options::writing(&Register::new(reply).address)).err().unwrap_or_default();
        assert_eq!(project.file(), None, "{name}");
        told
    };
    assert!(told("404", |_, _| Reply::Answer(404, "", String::new())).contains("nothing there (404)"));
    assert!(told("always-429", |_, _| Reply::Answer(429, "", String::new())).contains("also at try 4"));
    assert!(told("html", |_, _| Reply::Answer(200, "", "<html>".to_owned())).contains("no JSON we can read"));
    assert!(told("half", |_, _| Reply::Half("[".to_owned())).contains("also at try 4"));
    assert!(told("large", |_, _| Reply::Answer(200, "", "[".repeat(2_000_000))).contains("larger than any"));
    assert!(told("deep", |_, _| Reply::Answer(200, "", "[".repeat(100_000))).contains("no JSON we can read"));
    assert!(
        told("endless", |_, _| ok(&json!({ "pageCount": 1_000_000_000, "itemList": [] })))
            .contains("more than 50 are not read")
    );
    assert!(
        told("broken-channels", |path, _| match path.starts_with("/ServiceChannel") {
            true => Reply::Answer(400, "", String::new()),
            false => in_order(path, 1),
        })
        .contains("answered 400")
    );
}

#[test]
fn a_silent_server_is_given_up_after_its_time() {
    let register = Register::new(|_, _| Reply::Silence);
    let impatient = Patience { tries: 2, timeout: Duration::from_millis(200), ..quick() };
    assert!(get(&format!("{}/x", register.address), &impatient).expect_err("silence").contains("also at try 2"));
    assert_eq!(register.asked().len(), 2);
}

#[test]
fn a_folder_is_read_and_what_a_hand_wrote_stays() {
    let project = Project::new("folder");
    let answers = project.0.join("answers");
    folders::write(&answers.join("services.json"), &json!([service(1), service(2)]).to_string()).expect("a file");
    folders::write(&answers.join("channels.json"), &format!("\u{feff}{}", json!([channel(1), channel(2)])))
        .expect("a file");
    let from = answers.display().to_string();
    assert_eq!(project.import(&Options::writing(&from)).map(|told| told.contacts), Ok(2));

    let contacts = project.0.join("counties/pohjois-savo/contacts.toml");
    let by_hand = std::fs::read_to_string(&contacts).expect("contacts.toml") + &correction();
    std::fs::write(&contacts, &by_hand).expect("contacts.toml");
    folders::write(&answers.join("channels.json"), &json!([channel(1), channel(9)]).to_string()).expect("a file");
    let told = project.import(&Options::writing(&from)).expect("an import");
    assert_eq!(told.changes.summary(), "1 contact ended, 1 service ended");
    assert_eq!(std::fs::read_to_string(&contacts).ok(), Some(by_hand), "the hand's file is never touched");
    let numbers: Vec<String> = project
        .county()
        .contacts
        .iter()
        .filter_map(|contact| contact.channel.phone())
        .map(ToString::to_string)
        .collect();
    assert!(
        numbers.contains(&"017 000 0000".to_owned()) && !numbers.contains(&"017 123 0001".to_owned()),
        "{numbers:?}"
    );
}

/// A contact by hand in the place of the first imported one.
fn correction() -> String {
    format!(
        "\n[[contact]]\nservice = \"child_welfare\"\nchannel = \"phone\"\nvalue = \"017 000 0000\"\n\
         label = {{ fi = \"a\", sv = \"b\", en = \"c\" }}\nsource = \"https://koe.example/\"\nchecked = \"2026-11-20\"\n\
         replaces = \"child_welfare/{}/phone1\"\n",
        id(501)
    )
}

#[test]
fn only_an_encrypted_address_or_a_folder_is_a_source() {
    let project = Project::new("source");
    for from in ["http://koe.example/api", "ftp://koe.example", "nowhere", "file:koe"] {
        assert!(project.import(&Options::looking(from)).err().is_some_and(|why| why.contains("neither")), "{from}");
    }
    let unknown = project.import(&Options::of_class("P9.9")).err().unwrap_or_default();
    assert!(unknown.contains("P3.8"), "{unknown}");
    let empty = project.0.join("empty");
    std::fs::create_dir_all(&empty).expect("a folder");
    let told = project.import(&Options::looking(&Path::new(&empty).display().to_string())).err();
    assert!(told.is_some_and(|why| why.contains("no .json")));
}
