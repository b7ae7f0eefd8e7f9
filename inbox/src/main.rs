//! Receives sealed messages and serves the staff reader.
fn main() {}
