//! `contacts check`: the list for a weekly look.

use clap::Args;
use tukipolku::contacts::upkeep::{Remark, Trouble, remarks};

use super::folders::{self, in_words};

/// Which counties, and what counts as failure.
#[derive(Args)]
pub struct Options {
    /// The county's folder in counties/; may be given several times. All real counties without it.
    #[arg(long, value_name = "ID")]
    county: Vec<String>,
    /// Fail on every remark. Without it only on what misleads a visitor: malformed and contradictory contacts.
    #[arg(long)]
    strict: bool,
}

/// Prints every remark by county and the sums; fails on what misleads.
pub fn run(options: &Options) -> Result<(), String> {
    let directory = folders::directory(folders::root())?;
    let mut all = Vec::new();
    for county in folders::counties(folders::root(), &options.county, false)? {
        let told = remarks(folders::root(), &county, &directory, folders::today()).map_err(in_words)?;
        println!("{} ({}): {}", county.names.en, county.id, if told.is_empty() { "nothing to do" } else { "to do" });
        told.iter().for_each(|remark| println!("  {:<13} {remark}", remark.trouble.to_string()));
        all.extend(told);
    }
    println!("\n{}", sums(&all));
    let bad = all.iter().filter(|remark| options.strict || remark.trouble.misleads()).count();
    if bad == 0 { Ok(()) } else { Err(format!("{bad} of them must be mended.")) }
}

fn sums(all: &[Remark]) -> String {
    let of = |trouble: Trouble| all.iter().filter(|remark| remark.trouble == trouble).count();
    Trouble::ALL.map(|trouble| format!("{} {trouble}", of(trouble))).join(", ")
}
