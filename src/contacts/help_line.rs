//! National help lines: the second row of numbers, after 112 and the county's social emergency service.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{BadData, Channel, Hours};
use crate::domain::{Freshness, Names, SourceDate};

/// The version of the browser's file of help lines.
const VERSION: u8 = 1;

/// A phone or chat that answers people from the whole country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpLine {
    /// The identifier in `data/national.csv`.
    pub id: String,
    /// What it is called.
    pub names: Names,
    /// A number or a chat's page.
    pub channel: Channel,
    /// Hours as the source told them. Shown only through [`HelpLine::hours_on`], which knows how old they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hours: Option<Hours>,
    /// What a call costs.
    pub cost: CallCost,
    /// The languages in which it answers (ISO 639 codes); empty when the source does not tell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// The line's own page, where hours can be checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// Where the line was seen.
    pub source: String,
    /// When it was seen there.
    pub checked: SourceDate,
}

/// What a call costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallCost {
    /// Nothing.
    Free,
    /// What the caller's own operator charges for a call.
    OwnOperator,
    /// The source does not tell.
    Unknown,
}

impl HelpLine {
    /// The hours, unless they are older than twelve months or of unknown age.
    pub fn hours_on(&self, today: NaiveDate) -> Option<&Hours> {
        self.hours.as_ref().filter(|_| self.checked.freshness(today) != Freshness::Unconfirmed)
    }
}

#[derive(Serialize, Deserialize)]
struct HelpLinesFile<Lines> {
    version: u8,
    lines: Lines,
}

/// The browser's file of help lines.
pub fn help_lines_to_json(lines: &[HelpLine]) -> String {
    serde_json::to_string(&HelpLinesFile { version: VERSION, lines }).unwrap_or_default()
}

/// Reads the browser's file of help lines.
///
/// # Errors
/// The file is of another version, or no such file.
pub fn help_lines_from_json(json: &str) -> Result<Vec<HelpLine>, BadData> {
    let file: HelpLinesFile<Vec<HelpLine>> = serde_json::from_str(json).map_err(|_| BadData::Unreadable)?;
    if file.version == VERSION { Ok(file.lines) } else { Err(BadData::OtherVersion) }
}

#[cfg(not(target_arch = "wasm32"))]
mod read_csv {
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
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn lines() -> Vec<HelpLine> {
        HelpLine::read_csv(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the data of the project")
    }

    #[test]
    fn every_shown_line_has_a_way_and_no_line_of_the_past_is_among_them() {
        let lines = lines();
        assert!(lines.len() >= 15);
        assert!(lines.iter().all(|line| line.id != "emergency" && line.id != "mll-parents"));
        assert!(lines.iter().all(|line| line.names.missing().next().is_none()));
        let nollalinja = lines.iter().find(|line| line.id == "nollalinja").expect("Nollalinja");
        assert_eq!(nollalinja.channel.phone().and_then(|number| number.tel()).as_deref(), Some("tel:+35880005005"));
        assert_eq!((nollalinja.cost, nollalinja.site.as_deref()), (CallCost::Free, Some("https://nollalinja.fi/en")));
    }

    #[test]
    fn hours_of_unknown_age_or_older_than_a_year_are_not_shown() {
        let lines = lines();
        let day = |text| SourceDate::parse(text).and_then(SourceDate::earliest).expect("a day");
        let hours = |id: &str, today| {
            lines.iter().find(|line| line.id == id).and_then(|line| line.hours_on(day(today))).is_some()
        };
        assert!(!hours("nollalinja", "2026-11-21"), "undated");
        assert!(hours("mll-children-sv", "2026-10-31"));
        assert!(!hours("mll-children-sv", "2026-11-21"), "of November 2025");
    }

    #[test]
    fn the_lines_survive_the_way_to_the_browser() {
        assert_eq!(help_lines_from_json(&help_lines_to_json(&lines())), Ok(lines()));
        assert_eq!(help_lines_from_json("{\"version\":9,\"lines\":[]}"), Err(BadData::OtherVersion));
    }
}
