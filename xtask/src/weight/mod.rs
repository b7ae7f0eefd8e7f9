//! What a page weighs: the bytes and requests a browser spends on it, counted on the finished site with brotli 11.

mod page;

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::{Problem, Result, problem};

/// Bytes after brotli 11, and the number of requests that fetch them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weight {
    /// Bytes as they travel.
    pub bytes: usize,
    /// Requests.
    pub requests: usize,
}

impl Weight {
    fn fits(self, most: Self) -> bool {
        self.bytes <= most.bytes && self.requests <= most.requests
    }

    fn add(self, bytes: usize) -> Self {
        Self { bytes: self.bytes + bytes, requests: self.requests + 1 }
    }
}

/// One line of the table: what was weighed, what it weighs, and what it may weigh at most.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// What was weighed.
    pub what: String,
    /// The address or file.
    pub which: String,
    /// What it weighs.
    pub weight: Weight,
    /// What it may weigh, from the performance budgets.
    pub budget: Weight,
}

impl Entry {
    /// Whether it keeps its budget.
    pub fn is_within(&self) -> bool {
        self.weight.fits(self.budget)
    }
}

/// Budgets in bytes and requests. A budget without a number of requests allows any.
const GUIDE_PAGE: Weight = Weight { bytes: 18_000, requests: 6 };
const FORM_PAGE: Weight = Weight { bytes: 200_000, requests: usize::MAX };
const APP: Weight = Weight { bytes: 170_000, requests: 1 };
const VAULT: Weight = Weight { bytes: 150_000, requests: 1 };
/// Program, script and one language's index, fetched when somebody first goes into the search field.
const SEARCH: Weight = Weight { bytes: 60_000, requests: 3 };
/// Every name and postal code, fetched when somebody first looks for a municipality.
const SELECTOR: Weight = Weight { bytes: 45_000, requests: 3 };
/// What a page of somebody else spends on us before a frame of ours comes near.
const ELEMENT: Weight = Weight { bytes: 3_000, requests: 1 };

/// What comes with the first answer. The budgets say nothing of it; this is a brake of our own.
const LATER: Weight = Weight { bytes: 160_000, requests: 1 };

/// Weighs the finished site: the heaviest guide page, the heaviest form page, the app, the search, the vault, and what
/// other people's pages load.
pub fn weigh(dist: &Path) -> Result<Vec<Entry>> {
    let guides = page::guide_pages(dist)?;
    let forms = page::form_pages(dist)?;
    Ok(vec![
        heaviest("guide page, before intent", &guides, GUIDE_PAGE, |page| page::unasked(dist, page))?,
        heaviest("form page with the app", &forms, FORM_PAGE, |page| page::with_app(dist, page))?,
        heaviest("app wasm", &page::programs(dist, |name| name.starts_with("tukipolku-")), APP, page::file)?,
        heaviest(
            "second part of the app, from the first answer",
            &page::programs(dist, |name| name.starts_with("later-")),
            LATER,
            page::file,
        )?,
        heaviest("search, once it is used", &page::indices(dist), SEARCH, |index| page::search(dist, index))?,
        heaviest("data of the selector", &page::names(dist), SELECTOR, |names| page::selector(dist, names))?,
        heaviest("vault wasm", &page::programs(dist, |name| name.contains("vault")), VAULT, page::file)?,
        heaviest("element on other people's pages", &[dist.join("embed/1.js")], ELEMENT, page::file)?,
    ])
}

/// The heaviest of these files. None at all is a problem: a budget that measures nothing would always be kept.
fn heaviest(
    what: &str,
    files: &[std::path::PathBuf],
    budget: Weight,
    weigh: impl Fn(&Path) -> Result<Weight>,
) -> Result<Entry> {
    let weights = files.iter().map(|file| weigh(file).map(|weight| (file, weight))).collect::<Result<Vec<_>>>()?;
    let (file, weight) = weights.into_iter().max_by_key(|(_, weight)| weight.bytes).ok_or_else(|| {
        Problem::new(format!("There is no {what} in the finished site.")).mend("run `cargo xtask build --demo` first.")
    })?;
    Ok(Entry { what: what.to_owned(), which: name(file), weight, budget })
}

fn name(file: &Path) -> String {
    let file = crate::places::short(file);
    file.strip_prefix("dist").unwrap_or(&file).display().to_string()
}

/// The size of a file after brotli 11.
pub fn compressed(file: &Path) -> Result<usize> {
    let bytes = std::fs::read(file).map_err(problem::about(file))?;
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut out, &parameters).map_err(problem::about(file))?;
    Ok(out.len())
}
