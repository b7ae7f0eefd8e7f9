//! `contacts coverage`: the table in the documents.

use tukipolku::contacts::upkeep::coverage_table;

use super::folders;

/// Writes `docs/contact-coverage.md`.
pub fn run() -> Result<(), String> {
    let counties = folders::counties(folders::root(), &[], false)?;
    let table = coverage_table(&counties, &folders::directory(folders::root())?);
    folders::write(&folders::root().join("docs/contact-coverage.md"), &table)
}
