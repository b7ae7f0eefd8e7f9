//! Where an import reads from: the register's interface, or a folder with its answers.

use std::collections::BTreeSet;
use std::path::Path;

use tukipolku::contacts::CountyRecord;
use tukipolku::contacts::register::{Answer, RegisterService, read_answer};
use tukipolku::domain::MunicipalityCode;

use super::fetch::{self, Patience};

/// The most identifiers the register takes in one request.
const AT_ONCE: usize = 100;

/// The limits of one import.
#[derive(Clone, Debug, Default)]
pub struct Limits {
    /// How patient the fetching is.
    pub patience: Patience,
    /// The most pages that are read of one list.
    pub pages: usize,
}

/// Everything a folder holds: each of its `.json` files is an answer of the register.
pub fn from_folder(folder: &Path) -> Result<Answer, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    let mut all = Answer::default();
    for file in &files {
        let body = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
        let answer = read_answer(&body).map_err(|why| format!("{}: {why}", file.display()))?;
        add(&mut all, answer);
    }
    if files.is_empty() { Err(format!("{} holds no .json file.", folder.display())) } else { Ok(all) }
}

/// The services of a county's area and their channels, page by page.
pub fn from_register(
    base: &str,
    county: &CountyRecord,
    municipalities: &BTreeSet<MunicipalityCode>,
    limits: &Limits,
) -> Result<Answer, String> {
    let base = base.trim_end_matches('/');
    let mut all = Answer::default();
    for area in areas(county, municipalities) {
        for_each_page(base, &area, limits, &mut all)?;
    }
    let channels: Vec<String> = channels_of(&all.services).into_iter().collect();
    for (done, some) in channels.chunks(AT_ONCE).enumerate() {
        eprintln!("  channels {} to {} of {}", done * AT_ONCE + 1, done * AT_ONCE + some.len(), channels.len());
        add(&mut all, ask(&format!("{base}/ServiceChannel/list?guids={}", some.join(",")), limits)?);
    }
    Ok(all)
}

/// How the register names the area: a wellbeing services county by its code. Helsinki and Åland are none, and are asked for
/// municipality by municipality.
fn areas(county: &CountyRecord, municipalities: &BTreeSet<MunicipalityCode>) -> Vec<String> {
    let code = county.code.to_string();
    if code.as_str() < "90" {
        return vec![format!("WellbeingServiceCounties/code/{code}")];
    }
    municipalities.iter().map(|code| format!("Municipality/code/{code}")).collect()
}

fn for_each_page(base: &str, area: &str, limits: &Limits, all: &mut Answer) -> Result<(), String> {
    let (mut page, mut pages) = (1, 1);
    while page <= pages {
        eprintln!(
            "  services in {area}: page {page}{}",
            if page == 1 { String::new() } else { format!(" of {pages}") }
        );
        let answer = ask(&format!("{base}/Service/list/area/{area}?includeWholeCountry=false&page={page}"), limits)?;
        pages = answer.pages;
        if pages > limits.pages {
            return Err(format!(
                "The register speaks of {pages} pages; more than {} are not read. Nothing was written.",
                limits.pages
            ));
        }
        add(all, answer);
        page += 1;
    }
    Ok(())
}

fn ask(url: &str, limits: &Limits) -> Result<Answer, String> {
    let body = fetch::get(url, &limits.patience)?;
    read_answer(&body).map_err(|why| format!("{url}: {why}. Nothing was written."))
}

fn channels_of(services: &[RegisterService]) -> BTreeSet<String> {
    services.iter().flat_map(|service| service.connections.iter().map(|tie| tie.channel.clone())).collect()
}

/// Adds an answer to what is known; the same thing twice counts once.
fn add(all: &mut Answer, answer: Answer) {
    all.left_out.extend(answer.left_out);
    for service in answer.services {
        if !all.services.iter().any(|known| known.id == service.id) {
            all.services.push(service);
        }
    }
    for channel in answer.channels {
        if !all.channels.iter().any(|known| known.id == channel.id) {
            all.channels.push(channel);
        }
    }
}
