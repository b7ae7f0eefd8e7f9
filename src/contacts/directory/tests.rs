//! The search against every name, former name and postal code of the real data, and against generated typing errors.

use std::collections::BTreeSet;
use std::path::Path;

use super::*;
use crate::contacts::BadData;
use crate::domain::Language;

fn directory() -> Directory {
    Directory::read_csv(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the data of the project")
}

fn finnish_names(directory: &Directory, query: &str) -> Vec<String> {
    directory.search(query, Language::Fi, 8).iter().map(|found| found.municipality.names.fi.clone()).collect()
}

fn first<'a>(directory: &'a Directory, query: &str) -> Match<'a> {
    let found = directory.search(query, Language::Fi, 8);
    found.into_iter().next().unwrap_or_else(|| panic!("nothing found for {query}"))
}

#[test]
fn there_are_308_municipalities_each_in_a_county() {
    let directory = directory();
    assert_eq!(directory.all().len(), 308);
    let counties: BTreeSet<_> = directory.all().iter().map(|municipality| municipality.county).collect();
    assert_eq!(counties.len(), 23);
    assert_eq!(counties.iter().map(|county| directory.in_county(*county).count()).sum::<usize>(), 308);
    assert!(directory.all().iter().all(|municipality| directory.get(municipality.code) == Some(municipality)));
}

#[test]
fn every_name_of_today_finds_its_municipality_first() {
    let directory = directory();
    for municipality in directory.all() {
        let names = &municipality.names;
        for name in [
            names.fi.clone(),
            names.sv.clone(),
            names.fi.to_uppercase(),
            names.sv.to_lowercase(),
            fold::fold(&names.fi),
        ] {
            assert_eq!(first(&directory, &name).municipality, municipality, "{name}");
        }
        assert_eq!(first(&directory, &names.fi).why, Why::Name);
    }
}

#[test]
fn a_swedish_name_says_so_to_a_finnish_reader() {
    let directory = directory();
    assert_eq!(first(&directory, "Åbo").why, Why::OtherLanguage("Åbo"));
    let swedish = directory.search("Åbo", Language::Sv, 1);
    assert_eq!(swedish[0].why, Why::Name);
}

#[test]
fn every_former_name_finds_all_that_came_after_it() {
    let directory = directory();
    assert!(directory.former_names().len() > 250);
    for former in directory.former_names() {
        let found = directory.search(&former.name, Language::Fi, 8);
        let wanted: BTreeSet<_> = former.successors.iter().copied().collect();
        let first_ones: BTreeSet<_> = found.iter().take(wanted.len()).map(|found| found.municipality.code).collect();
        assert_eq!(first_ones, wanted, "{}", former.name);
        let why = Why::FormerName { name: &former.name, year: former.year, split: wanted.len() > 1 };
        assert!(found.iter().take(wanted.len()).all(|found| found.why == why), "{}", former.name);
    }
}

#[test]
fn a_former_name_that_is_also_a_name_of_today_is_not_redirected() {
    let directory = directory();
    for name in ["Pirkkala", "Akaa", "Lohja", "Porvoo", "Heinola", "Vöyri", "Parainen"] {
        let found = first(&directory, name);
        assert_eq!((found.municipality.names.fi.as_str(), found.why), (name, Why::Name));
        assert!(directory.former_names().iter().all(|former| former.name != name));
    }
}

#[test]
fn the_rows_marked_as_names_in_use_are_the_ones_we_leave_out() {
    let directory = directory();
    let current: BTreeSet<&str> = directory
        .all()
        .iter()
        .flat_map(|municipality| [municipality.names.fi.as_str(), municipality.names.sv.as_str()])
        .collect();
    let table =
        crate::contacts::table::Table::read(Path::new(env!("CARGO_MANIFEST_DIR")), "data/former_municipalities.csv");
    let rows = table
        .expect("the table")
        .rows(|row| Ok((row.text("name_fi")?, row.text("name_sv")?, row.cell("name_in_use")? == "1")));
    for (finnish, swedish, in_use) in rows.expect("rows") {
        let used = current.contains(finnish.as_str()) || current.contains(swedish.as_str());
        assert!(!in_use || used, "{finnish} is marked in use and is not");
        let kept = directory.former_names().iter().any(|former| former.name == finnish);
        assert_eq!(kept, !current.contains(finnish.as_str()), "{finnish}");
    }
}

#[test]
fn the_year_is_that_of_the_last_change() {
    let directory = directory();
    let year =
        |name: &str| directory.former_names().iter().find(|former| former.name == name).map(|former| former.year);
    assert_eq!(year("Maksamaa"), Some(2007));
    assert_eq!(year("Alahärmä"), Some(2009));
}

#[test]
fn every_postal_code_finds_its_municipalities() {
    let directory = directory();
    assert!(directory.knows_postal_codes());
    assert_eq!(directory.postal_areas.len(), 3_026);
    for area in &directory.postal_areas {
        let found = directory.search(&area.code.to_string(), Language::Fi, 8);
        let codes: Vec<_> = found.iter().map(|found| found.municipality.code).collect();
        assert_eq!(codes, area.municipalities().collect::<Vec<_>>(), "{}", area.code);
        assert!(found.iter().all(|found| found.why == Why::PostalCode { code: area.code, border: area.is_border() }));
    }
    assert_eq!(directory.postal_areas.iter().filter(|area| area.is_border()).count(), 25);
}

#[test]
fn a_border_code_offers_both_sides() {
    let directory = directory();
    assert_eq!(finnish_names(&directory, "64260"), ["Närpiö", "Kaskinen"]);
    assert_eq!(finnish_names(&directory, " 70100 Kuopio"), ["Kuopio"]);
    assert_eq!(finnish_names(&directory, "001"), ["Helsinki"]);
    assert!(finnish_names(&directory, "99998").is_empty());
    assert!(finnish_names(&directory, "001000").is_empty());
}

#[test]
fn inflected_names_lead_home() {
    let directory = directory();
    let inflected = [
        ("Kuopion", "Kuopio"),
        ("Espoon", "Espoo"),
        ("Helsingin", "Helsinki"),
        ("Turun", "Turku"),
        ("Lahden", "Lahti"),
        ("Tampereen", "Tampere"),
        ("Tampereella", "Tampere"),
        ("Turussa", "Turku"),
        ("Helsingissä", "Helsinki"),
        ("Vantaalla", "Vantaa"),
        ("Kauhajoen", "Kauhajoki"),
        ("Seinäjoella", "Seinäjoki"),
        ("Uudenkaupungin", "Uusikaupunki"),
        ("Paraisten", "Parainen"),
        ("Ikaalisten", "Ikaalinen"),
        ("Kaustisen", "Kaustinen"),
        ("Heinäveden", "Heinävesi"),
        ("Kannuksen", "Kannus"),
        ("Alavuden", "Alavus"),
        ("Pieksämäen", "Pieksämäki"),
        ("Hangon", "Hanko"),
        ("Limingan", "Liminka"),
        ("Vesannon", "Vesanto"),
        ("Iitin", "Iitti"),
        ("Iin", "Ii"),
        ("Mänttä-Vilppulan", "Mänttä-Vilppula"),
        ("Rovaniemeltä", "Rovaniemi"),
        ("Esbos", "Espoo"),
    ];
    for (query, name) in inflected {
        assert!(finnish_names(&directory, query).iter().take(2).any(|found| found == name), "{query}");
    }
}

#[test]
fn half_a_name_and_a_later_word_are_enough() {
    let directory = directory();
    assert_eq!(finnish_names(&directory, "kuop").first().map(String::as_str), Some("Kuopio"));
    assert_eq!(finnish_names(&directory, "vilppula").first().map(String::as_str), Some("Mänttä-Vilppula"));
    assert_eq!(finnish_names(&directory, "kuopion maalaiskunta"), ["Kuopio", "Siilinjärvi"]);
    assert_eq!(finnish_names(&directory, "sankt michel"), ["Mikkeli"]);
    assert!(finnish_names(&directory, "").is_empty());
    assert!(finnish_names(&directory, "qqqq").is_empty());
    assert_eq!(directory.search("k", Language::Fi, 5).len(), 5);
}

/// Every word that one slip makes of a name: each letter left out, doubled, swapped with the next, or hit beside the key.
fn slips(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut slips = Vec::new();
    for place in 0..letters.len() {
        let with = |change: &dyn Fn(&mut Vec<char>)| {
            let mut changed = letters.clone();
            change(&mut changed);
            changed.into_iter().collect::<String>()
        };
        slips.push(with(&|word| {
            word.remove(place);
        }));
        slips.push(with(&|word| word.insert(place, word[place])));
        slips.push(with(&|word| word[place] = if word[place] == 'e' { 'r' } else { 'e' }));
        if place + 1 < letters.len() {
            slips.push(with(&|word| word.swap(place, place + 1)));
        }
    }
    slips.retain(|slip| slip != name && slip.chars().count() >= 4);
    slips
}

#[test]
fn one_typing_error_is_forgiven_in_98_of_100_generated_ones() {
    let directory = directory();
    let fits_another = |slip: &str, own: &Municipality| {
        let query = place_index::Query::new(slip);
        let fitting = directory.index.entries.iter().filter(|entry| entry.fit(&query).is_some());
        fitting.map(|entry| directory.municipalities_of(entry.owner)).any(|owners| !owners.contains(&own))
    };
    let (mut tried, mut found_first, mut nearer_to_another) = (0, 0, 0);
    for municipality in directory.all() {
        for slip in slips(&fold::fold(&municipality.names.fi)) {
            if fits_another(&slip, municipality) {
                nearer_to_another += 1;
                continue;
            }
            tried += 1;
            let found = directory.search(&slip, Language::Fi, 8);
            found_first += usize::from(found.first().is_some_and(|first| first.municipality == municipality));
        }
    }
    println!(
        "{found_first} of {tried} slips find their municipality first; {nearer_to_another} fit another name and are left out"
    );
    assert!(tried >= 1_000);
    assert!(found_first * 100 >= tried * 98, "{found_first} of {tried}");
}

#[test]
fn sami_names_lead_to_their_municipalities_and_say_so() {
    let directory = directory();
    for (typed, finnish, name) in [
        ("ohcejohka", "Utsjoki", "Ohcejohka"),
        ("Anar", "Inari", "Anár"),
        ("aanaar", "Inari", "Aanaar"),
        ("soadegilli", "Sodankylä", "Soađegilli"),
        ("Eanod", "Enontekiö", "Eanodat"),
    ] {
        let found = first(&directory, typed);
        assert_eq!((found.municipality.names.fi.as_str(), found.why), (finnish, Why::OtherLanguage(name)), "{typed}");
    }
    assert_eq!(first(&directory, "Inari").why, Why::Name);
}

#[test]
fn a_link_by_name_leads_to_the_very_name_only() {
    let directory = directory();
    let named = |name: &str| directory.named(name).map(|municipality| municipality.names.fi.as_str());
    for municipality in directory.all() {
        assert_eq!(directory.named(&municipality.names.fi), Some(municipality), "{}", municipality.names.fi);
        assert_eq!(directory.named(&municipality.names.sv), Some(municipality), "{}", municipality.names.sv);
    }
    assert_eq!(
        (named("jyvaskyla"), named("Åbo"), named("ohcejohka")),
        (Some("Jyväskylä"), Some("Turku"), Some("Utsjoki"))
    );
    assert_eq!((named("Kuop"), named("Kuopion"), named("Maksamaa"), named("")), (None, None, None, None));
}

#[test]
fn the_directory_survives_the_way_to_the_browser() {
    let directory = directory();
    let mut fetched = Directory::from_names_json(&directory.names_json()).expect("our own file");
    assert!(!fetched.knows_postal_codes());
    fetched.add_postal_codes_json(&directory.postal_codes_json()).expect("our own file");
    assert_eq!(fetched, directory);
}

#[test]
fn a_file_of_another_version_or_kind_is_refused() {
    let names = directory().names_json();
    let newer = names.replacen("\"version\":2", "\"version\":3", 1);
    assert_eq!(Directory::from_names_json(&newer), Err(BadData::OtherVersion));
    assert_eq!(Directory::from_names_json("<html>"), Err(BadData::Unreadable));
    let mut directory = directory();
    assert_eq!(directory.add_postal_codes_json("{}"), Err(BadData::Unreadable));
    assert!(directory.knows_postal_codes());
}

proptest::proptest! {
    #[test]
    fn any_typing_is_answered_within_the_limit(query in "\\PC{0,20}", limit in 0_usize..10) {
        thread_local!(static DIRECTORY: Directory = directory());
        let found = DIRECTORY.with(|directory| directory.search(&query, Language::En, limit).len());
        proptest::prop_assert!(found <= limit);
    }
}
