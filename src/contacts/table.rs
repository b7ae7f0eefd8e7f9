//! A table of `data/` with its lines, so that a mistake can be told by file and line. Native only.

use std::path::Path;

use super::FolderError;

/// A CSV file with a header row.
pub(super) struct Table {
    file: String,
    columns: Vec<String>,
    records: Vec<csv::StringRecord>,
}

/// One row of a table.
pub(super) struct Row<'a> {
    table: &'a Table,
    record: &'a csv::StringRecord,
}

impl Table {
    /// Reads `<root>/<file>`.
    pub(super) fn read(root: &Path, file: &str) -> Result<Self, Vec<FolderError>> {
        let text = std::fs::read_to_string(root.join(file)).map_err(|error| {
            vec![FolderError::new(file, 1, format!("The file cannot be read ({error})"), "Put it back in its place.")]
        })?;
        Self::from_text(file, &text).map_err(|error| vec![error])
    }

    fn from_text(file: &str, text: &str) -> Result<Self, FolderError> {
        let broken = |error: csv::Error| {
            let line = error.position().map_or(1, |position| position.line() as usize);
            FolderError::new(
                file,
                line,
                format!("The row cannot be read ({error})"),
                "Give it as many cells as the first row has.",
            )
        };
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let columns = reader.headers().map_err(broken)?.iter().map(str::to_owned).collect();
        let records = reader.records().collect::<Result<_, _>>().map_err(broken)?;
        Ok(Self { file: file.to_owned(), columns, records })
    }

    /// Turns every row into a value, or tells every row that cannot be one.
    pub(super) fn rows<T>(
        &self,
        read: impl Fn(&Row<'_>) -> Result<T, FolderError>,
    ) -> Result<Vec<T>, Vec<FolderError>> {
        let (mut values, mut errors) = (Vec::new(), Vec::new());
        for record in &self.records {
            match read(&Row { table: self, record }) {
                Ok(value) => values.push(value),
                Err(error) => errors.push(error),
            }
        }
        if errors.is_empty() { Ok(values) } else { Err(errors) }
    }
}

impl Row<'_> {
    /// The cell in this column, empty or not.
    pub(super) fn cell(&self, column: &str) -> Result<&str, FolderError> {
        let place = self.table.columns.iter().position(|known| known == column);
        let missing = || self.error(format!("There is no column {column}"), format!("Add the column {column}."));
        Ok(self.record.get(place.ok_or_else(missing)?).unwrap_or_default())
    }

    /// The cell in this column, which must not be empty.
    pub(super) fn text(&self, column: &str) -> Result<String, FolderError> {
        let cell = self.cell(column)?;
        if cell.trim().is_empty() {
            return Err(self.error(format!("{column} is empty"), format!("Write {column}.")));
        }
        Ok(cell.to_owned())
    }

    /// The cell in this column as a value.
    pub(super) fn value<T>(
        &self,
        column: &str,
        parse: impl Fn(&str) -> Option<T>,
        expected: &str,
    ) -> Result<T, FolderError> {
        let cell = self.cell(column)?;
        parse(cell).ok_or_else(|| self.error(format!("{column} is \"{cell}\""), format!("Write {expected}.")))
    }

    /// A mistake on this row.
    pub(super) fn error(&self, problem: impl Into<String>, mend: impl Into<String>) -> FolderError {
        let line = self.record.position().map_or(1, |position| position.line() as usize);
        FolderError::new(&self.table.file, line, problem, mend)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn years(text: &str) -> Result<Vec<u16>, Vec<FolderError>> {
        let table = Table::from_text("data/years.csv", text).map_err(|error| vec![error])?;
        table.rows(|row| row.value("year", |cell| cell.parse().ok(), "a year"))
    }

    #[test]
    fn every_bad_row_is_told_with_its_line() {
        let errors = years("name,year\nA,1969\nB,soon\nC,2009\nD,\n").expect_err("two bad rows");
        assert_eq!(errors.iter().map(|error| error.line).collect::<Vec<_>>(), [3, 5]);
        assert_eq!(errors[0].to_string(), "data/years.csv:3: year is \"soon\". Write a year.");
    }

    #[test]
    fn a_row_of_another_length_and_a_missing_column_are_told() {
        assert_eq!(years("name,year\nA,1969,x\n").expect_err("too long")[0].line, 2);
        assert!(years("name\nA\n").expect_err("no year")[0].problem.contains("no column year"));
    }

    #[test]
    fn a_missing_file_is_told() {
        let missing = Table::read(Path::new("/nonexistent"), "data/none.csv");
        assert_eq!(missing.err().map(|errors| errors[0].file.clone()).as_deref(), Some("data/none.csv"));
    }
}
