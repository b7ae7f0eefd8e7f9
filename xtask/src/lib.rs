//! Every command of the project, and the pieces they share.

pub mod keys;
pub mod vault_build;
