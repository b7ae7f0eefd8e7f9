//! Writes the static site: every route, every language.

fn main() {}
