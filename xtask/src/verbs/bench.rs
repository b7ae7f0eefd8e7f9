//! Weighing the site against its budgets, and the record of it in `docs/benchmarks/`.

use std::path::PathBuf;

use clap::Args;

use crate::weight::{self, Entry};
use crate::{Problem, Result, places, problem};

/// How to measure.
#[derive(Args, Default)]
pub struct Options {
    /// Fail when something is over its budget, and write no record.
    #[arg(long)]
    pub check: bool,
}

/// Prints the table; writes it down, or holds it against the budgets.
pub fn run(options: &Options) -> Result<()> {
    let entries = weight::weigh(&places::dist())?;
    let table = table(&entries, &last_record());
    println!("{table}");
    if options.check { hold(&entries) } else { record(&entries, &table) }
}

/// Fails on what is over its budget.
fn hold(entries: &[Entry]) -> Result<()> {
    let over: Vec<_> = entries.iter().filter(|entry| !entry.is_within()).map(|entry| entry.what.as_str()).collect();
    if over.is_empty() {
        return Ok(());
    }
    Err(Problem::new(format!("Over its budget: {}.", over.join(", "))).mend(
        "run `cargo xtask later` and build again; see “Ways to a smaller program” in docs/benchmarks/README.md, or take \
         back what made it heavier.",
    ))
}

fn record(entries: &[Entry], table: &str) -> Result<()> {
    let json = serde_json::to_string_pretty(entries).map_err(|error| Problem::new(error.to_string()))?;
    for (name, text) in [("weight.json", json + "\n"), ("weight.md", format!("# What pages weigh\n\n{table}"))] {
        let file = folder().join(name);
        std::fs::create_dir_all(folder()).and_then(|()| std::fs::write(&file, text)).map_err(problem::about(&file))?;
    }
    println!("Recorded in docs/benchmarks/.");
    Ok(())
}

fn folder() -> PathBuf {
    places::root().join("docs/benchmarks")
}

/// The weights as they were recorded last; none when there is no record yet.
fn last_record() -> Vec<Entry> {
    let text = std::fs::read_to_string(folder().join("weight.json")).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

fn table(entries: &[Entry], last: &[Entry]) -> String {
    let head = "| what | heaviest | bytes, brotli 11 | budget | since the last record | requests | budget |\n\
                |---|---|--:|--:|--:|--:|--:|\n";
    head.to_owned() + &entries.iter().map(|entry| row(entry, last)).collect::<String>()
}

fn row(entry: &Entry, last: &[Entry]) -> String {
    let before = last.iter().find(|before| before.what == entry.what);
    let change = before
        .map_or("–".to_owned(), |before| format!("{:+}", entry.weight.bytes as i64 - before.weight.bytes as i64));
    let requests =
        if entry.budget.requests == usize::MAX { "–".to_owned() } else { entry.budget.requests.to_string() };
    format!(
        "| {} | {} | {} | {} | {change} | {} | {requests} |\n",
        entry.what, entry.which, entry.weight.bytes, entry.budget.bytes, entry.weight.requests
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::weight::Weight;

    fn entry(bytes: usize) -> Entry {
        let budget = Weight { bytes: 100, requests: 1 };
        Entry { what: "app".into(), which: "a.wasm".into(), weight: Weight { bytes, requests: 1 }, budget }
    }

    #[test]
    fn too_heavy_is_refused_by_name() {
        assert!(hold(&[entry(100)]).is_ok());
        assert!(hold(&[entry(101)]).unwrap_err().to_string().contains("Over its budget: app"));
    }

    #[test]
    fn the_table_tells_what_changed() {
        assert!(table(&[entry(90)], &[entry(100)]).contains("| 90 | 100 | -10 | 1 | 1 |"));
    }
}
