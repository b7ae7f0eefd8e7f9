//! What may come later, as a list of names: of rooms, of single functions, of shapes of library functions. It is written by
//! `cargo xtask later`, which watches a real browser go through the first screens.

use std::collections::BTreeSet;

/// The list.
pub struct Rules(BTreeSet<String>);

impl Rules {
    /// Reads a list: a name a line; lines that begin with `#` are for readers.
    pub fn read(list: &str) -> Self {
        let names = list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        Self(names.map(str::to_owned).collect())
    }

    /// Whether the list names this function, or a room or a type in its name.
    pub fn say_later(&self, function: &str) -> bool {
        pieces(function).iter().any(|piece| self.0.contains(piece))
    }
}

/// Every name a rule could know a function by: the function's own, and each room, type and method within it.
///
/// `<a::B as c::D>::e` has the pieces `a::B`, `c::D`, `c::D>::e` and itself.
pub fn pieces(function: &str) -> BTreeSet<String> {
    let plain = plain(function);
    let mut pieces: BTreeSet<String> = paths(&plain).flat_map(beginnings).collect();
    pieces.extend(method(&plain));
    pieces.insert(plain);
    pieces
}

/// A function's name without what changes from build to build: the compiler's hashes and the numbers of closures.
fn plain(function: &str) -> String {
    let mut plain = String::new();
    let mut rest = function;
    while let Some(at) = rest.find(['[', '#', '.']) {
        let (before, mark) = rest.split_at(at);
        plain.push_str(before);
        let (kept, after) = match mark.as_bytes()[0] {
            b'[' => hash(mark),
            b'#' => ("", mark[1..].trim_start_matches(|digit: char| digit.is_ascii_digit())),
            _ => number(mark),
        };
        plain.push_str(kept);
        rest = after;
    }
    plain + rest
}

/// What stays of `[6ccceecd3902b573]…`, and what follows. A slice `[u8]` stays.
fn hash(mark: &str) -> (&str, &str) {
    let end = mark.find(']').unwrap_or(0);
    let is_hash = end > 8 && mark[1..end].bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_hash { ("", &mark[end + 1..]) } else { mark.split_at(1) }
}

/// What stays of `.2919` at the end of a name that several functions have.
fn number(mark: &str) -> (&str, &str) {
    let after = mark[1..].trim_start_matches(|digit: char| digit.is_ascii_digit());
    if after.is_empty() { ("", "") } else { mark.split_at(1) }
}

/// The paths in a name: words joined by `::`, at least two.
fn paths(plain: &str) -> impl Iterator<Item = &str> {
    let ends = |letter: char| !(letter.is_alphanumeric() || matches!(letter, '_' | '$' | ':' | '{' | '}'));
    plain.split(ends).map(|path| path.trim_matches(':')).filter(|path| path.contains("::"))
}

/// `a::b::c` gives `a::b` and `a::b::c`.
fn beginnings(path: &str) -> impl Iterator<Item = String> + '_ {
    let longer = path.match_indices("::").skip(1).map(|(at, _)| path[..at].to_owned());
    longer.chain(std::iter::once(path.to_owned()))
}

/// The trait and the method of `<… as trait>::method…`: the last of them, if there are several.
fn method(plain: &str) -> Option<String> {
    let (before, method) = plain.rsplit_once(">::")?;
    let (_, of) = before.rsplit_once(" as ")?;
    Some(format!("{of}>::{method}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: &str = "<alloc[6ccceecd3902b573]::vec::Vec<own[9ed52fc52df81183]::rooms::Kept> as core[15266d276e3a2055]::ops::Drop>::drop.291";

    #[test]
    fn what_changes_from_build_to_build_is_no_part_of_a_name() {
        assert_eq!(plain(NAME), "<alloc::vec::Vec<own::rooms::Kept> as core::ops::Drop>::drop");
        assert_eq!(plain("own::go::{closure#12}::{closure#0}"), "own::go::{closure}::{closure}");
        assert_eq!(plain("<[u8]>::first.x"), "<[u8]>::first.x");
    }

    #[test]
    fn a_rule_may_name_a_room_a_type_a_method_or_all() {
        for rule in ["own::rooms", "own::rooms::Kept", "core::ops::Drop>::drop", "alloc::vec::Vec", &plain(NAME)] {
            assert!(Rules::read(rule).say_later(NAME), "{rule}");
        }
        for rule in ["own", "rooms::Kept", "own::room", "# own::rooms", ""] {
            assert!(!Rules::read(rule).say_later(NAME), "{rule}");
        }
    }
}
