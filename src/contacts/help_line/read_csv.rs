//! Reading the help lines from `data/national.csv`. Native only.

use std::path::Path;

use super::{CallCost, Channel, HelpLine, Hours};
use crate::contacts::FolderError;
use crate::contacts::table::{Row, Table};
use crate::domain::{Names, PhoneNumber, SourceDate};

impl HelpLine {
    /// Reads the lines that may be shown. 112 is left out, since it stands above them all, and so is every row whose note
    /// says "pre-2023": nobody has seen it on a page of our time.
    ///
    /// # Errors
    /// Every mistake in the file, each with its line and mend.
    pub fn read_csv(root: &Path) -> Result<Vec<Self>, Vec<FolderError>> {
        let lines = Table::read(root, "data/national.csv")?.rows(line)?;
        Ok(lines.into_iter().flatten().collect())
    }
}

fn line(row: &Row<'_>) -> Result<Option<HelpLine>, FolderError> {
    let id = row.text("id")?;
    if id == "emergency" || row.cell("note")?.contains("pre-2023") {
        return Ok(None);
    }
    Ok(Some(HelpLine {
        id,
        names: Names { fi: row.text("label_fi")?, sv: row.text("label_sv")?, en: row.text("label_en")? },
        channel: channel(row)?,
        hours: hours_as_written(row.cell("hours")?),
        cost: row.value("cost", cost, "free, \"local call price of the operator\" or nothing")?,
        languages: row.cell("languages")?.split_whitespace().map(str::to_owned).collect(),
        site: Some(row.cell("site")?.to_owned()).filter(|site| !site.is_empty()),
        source: row.text("source_url")?,
        checked: row.value("source_date", SourceDate::parse, "undated or a date like 2026-03-15")?,
    }))
}

fn channel(row: &Row<'_>) -> Result<Channel, FolderError> {
    match row.cell("channel")? {
        "phone" => row.value("value", PhoneNumber::parse, "a Finnish phone number").map(Channel::Phone),
        "web" => row.value("value", web_address, "an address that begins with https://").map(Channel::Web),
        other => Err(row.error(format!("The channel is \"{other}\""), "Write phone or web.")),
    }
}

fn web_address(text: &str) -> Option<String> {
    text.starts_with("https://").then(|| text.to_owned())
}

fn cost(text: &str) -> Option<CallCost> {
    match text {
        "free" => Some(CallCost::Free),
        "local call price of the operator" => Some(CallCost::OwnOperator),
        "" => Some(CallCost::Unknown),
        _ => None,
    }
}

/// Hours of the table where they can be read for sure ("24/7", "Mon-Wed 9-15, Thu 14-20.30"); anything vaguer is no hours.
fn hours_as_written(text: &str) -> Option<Hours> {
    if text == "24/7" {
        return Hours::parse(["always"]).ok();
    }
    let lines: Option<Vec<String>> = text.split(", ").map(line_as_written).collect();
    Hours::parse(lines?).ok()
}

fn line_as_written(text: &str) -> Option<String> {
    let (days, span) = text.split_once(' ')?;
    let (from, to) = span.split_once('-')?;
    let with_minutes = |time: &str| if time.contains('.') { time.replace('.', ":") } else { format!("{time}:00") };
    Some(format!("{} {}-{}", days.to_ascii_lowercase(), with_minutes(from), with_minutes(to)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_certain_hours_are_read() {
        let lines = |text| hours_as_written(text).map(|hours| hours.to_lines());
        assert_eq!(lines("24/7"), Some(vec!["always".to_owned()]));
        assert_eq!(
            lines("Mon-Wed 9-15, Fri 14-16.30"),
            Some(vec!["mon-wed 9:00-15:00".into(), "fri 14:00-16:30".into()])
        );
        for vague in
            ["", "weekday afternoons", "Mon-Fri", "every day; chat 17-20", "Mon-Tue 11-15, Wed 13-16 and 17-21"]
        {
            assert_eq!(lines(vague), None, "{vague}");
        }
    }
}
