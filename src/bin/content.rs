//! Tells editors in plain words what is wrong in the content and what grows old. `cargo xtask content` runs it.
//! With `write` it also renews the figures in `docs/readability.md`.

use std::{env, fs, path::Path, process::ExitCode};

use chrono::Utc;
use tukipolku::guide::{ContentError, Library, county_text, readability, review};

fn main() -> ExitCode {
    let root = Path::new(".");
    let library = match Library::read(root) {
        Ok(library) => library,
        Err(errors) => return tell(&errors, &[]),
    };
    let written = env::args().any(|argument| argument == "write").then(|| write_readability(&library));
    if let Some(Err(error)) = written {
        eprintln!("{}: {error}", readability::DOCUMENT);
        return ExitCode::FAILURE;
    }
    let today = Utc::now().date_naive();
    let (mut faults, mut notes) = (review::faults(&library), review::notes(&library, today));
    match county_text::read_every(root, &library) {
        Ok(texts) => {
            faults.extend(review::county_faults(&library, &texts));
            notes.extend(review::county_notes(&texts, today));
        }
        Err(errors) => faults.extend(errors),
    }
    tell(&faults, &notes)
}

fn tell(faults: &[ContentError], notes: &[ContentError]) -> ExitCode {
    notes.iter().for_each(|note| println!("note  {note}"));
    faults.iter().for_each(|fault| println!("mend  {fault}"));
    println!("{} to mend, {} to note", faults.len(), notes.len());
    if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn write_readability(library: &Library) -> std::io::Result<()> {
    let document = fs::read_to_string(readability::DOCUMENT)?;
    fs::write(readability::DOCUMENT, readability::renewed(&document, library))
}
