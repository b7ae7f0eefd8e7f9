//! Finding out what may come later: two real browsers go through the first screens of a program with marks, and what none of
//! them has run is written into the list that cuts the program in two.

use std::collections::BTreeSet;

use crate::split::rules::pieces;
use crate::{Problem, Result, finish, places, problem};

/// Where the story leaves the marks of an engine: `ran.chromium`, a `1` for each function that ran.
pub const RAN: &str = "ran";

/// The engines that can be watched.
const ENGINES: [&str; 2] = ["chromium", "webkit"];

const HEAD: &str = "\
# What may come later: rooms, functions and shapes of library functions that no first screen needs.
# Written by `cargo xtask later`; see docs/decisions/program-in-two-parts.md.
";

/// Writes the list from what the browsers have left, and gives the number of its lines.
///
/// # Errors
/// No browser has left anything, or the list cannot be written.
pub fn write() -> Result<usize> {
    let functions = places::made().join(finish::FUNCTIONS);
    let names = std::fs::read_to_string(&functions).map_err(problem::about(&functions))?;
    let names: Vec<&str> = names.lines().skip(1).collect();
    let ran = ran(names.len())?;
    let list = list(names.into_iter().zip(ran));
    let file = places::root().join(finish::LIST);
    std::fs::write(&file, format!("{HEAD}{}\n", list.join("\n"))).map_err(problem::about(&file))?;
    Ok(list.len())
}

/// What ran in any engine.
fn ran(count: usize) -> Result<Vec<bool>> {
    let mut ran = vec![false; count];
    let mut engines = 0;
    for engine in ENGINES {
        let Ok(marks) = std::fs::read_to_string(places::made().join(format!("{RAN}.{engine}"))) else { continue };
        engines += usize::from(marks.len() == count);
        ran.iter_mut().zip(marks.bytes()).for_each(|(ran, mark)| *ran |= mark == b'1');
    }
    if engines == ENGINES.len() {
        Ok(ran)
    } else {
        Err(Problem::new(format!("Only {engines} of 2 engines have marks of this program.")))
    }
}

/// The fewest and widest names that say what may come later without naming anything that ran.
fn list<'a>(functions: impl Iterator<Item = (&'a str, bool)> + Clone) -> Vec<String> {
    let ran: BTreeSet<String> = functions.clone().filter(|(_, ran)| *ran).flat_map(|(name, _)| pieces(name)).collect();
    let mut later = BTreeSet::new();
    for (name, _) in functions.filter(|(_, ran)| !ran) {
        let free = pieces(name).into_iter().filter(|piece| !ran.contains(piece));
        if let Some(widest) = free.min_by_key(|piece| width(piece)) {
            later.insert(widest);
        }
    }
    later.into_iter().collect()
}

/// Our own rooms before the library's, short paths before long ones.
fn width(piece: &str) -> (bool, usize, usize) {
    (!piece.starts_with("tukipolku::"), piece.matches("::").count(), piece.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_names_rooms_that_never_ran_and_nothing_that_did() {
        let functions = [
            ("tukipolku[0123456789abcdef]::forms::step::draw", true),
            ("tukipolku[0123456789abcdef]::forms::check::draw", false),
            ("tukipolku[0123456789abcdef]::forms::check::{closure#3}", false),
            ("<lib[0123456789abcdef]::Call<tukipolku[0123456789abcdef]::sending::Send> as lib::Run>::run", false),
            ("<lib[0123456789abcdef]::Call as lib::Run>::run", true),
        ];
        assert_eq!(list(functions.into_iter()), ["tukipolku::forms::check", "tukipolku::sending"]);
    }
}
