//! Reads `content/<language>/texts/*.toml` into one table of texts. Native only: the site is made from these files, and the
//! browser gets the line format of [`Texts`] instead.

use std::path::{Path, PathBuf};
use std::{fmt, fs};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Texts;

/// Where a file of texts is wrong, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadTextFile {
    /// The file.
    pub file: PathBuf,
    /// The line, counted from one; zero when the file could not be read at all.
    pub line: usize,
    /// What is wrong, for the editor of the file.
    pub message: String,
}

impl fmt::Display for BadTextFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.file.display(), self.line, self.message)
    }
}

impl std::error::Error for BadTextFile {}

/// Reads every `.toml` file of a folder. The keys of `forms.toml` begin with `forms.`, and nested tables are joined with dots.
///
/// # Errors
/// The first file that cannot be read, is not TOML, or holds something else than texts and tables of texts.
pub fn read_texts(folder: &Path) -> Result<Texts, BadTextFile> {
    let mut pairs = Vec::new();
    for file in toml_files(folder)? {
        let content = fs::read_to_string(&file).map_err(|error| unreadable(&file, &error))?;
        pairs.extend(read_pairs(&file, &content)?);
    }
    Ok(Texts::from_pairs(pairs))
}

/// The TOML files of a folder, sorted, so that the same folder always gives the same first error.
fn toml_files(folder: &Path) -> Result<Vec<PathBuf>, BadTextFile> {
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    let mut files: Vec<_> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    Ok(files)
}

fn unreadable(file: &Path, error: &std::io::Error) -> BadTextFile {
    BadTextFile { file: file.to_owned(), line: 0, message: error.to_string() }
}

/// The texts of one file as pairs of key and text.
fn read_pairs(file: &Path, content: &str) -> Result<Vec<(String, String)>, BadTextFile> {
    let room = file.file_stem().unwrap_or_default().to_string_lossy();
    let bad = |place: usize, message: &str| BadTextFile {
        file: file.to_owned(),
        line: content[..place].matches('\n').count() + 1,
        message: message.to_owned(),
    };
    let table = DeTable::parse(content)
        .map_err(|error| bad(error.span().map_or(0, |span| span.start.min(content.len())), error.message()))?;
    let mut pairs = Vec::new();
    flatten(&room, table.get_ref(), &mut pairs)
        .map_err(|place| bad(place, "only texts and tables of texts stand here"))?;
    Ok(pairs)
}

/// Joins nested keys with dots. The error is the place of the first value that is neither text nor table.
fn flatten(prefix: &str, table: &DeTable<'_>, pairs: &mut Vec<(String, String)>) -> Result<(), usize> {
    for (name, value) in table {
        flatten_value(format!("{prefix}.{}", name.get_ref()), value, pairs)?;
    }
    Ok(())
}

fn flatten_value(key: String, value: &Spanned<DeValue<'_>>, pairs: &mut Vec<(String, String)>) -> Result<(), usize> {
    match value.get_ref() {
        DeValue::String(text) => pairs.push((key, text.trim_end().to_owned())),
        DeValue::Table(inner) => flatten(&key, inner, pairs)?,
        _ => return Err(value.span().start),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(content: &str) -> Result<Vec<(String, String)>, BadTextFile> {
        read_pairs(Path::new("fi/texts/forms.toml"), content)
    }

    #[test]
    fn nested_tables_become_dotted_keys_that_begin_with_the_file_name() {
        let pairs = read("title = \"A\"\n[own_words]\nlabel = \"B\"\nproblem.missing = \"C\"\n");
        let keys: Vec<_> = pairs.iter().flatten().map(|(key, text)| format!("{key}={text}")).collect();
        assert_eq!(keys, ["forms.own_words.label=B", "forms.own_words.problem.missing=C", "forms.title=A"]);
    }

    #[test]
    fn a_wrong_value_is_named_with_file_and_line() {
        let error = read("title = \"A\"\n\n[own_words]\nlabel = 3\n").unwrap_err().to_string();
        assert_eq!(error, "fi/texts/forms.toml:4: only texts and tables of texts stand here");
    }

    #[test]
    fn broken_toml_is_named_with_its_line() {
        assert_eq!(read("title = \"A\"\nlabel = \"open\n").unwrap_err().line, 2);
    }

    #[test]
    fn a_missing_folder_is_named() {
        let error = read_texts(Path::new("no/such/folder")).unwrap_err();
        assert_eq!((error.file.as_path(), error.line), (Path::new("no/such/folder"), 0));
    }
}
