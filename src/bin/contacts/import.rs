//! `contacts import`: what the register says, what would change, and only when asked, the writing.

use std::path::{Path, PathBuf};

use clap::Args;
use tukipolku::contacts::register::{Answer, CLASSES, Changes, ImportedRow, LeftOut, Selection, imported_text, rows};
use tukipolku::contacts::{CountyRecord, folders as county_folders};
use tukipolku::domain::Language;

use super::fetch::Patience;
use super::folders::{self, in_words};
use super::source::{self, Limits};

/// What to take over, and from where.
#[derive(Args)]
pub struct Options {
    /// The register's interface, such as https://api.palvelutietovaranto.suomi.fi/api/v11, or a folder with answers of it.
    #[arg(long, value_name = "URL|FOLDER")]
    from: String,
    /// The county's folder in counties/; may be given several times. All real counties without it.
    #[arg(long, value_name = "ID")]
    county: Vec<String>,
    /// Only services of this class, such as P3.8; may be given several times.
    #[arg(long, value_name = "CODE")]
    class: Vec<String>,
    /// Only channels that serve in this language (fi, sv, en); may be given several times.
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    language: Vec<Language>,
    /// Who must answer for a service, by identifier or by the beginning of a name; the county's own name without it.
    #[arg(long, value_name = "NAME")]
    organisation: Vec<String>,
    /// The most pages of services that are read for one county.
    #[arg(long, default_value_t = 200)]
    pages: usize,
    /// Write the changes. Without it they are only shown.
    #[arg(long)]
    write: bool,
}

fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| "fi, sv or en".to_owned())
}

/// Reads, compares, tells; writes only when asked.
pub fn run(options: &Options) -> Result<(), String> {
    let counties = folders::counties(folders::root(), &options.county, false)?;
    let limits = Limits { patience: Patience::default(), pages: options.pages };
    let mut changed = 0;
    for county in &counties {
        println!("{}", county.names.en);
        let told = import(folders::root(), county, options, &limits)?;
        println!("{told}");
        changed += usize::from(!told.changes.is_empty());
    }
    if changed > 0 && !options.write {
        println!("Nothing was written. To take the changes over, run the same again with --write.");
    }
    Ok(())
}

/// What one import of one county found.
pub struct Imported {
    /// What changes in the folder.
    pub changes: Changes,
    /// What was left out, by name.
    pub left_out: Vec<LeftOut>,
    /// How many contacts the register gives.
    pub contacts: usize,
}

/// Takes over one county.
///
/// # Errors
/// Whatever kept the register from being read whole: nothing is written then.
pub fn import(root: &Path, county: &CountyRecord, options: &Options, limits: &Limits) -> Result<Imported, String> {
    let directory = folders::directory(root)?;
    let selection = Selection {
        county,
        municipalities: directory.in_county(county.code).map(|municipality| municipality.code).collect(),
        organisations: options.organisation.clone(),
        classes: known_classes(&options.class)?,
        languages: options.language.clone(),
    };
    let answer = read(&options.from, county, &selection, limits)?;
    let (after, mut left_out) = rows(&selection, &answer.services, &answer.channels);
    left_out.extend(answer.left_out);
    left_out.sort();
    let before = county_folders::read_imported(root, &county.id).map_err(in_words)?;
    let changes = Changes::between(&before, &after);
    if options.write && !changes.is_empty() {
        write(root, &county.id, &after)?;
    }
    Ok(Imported { changes, left_out, contacts: after.len() })
}

fn known_classes(asked: &[String]) -> Result<Vec<String>, String> {
    let known = CLASSES.map(|(code, _)| code);
    match asked.iter().find(|code| !known.contains(&code.as_str())) {
        Some(unknown) => {
            Err(format!("The class {unknown} has no kind of matter here. Known are {}.", known.join(", ")))
        }
        None => Ok(asked.to_vec()),
    }
}

fn read(from: &str, county: &CountyRecord, selection: &Selection<'_>, limits: &Limits) -> Result<Answer, String> {
    if from.starts_with("https://") || from.starts_with("http://127.0.0.1:") {
        return source::from_register(from, county, &selection.municipalities, limits);
    }
    let folder = PathBuf::from(from);
    if from.contains("://") || !folder.is_dir() {
        return Err(format!("{from} is neither an https address nor a folder."));
    }
    source::from_folder(&folder)
}

/// Writes the file beside its place and moves it there, so that it is never there by halves.
fn write(root: &Path, id: &str, rows: &[ImportedRow]) -> Result<(), String> {
    let file = root.join("counties").join(id).join("imported.toml");
    let half = file.with_extension("toml.new");
    folders::write(&half, &imported_text(rows))?;
    std::fs::rename(&half, &file).map_err(|error| format!("{}: {error}", file.display()))
}

impl std::fmt::Display for Imported {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} contacts in the register: {}", self.contacts, self.changes)?;
        if !self.left_out.is_empty() {
            writeln!(formatter, "  left out:")?;
        }
        self.left_out.iter().try_for_each(|left_out| writeln!(formatter, "    {left_out}"))
    }
}

impl Options {
    /// The options of a test: this source, written at once.
    #[cfg(test)]
    pub fn writing(from: &str) -> Self {
        Self {
            from: from.to_owned(),
            county: Vec::new(),
            class: Vec::new(),
            language: Vec::new(),
            organisation: Vec::new(),
            pages: 50,
            write: true,
        }
    }

    /// The options of a test that asks for one class.
    #[cfg(test)]
    pub fn of_class(code: &str) -> Self {
        Self { class: vec![code.to_owned()], ..Self::looking("/nonexistent") }
    }

    /// The same, only looking.
    #[cfg(test)]
    pub fn looking(from: &str) -> Self {
        Self { write: false, ..Self::writing(from) }
    }
}
