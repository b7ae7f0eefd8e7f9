//! `contacts export`: HSDS and schema.org in each language, a table for each county.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};
use tukipolku::contacts::export::{Export, csv_table, organisation, services};
use tukipolku::contacts::{CountyRecord, Directory, folders as county_folders};
use tukipolku::domain::Language;
use tukipolku::i18n::read_texts;

use super::folders::{self, in_words};

/// What to write, and where.
#[derive(Args)]
pub struct Options {
    /// The folder to write into; it is made.
    #[arg(long, value_name = "FOLDER")]
    to: PathBuf,
    /// The county's folder in counties/; may be given several times. All real counties without it.
    #[arg(long, value_name = "ID")]
    county: Vec<String>,
}

/// Writes `<folder>/<language>/hsds/<county>.json`, `<folder>/<language>/schema-org/<county>.jsonld` and `<folder>/csv/<county>.csv`.
pub fn run(options: &Options) -> Result<(), String> {
    let counties = folders::counties(folders::root(), &options.county, true)?;
    // The invented county is exported only when it is asked for by name.
    let wanted = counties.iter().filter(|county| !county.code.is_demo() || options.county.contains(&county.id));
    let wanted: Vec<_> = wanted.collect();
    let directory = folders::directory(folders::root())?;
    for language in Language::ALL {
        in_language(options, &wanted, &directory, language)?;
    }
    for county in &wanted {
        let contacts = county_folders::read_contacts(folders::root(), &county.id).map_err(in_words)?;
        let table = csv_table(county, &contacts, folders::today())?;
        folders::write(&options.to.join("csv").join(format!("{}.csv", county.id)), &table)?;
    }
    println!("{} counties written to {}.", wanted.len(), options.to.display());
    Ok(())
}

fn in_language(
    options: &Options,
    counties: &[&CountyRecord],
    directory: &Directory,
    language: Language,
) -> Result<(), String> {
    let texts = read_texts(&folders::root().join("content").join(language.code()).join("texts"))
        .map_err(|error| error.to_string())?;
    let words = |key: &str| texts.get(key).to_owned();
    for county in counties {
        let municipalities = directory.in_county(county.code).chain(&county.municipalities);
        let names = municipalities.map(|one| (one.code, one.names.in_language(language).to_owned()));
        let export = Export { language, today: folders::today(), words: &words, municipalities: names.collect() };
        let folder = options.to.join(language.code());
        let list = list_of(services(county, &export));
        folders::write(&folder.join("hsds").join(format!("{}.json", county.id)), &pretty(&list))?;
        let organisation = organisation(county, &export);
        folders::write(&folder.join("schema-org").join(format!("{}.jsonld", county.id)), &pretty(&organisation))?;
    }
    Ok(())
}

/// The services as one page of HSDS's own list.
fn list_of(services: Vec<Value>) -> Value {
    json!({ "total_items": services.len(), "total_pages": 1, "page_number": 1, "size": services.len(), "first_page": true,
        "last_page": true, "empty": services.is_empty(), "contents": services })
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
